"""ports.Store over one SQLite file, or one schema of PostgreSQL."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Table, delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import MigrationNeeded
from bot.ports import Unit, Vault
from bot.rows import Owner, Row
from bot.store.engine import AnyDatabase, open_database
from bot.store.migrate import Ahead, Current, state
from bot.store.tables import SEEN, TABLES
from bot.store.unit import SqlUnit

R = TypeVar("R", bound=Row)
T = TypeVar("T")


class SqlStore:
    """What is kept, in a database whose words are sealed under the vault's keys."""

    def __init__(self, database: AnyDatabase, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def deciding(self, lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work whole, one at a time for that owner, in every process there is."""
        return await self._database.writing(self._unit(work), f"deciding {lock}", lock)

    async def reading(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work on what is committed; a write in it is a StoreError."""
        return await self._database.reading(self._unit(work), "reading")

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of every owner whose columns equal the given ones, by key."""

        async def swept(connection: AsyncConnection) -> tuple[R, ...]:
            return await SqlUnit(connection, self._vault).sweep(kind, **equal)

        return await self._database.reading(swept, "sweep")

    async def forget(self, kind: type[Row], before: datetime) -> None:
        """Takes away every owner's rows of a kind whose `at` is earlier; it needs no key."""
        await self._forget(TABLES[kind], before)

    async def forget_claims(self, before: datetime) -> None:
        """Forgets which events were claimed earlier than that."""
        await self._forget(SEEN, before)

    async def _forget(self, table: Table, before: datetime) -> None:
        async def forgotten(connection: AsyncConnection) -> None:
            await connection.execute(delete(table).where(table.c.at < before))

        await self._database.writing(forgotten, "forget")

    async def close(self) -> None:
        """Lets go of the database; the vault stays open."""
        await self._database.close()

    def _unit(
        self, work: Callable[[Unit], Awaitable[T]]
    ) -> Callable[[AsyncConnection], Awaitable[T]]:
        async def whole(connection: AsyncConnection) -> T:
            unit = SqlUnit(connection, self._vault)
            result = await work(unit)
            await unit.flush()
            return result

        return whole


async def open_store(url: str, vault: Vault) -> SqlStore:
    """Opens a database that is at the newest schema; it changes nothing.

    Raises MigrationNeeded otherwise, StoreError when it cannot be used at all.
    """
    match await asyncio.to_thread(state, url):
        case Current():
            return SqlStore(open_database(url), vault)
        case Ahead():
            raise MigrationNeeded("A newer Attune made this database. Use that version.")
        case _:
            raise MigrationNeeded("The database has an older schema. Migrate it first.")
