"""A unit's statements in SQLAlchemy Core, on any database: for what is rare."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, delete, insert, or_, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StoreError
from bot.records import LedgerRow, Owner
from bot.store.database import hold
from bot.store.sealing import Record
from bot.store.session import CLAIMED, Changes, Claim, Place
from bot.store.tables import KEPT, LEDGER, SEEN


class AlchemySession:
    """session.Session over SQLAlchemy, on one connection and in its transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def take_turn(self) -> bool:
        """Has its turn from the start, with the lock of its person."""
        return False

    async def look(self, places: Sequence[Place], tag: str = "") -> tuple[list[Record], bool]:
        """Gives the records at those places, and whether an event with that tag was claimed."""
        records = await self._records(or_(*map(_at, places))) if places else []
        if not tag:
            return records, False
        claim = select(SEEN.c.tag).where(SEEN.c.tag == tag)
        return records, (await self._connection.execute(claim)).first() is not None

    async def write(self, changes: Changes) -> None:
        """Writes, drops and claims. Raises StoreError if an event was claimed meanwhile."""
        for place in changes.dropped:
            await self.drop(place)
        if changes.kept:
            written = self._upsert(KEPT)
            changed = {name: written.excluded[name] for name in ("at", "sealed")}
            keys = list(KEPT.primary_key)
            whole = written.on_conflict_do_update(index_elements=keys, set_=changed)
            await self._connection.execute(whole, list(changes.kept))
        for claim in changes.claims:
            await self._claim(claim)

    async def _claim(self, claim: Claim) -> None:
        tag, at = claim
        values = self._upsert(SEEN).values({"tag": tag, "at": at}).on_conflict_do_nothing()
        if (await self._connection.execute(values)).rowcount != 1:
            raise StoreError(CLAIMED)

    async def drop(self, place: Place) -> bool:
        """Drops the records at a place now; False where none was there."""
        return (await self._connection.execute(delete(KEPT).where(_at(place)))).rowcount > 0

    async def drop_all(self, alias: str) -> None:
        """Drops every record of an owner now."""
        await self._connection.execute(delete(KEPT).where(KEPT.c.owner == alias))

    async def every(self, kind: str) -> list[Record]:
        """Gives the records of a kind, of all owners."""
        return await self._records(KEPT.c.kind == kind)

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number."""
        written = insert(LEDGER).values(asdict(row)).returning(LEDGER.c.number)
        number: int = (await self._connection.execute(written)).scalar_one()
        return number

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""
        entries = select(LEDGER).where(LEDGER.c.subject == subject).order_by(LEDGER.c.number)
        found = [dict(each) for each in (await self._connection.execute(entries)).mappings()]
        return tuple((each.pop("number"), LedgerRow(**each)) for each in found)

    async def ask(self, statement: str, *values: Any) -> Sequence[Sequence[Any]]:
        """Runs a statement with its values for $1 and on, and gives the rows that it finds."""
        own = statement if self._is_postgres else statement.replace("$", "?")
        found = await self._connection.exec_driver_sql(own, values)
        return found.all() if found.returns_rows else ()

    async def settle(self, table: str) -> None:
        """Waits until nobody has written to a table and not committed; nobody else writes then."""
        if self._is_postgres:
            await self._connection.execute(text(f"LOCK TABLE {table} IN SHARE MODE"))

    async def hold(self, owner: Owner) -> bool:
        """Waits until no other process decides about that owner; False if nobody could."""
        if self._is_postgres:
            await hold(self._connection, owner)
        return self._is_postgres

    async def _records(self, condition: ColumnElement[bool]) -> list[Record]:
        query = select(KEPT.c.owner, KEPT.c.kind, KEPT.c.key, KEPT.c.sealed).where(condition)
        return [dict(each) for each in (await self._connection.execute(query)).mappings()]

    @property
    def _is_postgres(self) -> bool:
        return self._connection.dialect.name == "postgresql"

    def _upsert(self, table: Table) -> Any:
        return (postgresql if self._is_postgres else sqlite).insert(table)


def _at(place: Place) -> ColumnElement[bool]:
    alias, kind, key = place
    condition = and_(KEPT.c.owner == alias, KEPT.c.kind == kind)
    return condition if key is None else and_(condition, KEPT.c.key == key)
