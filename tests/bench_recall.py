"""Figures of recall, for `make bench`: a reply with two thousand memories beside one with none.

Ranking is timed by the processor's time of its thread, as nothing in it waits.
"""

import asyncio
import random
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.cli.compose import opened
from bot.holding import HeldRow
from bot.ports import Unit
from bot.prompt import build
from bot.prompt.fitting import tokens
from bot.prompt.request import ReplyRequest
from bot.recall import Occasion, recalled
from bot.records import MemoryRow, Owner
from tests.bench_parts import heading, ready, told, waited
from tests.test_prompt import TALK
from tests.test_prompt_recalled import AT_ATTUNED

MANY, ROUNDS, WORDS = 2_000, 60, 12
AT = datetime(2031, 5, 4, tzinfo=UTC)
_LINES = Path(__file__).parent / "words" / "innocent.txt"


def memories(count: int, chance: random.Random) -> tuple[HeldRow, ...]:
    """Gives memories of words that people used, each an hour older than the one before."""
    words = _LINES.read_text(encoding="utf-8").split()
    return tuple(
        MemoryRow(
            Owner("scope"),
            str(n),
            AT - timedelta(hours=n),
            body=" ".join(chance.choices(words, k=WORDS)),
        )
        for n in range(count)
    )


def ranking(rows: tuple[HeldRow, ...], chance: random.Random) -> list[float]:
    """Gives the seconds that it takes to choose for each of some messages."""
    lines, spent = _LINES.read_text(encoding="utf-8").splitlines(), []
    for _ in range(ROUNDS):
        to = Occasion(tuple(chance.choices(lines, k=3)), AT)
        began = time.thread_time()
        recalled(rows, to)
        spent.append(time.thread_time() - began)
    return spent


async def reading(rows: tuple[HeldRow, ...], folder: Path) -> list[float]:
    """Gives the seconds that it takes to read and open them from a database in a file."""
    spent = []
    async with opened(ready(folder)[1]) as (store, _):

        async def put(unit: Unit) -> None:
            for row in rows:
                await unit.put(row)

        async def read(unit: Unit) -> None:
            await unit.read_ahead((MemoryRow, Owner("scope"), None))

        await store.deciding(Owner("scope"), put)
        for _ in range(ROUNDS // 3):
            began = time.perf_counter()
            await store.reading(read)
            spent.append(time.perf_counter() - began)
    return spent


def grown(rows: tuple[HeldRow, ...], chance: random.Random) -> list[int]:
    """Gives by how many tokens a prompt grows for each of some messages."""
    lines, plainly = _LINES.read_text(encoding="utf-8").splitlines(), _size(AT_ATTUNED)
    asked = (Occasion((chance.choice(lines),), AT) for _ in range(ROUNDS))
    chosen = (replace(AT_ATTUNED, recalled=recalled(rows, to)) for to in asked)
    return [_size(one) - plainly for one in chosen]


def _size(asked: ReplyRequest) -> int:
    return sum(map(tokens, build(asked, TALK).lines))


def main() -> None:
    """Measures and prints."""
    heading("Recall, with 2,000 memories")
    rows = memories(MANY, random.Random(1))
    waited("choosing what fits, of the processor's time", ranking(rows, random.Random(2)))
    with tempfile.TemporaryDirectory() as folder:
        waited("reading and opening them", asyncio.run(reading(rows, Path(folder) / "home")))
    more = grown(rows, random.Random(3))
    told("tokens a prompt grows by", f"p50 {statistics.median(more):8.0f}     max {max(more):8}")


if __name__ == "__main__":
    main()
