"""A unit's statements on PostgreSQL's own driver: each call one round trip.

What reads is prepared once a connection. What writes at the end of a unit is one script with its
COMMIT, which the protocol takes in one round trip only where the values stand in its text. None of
them is anybody's words: an owner's alias, a key and a tag are hexadecimal hashes, a kind is a name
of this program's, and sealed bytes are written in hexadecimal digits. `_word` refuses the rest.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any, TypeVar

import asyncpg

from bot.errors import StoreError
from bot.records import LedgerRow, Owner
from bot.store.database.postgres import lock_number
from bot.store.hot.connections import Ask, Lent
from bot.store.sealing import Record
from bot.store.session import CLAIMED, Changes, Claim, Place
from bot.store.tables import EPOCH, from_micros, micros

T = TypeVar("T")
_LOOK = """SELECT kept.owner, kept.kind, kept.key, kept.sealed
FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (owner, kind, key)
JOIN kept USING (owner, kind, key)
UNION ALL SELECT kept.owner, kept.kind, kept.key, kept.sealed
FROM unnest($4::text[], $5::text[]) AS whole (owner, kind) JOIN kept USING (owner, kind)
UNION ALL SELECT tag, NULL, NULL, NULL FROM seen WHERE tag = $6"""
_EVERY = "SELECT owner, kind, key, sealed FROM kept WHERE kind = $1"
_KEEP = "INSERT INTO kept (owner, kind, key, at, sealed) VALUES "
_OVER = " ON CONFLICT (owner, kind, key) DO UPDATE SET at = excluded.at, sealed = excluded.sealed"
_DROP = "DELETE FROM kept WHERE "
_CLAIM = "INSERT INTO seen (tag, at) VALUES "
_APPEND = """INSERT INTO ledger (subject, state, level, purposes, policy, at, expires_at, message)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING number"""
_LEDGER = """SELECT number, subject, state, level, purposes, policy, at, expires_at, message
FROM ledger WHERE subject = $1 ORDER BY number"""
_WORD = re.compile(r"[0-9A-Za-z_]*")
NO_NAME = "The store made a name that is none."
UNDONE = "The database undid what was ready to be committed."


class SnapshotNeeded(Exception):
    """More than one statement was asked of a session that reads without a transaction."""


class PostgresSession:
    """session.Session on one connection."""

    def __init__(self, lent: Lent) -> None:
        self._lent = lent

    async def _run(self, ask: Ask[T]) -> T:
        """Runs statements. Raises StoreError."""
        return await self._lent.run(ask)

    async def begin(self, lock: str) -> None:
        """Begins a transaction and waits for that lock, in one round trip."""
        taken = f"; SELECT pg_advisory_xact_lock({lock_number(lock)})" if lock else ""
        await self._run(lambda db: db.execute("BEGIN" + taken))

    async def commit(self, changes: Changes, announcement: str) -> None:
        """Writes the changes and commits them, in one round trip; on an error nothing stands.

        Raises StoreError, also if an event was claimed meanwhile.

        Args:
            announcement: the statement that tells other processes, where they are to be told.
        """
        # A transaction that failed is undone by COMMIT, and the server says so without an error.
        told = (announcement,) if changes.announced else ()
        if await self._script(changes, *told, "COMMIT") != "COMMIT":
            raise StoreError(UNDONE)

    async def write(self, changes: Changes) -> None:
        """Writes, drops and claims. Raises StoreError if an event was claimed meanwhile."""
        await self._script(changes)

    async def _script(self, changes: Changes, *then: str) -> str:
        script = "; ".join((*_written(changes), *then))
        status: str = await self._run(partial(_executed, script))
        return status

    async def take_turn(self) -> bool:
        """Has its turn from the start, with the lock of its person."""
        return False

    async def look(self, places: Sequence[Place], tag: str = "") -> tuple[list[Record], bool]:
        """Gives the records at those places, and whether an event with that tag was claimed."""
        ones = [one for one in places if one[2] is not None]
        wholes = [one[:2] for one in places if one[2] is None]
        values = (*_columns(ones, 3), *_columns(wholes, 2), tag or None)
        found = await self._run(lambda db: db.fetch(_LOOK, *values))
        records = [dict(one) for one in found if one["kind"] is not None]
        return records, len(records) < len(found)

    async def drop(self, place: Place) -> bool:
        """Drops the records at a place now; False where none was there."""
        status: str = await self._run(lambda db: db.execute(_gone(place)))
        return status != "DELETE 0"

    async def drop_all(self, alias: str) -> None:
        """Drops every record of an owner now."""
        await self._run(lambda db: db.execute("DELETE FROM kept WHERE owner = $1", alias))

    async def every(self, kind: str) -> list[Record]:
        """Gives the records of a kind, of all owners."""
        return [dict(one) for one in await self._run(lambda db: db.fetch(_EVERY, kind))]

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number."""
        of = (row.subject, row.state, row.level, row.purposes, row.policy)
        values = (*of, micros(row.at), micros(row.expires_at), row.message)
        number: int = await self._run(lambda db: db.fetchval(_APPEND, *values))
        return number

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""
        found = await self._run(lambda db: db.fetch(_LEDGER, subject))
        return tuple((number, _entry(*values)) for number, *values in found)

    async def ask(self, statement: str, *values: Any) -> Sequence[Sequence[Any]]:
        """Runs a statement with its values for $1 and on, and gives the rows that it finds."""
        found: Sequence[Sequence[Any]] = await self._run(lambda db: db.fetch(statement, *values))
        return found

    async def settle(self, table: str) -> None:
        """Waits until nobody has written to a table and not committed; nobody else writes then."""
        await self._run(lambda db: db.execute(f"LOCK TABLE {table} IN SHARE MODE"))

    async def hold(self, owner: Owner) -> bool:
        """Waits until no other process decides about that owner; always True."""
        number = lock_number(owner)
        await self._run(lambda db: db.execute("SELECT pg_advisory_xact_lock($1)", number))
        return True


class OneLook(PostgresSession):
    """A session that reads one statement, which is a snapshot by itself, in no transaction."""

    def __init__(self, lent: Lent) -> None:
        super().__init__(lent)
        self._has_asked = False

    async def _run(self, ask: Ask[T]) -> T:
        """Runs statements. Raises SnapshotNeeded if some were run before."""
        if self._has_asked:
            raise SnapshotNeeded
        self._has_asked = True
        return await super()._run(ask)


async def _executed(script: str, connection: Any) -> str:
    try:
        status: str = await connection.execute(script)
    except asyncpg.UniqueViolationError:
        raise StoreError(CLAIMED) from None  # what is kept takes the place of what was
    return status


def _columns(places: Sequence[Sequence[str | None]], count: int) -> list[list[str | None]]:
    return [[one[number] for one in places] for number in range(count)]


def _written(changes: Changes) -> list[str]:
    """Gives the statements that write, drop and claim."""
    statements = list(map(_gone, changes.dropped))
    if changes.kept:
        statements.append(_KEEP + ", ".join(map(_kept, changes.kept)) + _OVER)
    if changes.claims:
        statements.append(_CLAIM + ", ".join(map(_claimed, changes.claims)))
    return statements


def _gone(place: Place) -> str:
    of = zip(("owner", "kind", "key"), place, strict=True)
    return _DROP + " AND ".join(f"{name} = {_word(one)}" for name, one in of if one is not None)


def _kept(one: Record) -> str:
    at = micros(one["at"])
    names = ", ".join(_word(one[name]) for name in ("owner", "kind", "key"))
    return f"({names}, {'NULL' if at is None else int(at)}, '\\x{one['sealed'].hex()}')"


def _claimed(claim: Claim) -> str:
    tag, at = claim
    return f"({_word(tag)}, {micros(at)})"


def _word(name: str) -> str:
    """Writes a name as it stands in a statement. Raises StoreError for what could be no name."""
    if _WORD.fullmatch(name) is None:
        raise StoreError(NO_NAME)
    return f"'{name}'"


def _entry(subject: str, state: str, level: int, purposes: str, *rest: Any) -> LedgerRow:
    policy, at, expires_at, message = rest
    moments = (from_micros(at) or EPOCH, from_micros(expires_at))
    return LedgerRow(subject, state, level, purposes, policy, *moments, message)
