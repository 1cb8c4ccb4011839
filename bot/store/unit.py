"""ports.Unit on one connection, inside one transaction."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Table, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import EventId
from bot.ports import Vault
from bot.rows import LedgerRow, Owner, Row
from bot.store.engine import hold
from bot.store.sealing import RememberedKeys, opened, sealed
from bot.store.tables import LEDGER, SEALED, SEEN, TABLES

R = TypeVar("R", bound=Row)


class SqlUnit:
    """One unit of work; every query names its owner, except `sweep`."""

    def __init__(self, connection: AsyncConnection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self._keys = RememberedKeys(vault)
        self._known: dict[tuple[type[Row], Owner, str], Row | None] = {}  # nobody else writes now
        self._unwritten: dict[tuple[type[Row], Owner, str], Row] = {}

    async def claim(self, event: EventId, at: datetime) -> bool:
        """Claims an event; False when it was claimed before."""
        tag = self._vault.tag("event", event)
        claim = self._upsert(SEEN).values(tag=tag, at=at).on_conflict_do_nothing()
        return (await self._connection.execute(claim)).rowcount == 1

    async def get(self, kind: type[R], owner: Owner, key: str = "") -> R | None:
        """Gives one row of that owner; None also when its words cannot be read any more."""
        place = (kind, owner, key)
        if place not in self._known:
            found = await self.find(kind, owner, key=key)
            self._known[place] = found[0] if found else None
        return cast("R | None", self._known[place])

    async def outline(self, kind: type[R], owner: Owner, key: str = "") -> R | None:
        """Gives one row of that owner without its words; it needs no key."""
        await self.flush(kind)
        table = TABLES[kind]
        plain = [column for column in table.c if column.name not in SEALED[kind]]
        query = select(*plain).where(table.c.owner == owner, table.c.key == key)
        record = (await self._connection.execute(query)).mappings().first()
        words: dict[str, Any] = dict.fromkeys(SEALED[kind], "")
        return kind(**record, **words) if record is not None else None

    async def find(self, kind: type[R], owner: Owner, **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of that owner whose columns equal the given ones, by key."""
        return await self._rows(kind, TABLES[kind].c.owner == owner, *_matching(kind, equal))

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of every owner, by key."""
        return await self._rows(kind, *_matching(kind, equal))

    async def put(self, row: Row) -> None:
        """Writes a row in the place of the one with its owner and key, at the latest at the end."""
        place = (type(row), row.owner, row.key)
        self._known[place] = self._unwritten[place] = row

    async def flush(self, kind: type[Row] | None = None) -> None:
        """Writes what was put, of one kind or of all; a row that was put twice, once."""
        for place in [each for each in self._unwritten if kind in (None, each[0])]:
            await self._write(self._unwritten.pop(place))

    async def _write(self, row: Row) -> None:
        written = self._upsert(TABLES[type(row)]).values(await sealed(row, self._keys))
        changed = {c.name: written.excluded[c.name] for c in written.table.c if not c.primary_key}
        keys = list(written.table.primary_key)
        await self._connection.execute(
            written.on_conflict_do_update(index_elements=keys, set_=changed)
        )

    async def drop(self, kind: type[Row], owner: Owner, key: str | None = None) -> None:
        """Takes away one row of that owner, or all of that kind."""
        await self.flush(kind)
        table = TABLES[kind]
        gone = delete(table).where(table.c.owner == owner)
        await self._connection.execute(gone if key is None else gone.where(table.c.key == key))
        self._known.clear()

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

    async def hold(self, owner: Owner) -> None:
        """Lets nobody else decide about that owner until this unit ends."""
        if self._is_postgres:
            await hold(self._connection, owner)
            self._known.clear()

    async def destroy_key(self, owner: Owner) -> None:
        """Destroys the owner's data key at once: the vault has a database of its own."""
        await self.flush()
        await self._vault.destroy(owner)
        self._keys = RememberedKeys(self._vault)
        self._known.clear()

    async def subject(self, owner: Owner, text: str) -> str:
        """Gives the keyed hash under the owner's own data key; makes the key if need be."""
        return (await self._keys.key(owner)).tag(text)

    async def _rows(self, kind: type[R], *conditions: ColumnElement[bool]) -> tuple[R, ...]:
        await self.flush(kind)
        table = TABLES[kind]
        by: list[ColumnElement[str]] = [table.c.key, table.c.owner]
        if self._is_postgres:
            by = [column.collate("C") for column in by]  # by its bytes, as everywhere else
        query = select(table).where(*conditions).order_by(*by)
        records = (await self._connection.execute(query)).mappings().all()
        return await opened(kind, [dict(each) for each in records], self._keys)

    @property
    def _is_postgres(self) -> bool:
        return self._connection.dialect.name == "postgresql"

    def _upsert(self, table: Table) -> Any:
        return (postgresql if self._is_postgres else sqlite).insert(table)


def _matching(kind: type[Row], equal: dict[str, str | int]) -> list[ColumnElement[Any]]:
    if not equal.keys().isdisjoint(SEALED[kind]):
        raise ValueError("A sealed column cannot be searched.")
    return [TABLES[kind].c[name] == value for name, value in equal.items()]
