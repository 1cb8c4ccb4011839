"""ports.Unit on one connection, inside one transaction."""

from dataclasses import asdict
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Table, and_, delete, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ids import EventId
from bot.ports import Key, Vault, Wanted
from bot.records import LedgerRow, Owner, Row, hour, name_of, sealed_columns
from bot.store.database import hold
from bot.store.sealing import Record, RememberedKeys, key_of, opened, sealed
from bot.store.tables import KEPT, LEDGER, SEEN

R = TypeVar("R", bound=Row)


class SqlUnit:
    """One unit of work with a cache of its rows; every query but `sweep` names its owner."""

    def __init__(self, connection: AsyncConnection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault
        self._keys = RememberedKeys(vault)
        self._known: dict[tuple[type[Row], Owner, str], Row | None] = {}  # nobody else writes now
        self._whole: dict[tuple[type[Row], Owner], tuple[Row, ...]] = {}  # all rows of a kind
        self._unwritten: dict[tuple[type[Row], Owner, str], Row] = {}
        self._unclaimed: tuple[Owner, EventId, datetime] | None = None
        self._has_written = False

    # Exactly-once rests on the claim. Platforms deliver an event again after a reconnect, and two
    # processes may both receive it. The claim is an insert of the event's keyed hash that does
    # nothing on a conflict, in the transaction of the decision itself: whoever's insert counted
    # decides, and if that transaction is undone, so is the claim, and the redelivery is taken as
    # new. The hash is keyed by the scope's data key, so after an erase nobody can tell from the
    # table what was ever delivered. That is also why a person without a key is not claimed at
    # once: making a key for an event that leads to nothing would keep something about somebody of
    # whom nothing needs keeping. The claim waits for the first write (`flush`); an event that
    # writes nothing may come twice without harm, as nothing was done for it.
    async def claim(self, owner: Owner, event: EventId, at: datetime) -> bool:
        """Claims an event under its scope's key; False if it was claimed before (dedupe)."""
        key = await self._keys.existing_key(owner)
        if key is not None:
            return await self._claimed(key, event, at)
        # A key is made with what is kept of the event: one of its own would outlive an erase.
        self._unclaimed = (owner, event, at)
        return True

    async def _claimed(self, key: Key, event: EventId, at: datetime) -> bool:
        values = {"tag": key.tag(f"event|{event}"), "at": hour(at)}
        claim = self._upsert(SEEN).values(values).on_conflict_do_nothing()
        return (await self._connection.execute(claim)).rowcount == 1

    async def get(self, kind: type[R], owner: Owner, key: str = "") -> R | None:
        """Gives one row of an owner, or None, also if its key was destroyed."""
        place = (kind, owner, key)
        if place not in self._known:
            found = await self.find(kind, owner, key=key)
            self._known[place] = found[0] if found else None
        return cast("R | None", self._known[place])

    async def read_ahead(self, *wanted: Wanted) -> None:
        """Reads all wanted rows with one query for the keys and one for the rows."""
        await self.flush()
        keys = await self._keys.existing_keys({owner for _, owner, _ in wanted})
        of = [_condition(one, keys[one[1]]) for one in wanted if one[1] in keys]
        records = await self._records(or_(*of)) if of else []
        for kind, owner, key in wanted:
            found = _opened(kind, records, keys.get(owner))
            if key is None:
                self._whole[kind, owner] = found
            else:
                self._known[kind, owner, key] = next((one for one in found if one.key == key), None)

    async def find(self, kind: type[R], owner: Owner, **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of an owner with the given fields, by key."""
        _check_searchable(kind, equal)
        whole = self._whole.get((kind, owner))
        if whole is not None:
            return _equal(cast("tuple[R, ...]", whole), equal)
        await self.flush(kind)
        under = await self._keys.existing_key(owner)
        if under is None:
            return ()
        conditions = [KEPT.c.owner == under.alias]
        if "key" in equal:
            conditions.append(KEPT.c.key == key_of(kind, str(equal["key"]), under))
        records = await self._records(*conditions, KEPT.c.kind == name_of(kind))
        return _equal(opened(kind, records, {under.alias: under}), equal)

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives the readable rows of every owner, by key."""
        _check_searchable(kind, equal)
        await self.flush(kind)
        records = await self._records(KEPT.c.kind == name_of(kind))
        keys = await self._keys.called({one["owner"] for one in records})
        return _equal(opened(kind, records, keys), equal)

    async def put(self, row: Row) -> None:
        """Writes a row, or replaces the one with its key; at the latest when the unit ends."""
        place = (type(row), row.owner, row.key)
        self._known[place] = self._unwritten[place] = row
        self._whole.pop(place[:2], None)

    async def flush(self, kind: type[Row] | None = None) -> None:
        """Writes the rows that were put, of one kind or all, each only once."""
        places = [each for each in self._unwritten if kind in (None, each[0])]
        await self._write([self._unwritten.pop(place) for place in places])
        if kind is None and self._has_written and self._unclaimed is not None:
            owner, event, at = self._unclaimed
            self._unclaimed = None
            await self._claimed(await self._keys.key(owner), event, at)

    async def _write(self, rows: list[Row]) -> None:
        if not rows:
            return
        self._has_written = True
        records = [sealed(row, await self._keys.key(row.owner)) for row in rows]
        written = self._upsert(KEPT)
        changed = {name: written.excluded[name] for name in ("at", "sealed")}
        keys = list(KEPT.primary_key)
        await self._connection.execute(
            written.on_conflict_do_update(index_elements=keys, set_=changed), records
        )

    async def drop(self, kind: type[Row], owner: Owner, key: str | None = None) -> bool:
        """Deletes one row of an owner, or all of a kind; False if there was none."""
        await self.flush(kind)
        under = await self._keys.existing_key(owner)
        self._forget(kind, owner)
        if under is None:
            return False
        gone = delete(KEPT).where(KEPT.c.owner == under.alias, KEPT.c.kind == name_of(kind))
        if key is not None:
            gone = gone.where(KEPT.c.key == key_of(kind, key, under))
        return (await self._connection.execute(gone)).rowcount > 0

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number."""
        self._has_written = True
        written = insert(LEDGER).values(asdict(row)).returning(LEDGER.c.number)
        number: int = (await self._connection.execute(written)).scalar_one()
        return number

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""
        entries = select(LEDGER).where(LEDGER.c.subject == subject).order_by(LEDGER.c.number)
        found = [dict(each) for each in (await self._connection.execute(entries)).mappings()]
        return tuple((each.pop("number"), LedgerRow(**each)) for each in found)

    async def hold(self, owner: Owner) -> None:
        """Takes the owner's lock until this unit ends."""
        if self._is_postgres:
            await hold(self._connection, owner)
            self._forget()

    async def erase(self, owner: Owner) -> None:
        """Destroys the owner's data key in the vault at once, then deletes every row."""
        await self.flush()
        under = await self._keys.existing_key(owner)
        await self._vault.destroy(owner)
        if under is not None:
            await self._connection.execute(delete(KEPT).where(KEPT.c.owner == under.alias))
        self._keys = RememberedKeys(self._vault)
        self._forget()

    async def subject(self, owner: Owner, text: str) -> str:
        """Gives a keyed hash under the owner's own data key, which is made if needed."""
        return (await self._keys.key(owner)).tag(text)

    def _forget(self, kind: type[Row] | None = None, owner: Owner | None = None) -> None:
        """Drops the cached rows of one kind and owner, or all."""
        is_of = (None, None) if kind is None else (kind, owner)
        for place in [each for each in self._known if is_of in ((None, None), each[:2])]:
            del self._known[place]
        for whole in [each for each in self._whole if is_of in ((None, None), each)]:
            del self._whole[whole]

    async def _records(self, *conditions: ColumnElement[bool]) -> list[Record]:
        query = select(KEPT.c.owner, KEPT.c.kind, KEPT.c.key, KEPT.c.sealed).where(*conditions)
        return [dict(each) for each in (await self._connection.execute(query)).mappings()]

    @property
    def _is_postgres(self) -> bool:
        return self._connection.dialect.name == "postgresql"

    def _upsert(self, table: Table) -> Any:
        return (postgresql if self._is_postgres else sqlite).insert(table)


def _condition(wanted: Wanted, under: Key) -> ColumnElement[bool]:
    kind, _, key = wanted
    condition = and_(KEPT.c.owner == under.alias, KEPT.c.kind == name_of(kind))
    return condition if key is None else and_(condition, KEPT.c.key == key_of(kind, key, under))


def _opened(kind: type[R], records: list[Record], under: Key | None) -> tuple[R, ...]:
    """Gives the readable rows of one kind and owner."""
    if under is None:
        return ()
    own = [one for one in records if (one["owner"], one["kind"]) == (under.alias, name_of(kind))]
    return opened(kind, own, {under.alias: under})


def _check_searchable(kind: type[Row], equal: dict[str, str | int]) -> None:
    if not equal.keys().isdisjoint(sealed_columns(kind)):
        raise ValueError("A sealed column cannot be searched.")


def _equal(rows: tuple[R, ...], equal: dict[str, str | int]) -> tuple[R, ...]:
    """Gives the rows with these field values; in a database sealed fields cannot be compared."""
    return tuple(
        row for row in rows if all(getattr(row, name) == value for name, value in equal.items())
    )
