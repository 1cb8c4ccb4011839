"""Figures of spaces that keep for less time, for `make bench`: one look at all of them, SQLite.

    python -m tests.bench_retention 1000 10000    with so many spaces, each with a time of its own

In each space one person talked: a reply, its message and a report stand there. A look is timed
where nothing is over yet and where all of it is, and beside it how long others wait for the store.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.cli.compose import opened
from bot.engine.kept_shorter import REPORT, KeptShorter
from bot.house_rules import KEEPS, with_value
from bot.ports import Store, Unit
from bot.records import NoteRow, Owner, PlaceRow, PostRow, ReplyRow, Row, SpaceRow
from bot.store.sealing import sealed
from bot.store.store import SqlStore
from bot.store.tables import KEPT
from bot.tasks import ended, start
from bot.vault import FileVault
from bot.vault.sealing import DataKey
from bot.vault.tables import DATA_KEYS
from tests.bench_known import Kept, Known, Record, _inserted
from tests.bench_parts import heading, ready, told

SIZES, BATCH = (1_000, 10_000), 1_000
AT = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
OURS = Owner("beside")


def rows_of(number: int) -> Iterator[Row]:
    """Gives what a space holds in which one person talked."""
    space, person, scope = (Owner(f"{one}{number:027}") for one in ("space", "perso", "scope"))
    yield with_value(SpaceRow(space), KEEPS, 7)
    yield NoteRow(space, "report", AT, json.dumps({REPORT: "a-link"}))
    yield PlaceRow(person, scope, space, AT, "{}")
    yield ReplyRow(scope, "reply", at=AT)
    yield PostRow(scope, "post", "reply", "reply", AT, "{}")


async def fill(kept: Kept, spaces: int) -> None:
    """Adds so many spaces, sealed as the store does it, in batches."""
    store, vault = cast("SqlStore", kept[0]), cast("FileVault", kept[1])
    wraps = Known((), vault._newest.wrapping, vault._newest.version)
    for begin in range(0, spaces, BATCH):
        keys, records = list[Record](), list[Record]()
        for number in range(begin, min(begin + BATCH, spaces)):
            rows = tuple(rows_of(number))
            of = {one.owner: DataKey(one.owner, AESGCM.generate_key(256)) for one in rows}
            keys += [wraps._kept(key) for key in of.values()]
            records += [cast("Record", sealed(row, of[row.owner])) for row in rows]
        await vault._database.writing(partial(_inserted, DATA_KEYS, keys), "fill")
        await store._database.writing(partial(_inserted, KEPT, records), "fill")


async def _beside(store: Store, waits: list[float]) -> None:
    """Decides again and again beside a look, as whoever talks meanwhile does."""

    async def noted(unit: Unit) -> None:
        await unit.put(NoteRow(OURS, "beside", AT, "{}"))

    while True:
        began = time.perf_counter()
        await store.deciding(OURS, noted)
        waits.append(time.perf_counter() - began)
        await asyncio.sleep(0.01)


async def looked(store: Store, after: timedelta) -> tuple[float, float]:
    """Gives how long one look took, and the longest that a decision beside it did."""
    waits = list[float]()
    beside = start(_beside(store, waits), "beside")
    began = time.perf_counter()
    await KeptShorter(store).round(AT + after)
    took = time.perf_counter() - began
    await ended(beside)
    return took, max(waits, default=0.0)


async def measured(folder: Path, spaces: int) -> None:
    """Prints the figures of a house with so many spaces."""
    _, settings = ready(folder)
    async with opened(settings) as kept:
        await fill(kept, spaces)
        for what, after in (("nothing is over", timedelta(days=1)), ("all is", timedelta(days=8))):
            took, longest = await looked(kept[0], after)
            shown = f"    {took:8.2f} s; a decision beside it took {longest * 1000:.0f} ms at most"
            told(f"{spaces:,} spaces, {what}", shown)
        left = len(await kept[0].sweep(ReplyRow))
        assert left == 0, "a reply outlived its time"


def main() -> None:
    """Measures and prints."""
    sizes = tuple(int(one) for one in sys.argv[1:] if one.isdigit()) or SIZES
    heading("One look at spaces that keep for less time, SQLite")
    for spaces in sizes:
        with tempfile.TemporaryDirectory() as name:
            asyncio.run(measured(Path(name) / "data", spaces))


if __name__ == "__main__":
    main()
