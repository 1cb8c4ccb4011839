"""Units of work on either database: the lock, the transaction and the session of each."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Protocol, TypeVar
from weakref import WeakValueDictionary

from bot.records import Owner
from bot.store.database import AnyDatabase, Database, PostgresDatabase
from bot.store.database.postgres import connecting_to
from bot.store.database.watch import FileWatch
from bot.store.hot.connections import Connections, waited_for
from bot.store.hot.group_commit import GroupCommit
from bot.store.hot.listener import Listener
from bot.store.hot.others import Others
from bot.store.hot.postgres import OneLook, PostgresSession, SnapshotNeeded
from bot.store.hot.readers import Readers
from bot.store.session import Changes, Session
from bot.tasks import shielded

T = TypeVar("T")
Deciding = Callable[[Session], Awaitable[tuple[T, Changes]]]
Reading = Callable[[Session], Awaitable[T]]
MOST_WRITERS, MOST_READERS = 16, 8  # connections of this process to PostgreSQL


class Units(Protocol):
    """Runs units of work, each whole, whatever becomes of its caller."""

    async def deciding(self, lock: Owner, work: Deciding[T]) -> T:
        """Runs the work under a lock and commits what it did and its changes, or nothing."""

    async def reading(self, work: Reading[T]) -> T:
        """Runs the work on one snapshot of what is committed; a write in it is a StoreError."""

    def others(self) -> int:
        """Gives a number that is another one whenever others may have committed since the last."""

    async def close(self) -> None:
        """Lets go of the database once running units are done."""


class SqliteUnits:
    """Units on one file: the writer commits them in groups, readers read beside it."""

    def __init__(self, database: Database) -> None:
        self._others = Others(FileWatch(database.file))
        writer = GroupCommit(database.file, database.turn, self._others)
        readers = Readers(database.file)
        self.deciding, self.reading = writer.deciding, readers.reading
        self._parts = (writer, readers)

    def others(self) -> int:
        """Gives a number that is another one whenever others may have committed since the last."""
        return self._others.number()

    async def close(self) -> None:
        """Lets go of the database once running units are done."""
        for part in self._parts:
            await part.close()
        self._others.close()


class PostgresUnits:
    """Units on a schema of PostgreSQL, under the server's advisory locks."""

    # Why a lock in the process too. Whoever waits for the server's lock holds a connection, so
    # that a few events of one person would keep everybody else waiting. Nobody who waits here
    # holds anything that another waits for, so no circle can close over it.
    def __init__(self, url: str, schema: str) -> None:
        self.url = url
        given = connecting_to(url, schema)
        self._writers = Connections(given, MOST_WRITERS)
        self._readers = Connections(given, MOST_READERS, reads_only=True)
        self._listener = Listener(given)
        self._turns = WeakValueDictionary[str, asyncio.Lock]()  # each goes with its last waiter

    def others(self) -> int:
        """Gives a number that is another one whenever others may have announced a change."""
        return self._listener.number()

    async def deciding(self, lock: Owner, work: Deciding[T]) -> T:
        """Runs the work under a lock and commits what it did and its changes, or nothing."""
        return await shielded(self._decided(lock, work), f"deciding {lock}")

    # Why a decision waits three times: for BEGIN with the lock, for the look with the keys beside
    # it, and for what is written with COMMIT. The lock cannot share a statement with a read: a
    # statement reads what stood when it began, which is before it waited. A script may hold both,
    # but of a script the driver gives no rows. Of whom no key is remembered the keys come first,
    # as rows are named by hashes under them (`unit._read_under`).
    async def _decided(self, lock: Owner, work: Deciding[T]) -> T:
        turn = self._turns.setdefault(lock, asyncio.Lock())
        async with waited_for(turn), self._writers.lent() as lent:
            session = PostgresSession(lent)
            await session.begin(lock)
            result, changes = await work(session)
            await session.commit(changes, self._listener.announcement)
        return result

    async def reading(self, work: Reading[T]) -> T:
        """Runs the work on one snapshot of what is committed; a write in it is a StoreError.

        Work that looks twice is run again from the start, in a transaction.
        """
        return await shielded(self._read(work), "reading")

    async def _read(self, work: Reading[T]) -> T:
        async with self._readers.lent() as lent:
            with suppress(SnapshotNeeded):
                return await work(OneLook(lent))
            session = PostgresSession(lent)
            await session.begin("")
            return await work(session)

    async def close(self) -> None:
        """Lets go of the connections once running units are done."""
        await self._listener.close()
        await self._writers.close()
        await self._readers.close()


def units_of(database: AnyDatabase) -> Units:
    """Gives the units of work of a database that is open."""
    if isinstance(database, PostgresDatabase):
        return PostgresUnits(database.url, database.schema)
    return SqliteUnits(database)
