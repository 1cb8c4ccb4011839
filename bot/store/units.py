"""Units of work on either database: the lock, the transaction and the session of each."""

from collections.abc import Awaitable, Callable
from itertools import count
from typing import Protocol, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records import Owner
from bot.store.alchemy import AlchemySession
from bot.store.database import AnyDatabase, Database, PostgresDatabase
from bot.store.database.watch import FileWatch
from bot.store.hot.group_commit import GroupCommit
from bot.store.hot.others import Others
from bot.store.hot.readers import Readers
from bot.store.session import Changes, Session
from bot.tasks import shielded

T = TypeVar("T")
Deciding = Callable[[Session], Awaitable[tuple[T, Changes]]]
Reading = Callable[[Session], Awaitable[T]]


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

    def __init__(self, database: PostgresDatabase) -> None:
        self._database = database
        self._others = count()

    def others(self) -> int:
        """Gives another number each time: nobody tells this process what others commit."""
        return next(self._others)

    async def deciding(self, lock: Owner, work: Deciding[T]) -> T:
        """Runs the work under a lock and commits what it did and its changes, or nothing."""
        return await shielded(self._decided(lock, work), f"deciding {lock}")

    async def _decided(self, lock: Owner, work: Deciding[T]) -> T:
        async with self._database.turn(lock) as connection:
            session = AlchemySession(connection)
            result, changes = await work(session)
            if changes:
                await session.write(changes)
        return result

    async def reading(self, work: Reading[T]) -> T:
        """Runs the work on one snapshot of what is committed; a write in it is a StoreError."""

        async def read(connection: AsyncConnection) -> T:
            return await work(AlchemySession(connection))

        return await self._database.reading(read, "reading")

    async def close(self) -> None:
        """Does nothing: the database is let go of by whoever opened it."""


def units_of(database: AnyDatabase) -> Units:
    """Gives the units of work of a database that is open."""
    if isinstance(database, PostgresDatabase):
        return PostgresUnits(database)
    return SqliteUnits(database)
