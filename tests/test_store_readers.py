"""Readers of a file: each on a snapshot of its own, a few at once, and none of them writes."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store.database import Database, open_database
from bot.store.hot.readers import MOST, Readers
from bot.store.session import Changes, Session
from bot.store.units import SqliteUnits, units_of
from bot.tasks import start
from tests.ready import copied_to
from tests.test_store_group_commit import keeps, row

PLACE = ("a", "style", "k")


@pytest.fixture
async def readers(tmp_path: Path) -> AsyncIterator[Readers]:
    copied_to(tmp_path / "attune.db")
    made = Readers(tmp_path / "attune.db")
    yield made
    await made.close()


def written(file: Path) -> None:
    """Writes a row as another process does."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO kept (owner, kind, key, sealed) VALUES ('a', 'style', 'k', 'x')"
        )


async def count(session: Session) -> int:
    records, _ = await session.look([PLACE])
    return len(records)


async def test_a_unit_reads_one_snapshot_and_the_next_reads_anew(readers: Readers) -> None:
    async def twice(session: Session) -> list[int]:
        before = await count(session)
        written(readers.file)
        return [before, await count(session)]

    assert await readers.reading(twice) == [0, 0]
    assert await readers.reading(count) == 1


async def test_whoever_reads_cannot_write(readers: Readers) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        await readers.reading(lambda session: session.write(Changes([row("a")])))
    assert await readers.reading(count) == 0


async def test_a_few_read_at_once_and_the_others_wait(readers: Readers) -> None:
    gate, begun = asyncio.Event(), list[int]()

    def waits(number: int) -> Callable[[Session], Awaitable[int]]:
        async def work(session: Session) -> int:
            begun.append(number)
            await gate.wait()
            return await count(session)

        return work

    units = [start(readers.reading(waits(number)), "read") for number in range(MOST + 2)]
    for _ in range(20):
        await asyncio.sleep(0)
    assert begun == list(range(MOST))
    gate.set()
    assert await asyncio.gather(*units) == [0] * (MOST + 2)


async def test_a_unit_that_fails_gives_its_connection_back(readers: Readers) -> None:
    async def fails(session: Session) -> None:
        await count(session)
        raise ValueError("broken")

    for _ in range(MOST + 1):
        with pytest.raises(ValueError, match="broken"):
            await readers.reading(fails)
    assert await readers.reading(count) == 0
    assert len(readers._free) == 1


async def test_nothing_is_read_after_it_was_closed(readers: Readers) -> None:
    await readers.close()
    with pytest.raises(StoreError, match="closed"):
        await readers.reading(count)


async def test_units_of_a_file_read_what_they_committed(tmp_path: Path) -> None:
    database = open_database(copied_to(tmp_path / "attune.db"))
    assert isinstance(database, Database)
    units = units_of(database)
    assert isinstance(units, SqliteUnits)
    assert await units.deciding("", keeps("a")) == "a"
    assert await units.reading(count) == 1
    await units.close()
    await database.close()
