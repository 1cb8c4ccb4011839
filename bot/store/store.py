"""ports.Store over one SQLite file, or one schema of PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import ColumnElement, Table, delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import MigrationNeeded
from bot.ports import Mark, Unit, Vault
from bot.records import Owner, Row, hour, name_of, standing_on
from bot.store.alchemy import AlchemySession
from bot.store.database import AnyDatabase, open_database
from bot.store.endings import Ending, Endings
from bot.store.migrate import COPY, Ahead, Current, state
from bot.store.moving import is_there, moved
from bot.store.pages import each
from bot.store.session import Changes, Session
from bot.store.tables import KEPT, SEEN
from bot.store.unit import SqlUnit
from bot.store.units import units_of
from bot.tasks import shielded

R = TypeVar("R", bound=Row)
T = TypeVar("T")
BATCH = 200
_MOVING = "move"  # held by the process that moves


class SqlStore:
    """Rows in a database, sealed under the vault's keys."""

    def __init__(self, database: AnyDatabase, vault: Vault, copies: Path | None = None) -> None:
        self._database, self._units = database, units_of(database)
        self._vault = vault
        self._copies = copies
        self._endings = Endings()

    async def move(self) -> None:
        """Moves the rows of an earlier release, and removes them from the files."""
        if await self._database.reading(is_there, "look at older tables"):
            await self._database.writing(self._move, "move", _MOVING)
            await self._database.checkpoint()

    async def _move(self, connection: AsyncConnection) -> None:
        await moved(connection, self._vault)

    async def deciding(self, lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work in one transaction under the owner's lock, over all processes."""
        ending = Ending(self._endings)

        async def whole(session: Session) -> tuple[T, Changes]:
            unit = SqlUnit(session, self._vault, ending)
            result = await work(unit)
            return result, await unit.last_changes()

        try:
            return await self._units.deciding(lock, whole)
        finally:  # also where nobody can say whether it was committed
            ending.again()

    async def reading(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work on committed data; a write in it is a StoreError."""

        async def read(session: Session) -> T:
            unit = SqlUnit(session, self._vault)
            result = await work(unit)
            await unit.flush()  # which fails where there is something to write
            return result

        return await shielded(self._units.reading(read), "reading")

    def mark(self, owners: Collection[Owner]) -> Mark:
        """Gives a mark that is another one once what replies to these owners stand on changed."""
        return self._endings.number(owners), self._units.others()

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of every owner with the given fields, by key."""

        async def swept(connection: AsyncConnection) -> tuple[R, ...]:
            return await SqlUnit(AlchemySession(connection), self._vault).sweep(kind, **equal)

        return await self._database.reading(swept, "sweep")

    def each(self, kind: type[R], until: datetime | None = None) -> AsyncIterator[R]:
        """Gives the readable rows of every owner that have an `at`, by the hour, latest first."""
        return each(self._database, self._vault, kind, until)

    async def forget(self, kind: type[Row], before: datetime) -> None:
        """Deletes all rows of a kind with `at` in an earlier hour; needs no key (a purge)."""
        await self._forget(KEPT, before, KEPT.c.kind == name_of(kind))
        if standing_on(kind):
            self._endings.everything_changed()

    async def forget_claims(self, before: datetime) -> None:
        """Forgets the event claims (dedupe) from before a time."""
        await self._forget(SEEN, before)

    async def _forget(self, table: Table, before: datetime, *of: ColumnElement[bool]) -> None:
        async def forgotten(connection: AsyncConnection) -> None:
            await connection.execute(delete(table).where(table.c.at < hour(before), *of))

        await self._database.writing(forgotten, "forget")

    async def tidy(self) -> bool:
        """Purges erased rows from files and their logs; False while somebody reads them."""
        is_done = await self._database.checkpoint()
        return await self._vault.tidy() and is_done

    async def forget_unopened(self) -> None:
        """Deletes rows written while their owner was erased, which no key opens."""
        gone = await self._vault.destroyed()

        async def forgotten(connection: AsyncConnection) -> None:
            for start in range(0, len(gone), BATCH):
                aliases = gone[start : start + BATCH]
                await connection.execute(delete(KEPT).where(KEPT.c.owner.in_(aliases)))

        if gone:
            await self._database.writing(forgotten, "forget unopened")

    async def forget_copies(self, before: datetime) -> None:
        """Deletes the copies made by earlier migrations, which no erase reaches."""
        await asyncio.to_thread(self._forget_copies, before.timestamp())

    def _forget_copies(self, before: float) -> None:
        for copy in self._copies.glob(f"*{COPY}*") if self._copies is not None else ():
            if copy.stat().st_mtime < before:
                copy.unlink(missing_ok=True)

    async def close(self) -> None:
        """Closes the database; the vault stays open."""
        await self._units.close()
        await self._database.close()


async def open_store(url: str, vault: Vault, copies: Path | None = None) -> SqlStore:
    """Opens a database with the newest schema, and moves the rows of an earlier release.

    Raises MigrationNeeded for an older schema, StoreError if the database is unusable.

    Args:
        copies: the folder of the copies that migrations made.
    """
    match await asyncio.to_thread(state, url):
        case Current():
            store = SqlStore(open_database(url), vault, copies)
        case Ahead():
            raise MigrationNeeded("A newer Attune made this database. Use that version.")
        case _:
            raise MigrationNeeded("The database has an older schema. Migrate it first.")
    try:
        await store.move()
    except BaseException:
        await store.close()
        raise
    return store
