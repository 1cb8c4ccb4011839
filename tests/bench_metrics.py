"""What measuring costs, for `make bench`: messages with and without it, turn by turn, on one disk.

Both talk in the same minute, one message each in turn: a busy machine slows both alike.
"""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from prometheus_client.exposition import generate_latest

from adapters.cli.compose import opened
from adapters.cli.watched import Watched
from adapters.metrics.noting import Noting
from tests.bench_parts import InstantModel, heading, ready, told, waited
from tests.play import Play

ROUNDS, WARM_UP, PORT = 300, 20, 1  # the port is not opened here


async def timed(p: Play, number: int) -> float:
    """Gives the seconds from a typed message to its kept reply."""
    began = time.perf_counter()
    await p.type(f"The launch slips, number {number}.")
    return time.perf_counter() - began


async def compared(folder: Path) -> None:
    """Prints both, and the ratio of the medians."""
    (one, plain), (other, measured) = ready(folder / "plain"), ready(folder / "measured")
    of = Watched(PORT, platforms=())
    async with opened(plain) as bare, opened(measured) as (store, vault):
        kept = of.over(store), vault
        with_it = Play(other, *kept, InstantModel(), meter=of.meter)
        async with Play(one, *bare, InstantModel()).running() as p, with_it.running() as m:
            for number in range(WARM_UP):
                await timed(p, number), await timed(m, number)
            pairs = [(await timed(p, number), await timed(m, number)) for number in range(ROUNDS)]
    without, measured_s = [one for one, _ in pairs], [one for _, one in pairs]
    waited("a message and its reply, not measured", without)
    waited("the same, measured", measured_s)
    told(
        "ratio of the medians", f"{statistics.median(measured_s) / statistics.median(without):.3f}"
    )
    _read(of)


def _read(of: Watched) -> None:
    """Prints what one reading of /metrics costs."""
    assert isinstance(of.meter, Noting)
    seconds = []
    for _ in range(50):
        began = time.perf_counter()
        text = generate_latest(of.meter.registry)
        seconds.append(time.perf_counter() - began)
    waited(f"one reading, {len(text) // 1024} KiB", seconds)


async def main() -> None:
    """Compares in a folder that is gone afterwards."""
    heading("Measures for Prometheus")
    with tempfile.TemporaryDirectory() as folder:
        await compared(Path(folder))


if __name__ == "__main__":
    asyncio.run(main())
