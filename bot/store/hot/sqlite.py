"""A unit's statements on SQLite's own driver: each call one hop to the connection's thread.

Everything here that takes a `sqlite3.Connection` runs in that thread.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import StoreError
from bot.records import LedgerRow, Owner
from bot.store.database import sqlite as opening
from bot.store.database.sqlite import translated
from bot.store.sealing import Record
from bot.store.session import CLAIMED, Changes, Place
from bot.store.tables import EPOCH, from_micros, micros

T = TypeVar("T")

_OF_KIND = "SELECT owner, kind, key, sealed FROM kept WHERE owner = ? AND kind = ?"
_ONE = f"{_OF_KIND} AND key = ?"
_KEEP = """INSERT INTO kept (owner, kind, key, at, sealed) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (owner, kind, key) DO UPDATE SET at = excluded.at, sealed = excluded.sealed"""
_DROP_KIND = "DELETE FROM kept WHERE owner = ? AND kind = ?"
_DROP = f"{_DROP_KIND} AND key = ?"
_CLAIM = "INSERT INTO seen (tag, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
_APPEND = """INSERT INTO ledger (subject, state, level, purposes, policy, at, expires_at, message)
VALUES (:subject, :state, :level, :purposes, :policy, :at, :expires_at, :message)
RETURNING number"""
_LEDGER = """SELECT number, subject, state, level, purposes, policy, at, expires_at, message
FROM ledger WHERE subject = ? ORDER BY number"""
BEGIN = "BEGIN IMMEDIATE"
CLOSED = "The database is closed."
MOST_TERMS = 400  # of one statement: SQLite takes five hundred


def connected(file: Path, *, writes: bool) -> sqlite3.Connection:
    """Opens a connection that any thread may use, one at a time. Raises StoreError."""
    with translated():
        made = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        try:
            for pragma in opening.PRAGMAS if writes else opening.READS:
                made.execute(f"PRAGMA {pragma}").close()
        except BaseException:
            made.close()
            raise
    return made


class SqliteSession:
    """session.Session on one connection; its transaction begins with its first statement.

    Args:
        begin: the statements that begin it.
    """

    def __init__(
        self, connection: sqlite3.Connection, threads: Executor, begin: Sequence[str]
    ) -> None:
        self._connection, self._threads = connection, threads
        self._begin = tuple(begin)

    @property
    def has_begun(self) -> bool:
        """Whether a statement was asked of it."""
        return not self._begin

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Runs statements in the connection's thread: one hop. Raises StoreError."""
        begin, self._begin = self._begin, ()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._in_thread, begin, work)

    def _in_thread(self, begin: Sequence[str], work: Callable[[sqlite3.Connection], T]) -> T:
        with translated():
            for statement in begin:
                if statement != BEGIN or not self._connection.in_transaction:  # one of a group
                    self._connection.execute(statement)
            return work(self._connection)

    async def take_turn(self) -> bool:
        """Takes its turn as the one writer; False if it has it, or only reads."""
        if BEGIN not in self._begin:
            return False
        await self.run(lambda _connection: None)
        return True

    async def look(self, places: Sequence[Place], tag: str = "") -> tuple[list[Record], bool]:
        """Gives the records at those places, and whether an event with that tag was claimed."""
        return await self.run(partial(_looked, places, tag))

    async def write(self, changes: Changes) -> None:
        """Writes, drops and claims. Raises StoreError if an event was claimed meanwhile."""
        await self.run(partial(written, changes))

    async def drop(self, place: Place) -> bool:
        """Drops the records at a place now; False where none was there."""
        return await self.run(partial(_dropped, place))

    async def drop_all(self, alias: str) -> None:
        """Drops every record of an owner now."""
        await self.run(lambda db: db.execute("DELETE FROM kept WHERE owner = ?", (alias,)))

    async def every(self, kind: str) -> list[Record]:
        """Gives the records of a kind, of all owners."""
        query = "SELECT owner, kind, key, sealed FROM kept WHERE kind = ?"
        return await self.run(lambda db: _records(db.execute(query, (kind,))))

    async def append(self, row: LedgerRow) -> int:
        """Appends to the ledger and gives the entry's number."""
        values = {**asdict(row), "at": micros(row.at), "expires_at": micros(row.expires_at)}
        found = await self.run(lambda db: db.execute(_APPEND, values).fetchall())
        return int(found[0][0])

    async def ledger(self, subject: str) -> tuple[tuple[int, LedgerRow], ...]:
        """Gives the ledger's entries of that subject, oldest first."""
        found = await self.run(lambda db: db.execute(_LEDGER, (subject,)).fetchall())
        return tuple((number, _entry(values)) for number, *values in found)

    async def ask(self, statement: str, *values: Any) -> Sequence[Sequence[Any]]:
        """Runs a statement with its values for $1 and on, and gives the rows that it finds."""
        numbered = statement.replace("$", "?")  # SQLite's own way to number them
        return await self.run(lambda db: db.execute(numbered, values).fetchall())

    async def settle(self, _table: str) -> None:
        """Takes its turn: whoever writes is the one writer there is."""
        await self.take_turn()

    async def hold(self, _owner: Owner) -> bool:
        """Gives False: whoever writes has the one write lock there is, and nobody else decides."""
        return False


def _looked(
    places: Sequence[Place], tag: str, connection: sqlite3.Connection
) -> tuple[list[Record], bool]:
    records: list[Record] = []
    for start in range(0, len(places), MOST_TERMS):
        some = places[start : start + MOST_TERMS]
        query = " UNION ALL ".join(_OF_KIND if key is None else _ONE for *_, key in some)
        values = [part for place in some for part in place if part is not None]
        records += _records(connection.execute(query, values))
    if not tag:
        return records, False
    claim = connection.execute("SELECT 1 FROM seen WHERE tag = ?", (tag,))
    return records, claim.fetchone() is not None


def _records(found: sqlite3.Cursor) -> list[Record]:
    names = ("owner", "kind", "key", "sealed")
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def written(changes: Changes, connection: sqlite3.Connection) -> None:
    """Writes, drops and claims."""
    for place in changes.dropped:
        _dropped(place, connection)
    kept = [
        (one["owner"], one["kind"], one["key"], micros(one["at"]), one["sealed"])
        for one in changes.kept
    ]
    if kept:
        connection.executemany(_KEEP, kept)
    for tag, at in changes.claims:
        if connection.execute(_CLAIM, (tag, micros(at))).rowcount != 1:
            raise StoreError(CLAIMED)


def _dropped(place: Place, connection: sqlite3.Connection) -> bool:
    *of, key = place
    gone = connection.execute(_DROP_KIND, of) if key is None else connection.execute(_DROP, place)
    return gone.rowcount > 0


def _entry(values: Sequence[Any]) -> LedgerRow:
    subject, state, level, purposes, policy, at, expires_at, message = values
    moments = (from_micros(at) or EPOCH, from_micros(expires_at))
    return LedgerRow(subject, state, level, purposes, policy, *moments, message)
