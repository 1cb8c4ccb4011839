"""Figures of reading, for `make bench`: the slowest reader of a text, and the crisis floor."""

import statistics
import time
from contextlib import suppress
from pathlib import Path

from bot.crisis.tiers import stated
from bot.errors import AttuneError
from tests.adversary import MOST_LIKELY, PUMPS, pumped
from tests.bench_parts import heading, told
from tests.reading import Reads, every_way, most_of


def floor() -> list[float]:
    """Gives seconds the crisis floor takes for a message."""
    words = Path(__file__).parent / "words"
    lines = (words / "innocent.txt").read_text(encoding="utf-8").splitlines()
    lines += [row.split("\t")[3] for row in (words / "crisis.tsv").read_text("utf-8").splitlines()]
    spent = []
    for line in lines * 3:
        began = time.perf_counter()
        stated(line)
        spent.append(time.perf_counter() - began)
    return spent


def slowest(count: int = 8) -> list[tuple[float, str]]:
    """Gives the slowest readers of 64 KB made to be slow, each with its median seconds."""
    each = (
        (max(_median(read, pumped("", pump, most_of(name))) for pump in PUMPS[:MOST_LIKELY]), name)
        for name, read in every_way().items()
    )
    return sorted(each, reverse=True)[:count]


def _median(read: Reads, text: str) -> float:
    spent = []
    for _ in range(3):
        began = time.thread_time()
        with suppress(ValueError, AttuneError):
            read(text)
        spent.append(time.thread_time() - began)
    return statistics.median(spent)


def main() -> None:
    """Measures and prints."""
    heading("Reading")
    told("crisis floor, one message", f"p50 {1e6 * statistics.median(floor()):8.0f} µs")
    for seconds, reader in slowest():
        told("slowest readings of 64 KB", f"p50 {1000 * seconds:8.0f} ms   {reader}")


if __name__ == "__main__":
    main()
