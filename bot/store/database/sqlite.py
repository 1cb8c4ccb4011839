"""SQLite: one writer connection, separate readers, transactions that run whole.

This file knows nothing of the rows' content; store and vault each have a Database of their own.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import structlog
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import StoreAway, StoreError
from bot.tasks import shielded

T = TypeVar("T")
log = structlog.get_logger()
Work = Callable[[AsyncConnection], Awaitable[T]]

# FULL: with NORMAL a loss of power may take the last commits, and a lost withdrawal is worse than
# a slower write. busy_timeout comes first because switching to WAL may itself have to wait.
PRAGMAS = (
    "busy_timeout=5000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
)
READS = (*PRAGMAS, "query_only=ON")
_BRIEFLY_MS = 200  # to wait for who reads, while nobody can write
_LOOKING = ("busy_timeout=5000", "query_only=ON")
_LOCKED = "The database is in use by another program. Stop that program, or try again later."
_FULL = "The disk is full, so nothing was recorded. Make room and try again."
_AWAY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_SENTENCES = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: "The database cannot be written. Check who owns it and its folder.",
    sqlite3.SQLITE_IOERR: "The disk failed while the database was used. Check the disk.",
    sqlite3.SQLITE_CORRUPT: "The database is damaged. Restore it from a backup.",
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: _FULL,  # not even what stands beside the file found room
    sqlite3.SQLITE_CANTOPEN: "The database cannot be opened. Check that its folder exists.",
    sqlite3.SQLITE_NOTADB: "The file is not a database. Restore it from a backup.",
}


@contextmanager
def translated() -> Iterator[None]:
    """Turns what the driver raises into a StoreError that carries no value of any row."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", None) or 0
        log.debug("the database refused", error=type(cause).__name__, number=code)
        other = "The database refused what was asked of it."
        # The low byte is the kind of error; the rest mostly says more than a person needs.
        kind = StoreAway if code & 0xFF in _AWAY else StoreError
        raise kind(_SENTENCES.get(code) or _SENTENCES.get(code & 0xFF, other)) from error


def file_of(url: str) -> Path:
    """Gives the database file of a URL. Raises StoreError if the URL is not SQLite's."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        # The error repeats the URL, which may hold a password.
        raise StoreError("The database URL is malformed; use sqlite:///FILE.") from None
    name = parsed.database or ""
    if parsed.get_backend_name() != "sqlite" or name in ("", ":memory:"):
        raise StoreError("This database is not a SQLite file; use sqlite:///FILE.")
    return Path(name)


def make_private(file: Path) -> None:
    """Creates the file, readable by its owner only, if there is none."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(_SENTENCES[sqlite3.SQLITE_CANTOPEN]) from error


def sync_engine(url: str, *, writes: bool) -> Engine:
    """Gives an engine without asyncio, for migrations; it keeps no connection."""
    at = URL.create("sqlite", database=str(file_of(url)))
    args = {"isolation_level": None}
    engine = create_engine(at, poolclass=NullPool, connect_args=args, hide_parameters=True)
    begin, pragmas = ("BEGIN IMMEDIATE", PRAGMAS) if writes else ("BEGIN", _LOOKING)
    _prepare(engine, begin, pragmas)
    return engine


def _async_engine(url: str, size: int, begin: str, pragmas: tuple[str, ...]) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(file_of(url))),
        connect_args={"isolation_level": None},  # the driver begins nothing by itself
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
    )
    _prepare(engine.sync_engine, begin, pragmas)
    return engine


def _prepare(engine: Engine, begin: str, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


async def _truncated(connection: AsyncConnection) -> bool:
    """Empties the write-ahead log after a short wait; False while readers hold it.

    It runs on the driver's connection, because no checkpoint works in a transaction.
    """
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    await driver.execute_fetchall(f"PRAGMA busy_timeout={_BRIEFLY_MS}")
    try:
        found = await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        await driver.execute_fetchall(f"PRAGMA {PRAGMAS[0]}")
    return not next(iter(found))[0]


class Database:
    """One SQLite file whose units of work run whole, whatever happens to their callers."""

    # Why BEGIN IMMEDIATE. A deferred transaction that reads first and writes later holds a
    # snapshot when it asks for the write lock. If another process committed in between, SQLite
    # refuses the upgrade at once (SQLITE_BUSY_SNAPSHOT), busy_timeout or not, because waiting
    # could not make the snapshot current; the whole unit would have to be run again. A decision
    # always reads before it writes, so it takes the write lock first, and then waiting helps:
    # the next process begins with what this one committed. That is what makes "read, decide,
    # write" one step for everybody who shares the file.
    #
    # Why a lock in the process too. It saves nothing but waiting in the driver's thread: its one
    # connection would otherwise be asked for by units that then time out in the pool's queue.
    #
    # Why units are shielded. A caller that is cancelled (a closed gateway, a stopped command)
    # must not leave a transaction half way: its task ends, the unit goes on and commits, and
    # `close` waits for it by taking the same turn.
    def __init__(self, url: str) -> None:
        self.file = file_of(url)
        self._writer = _async_engine(url, 1, "BEGIN IMMEDIATE", PRAGMAS)
        self._readers = _async_engine(url, 4, "BEGIN", READS)
        self.turn = asyncio.Lock()  # held by whoever writes to the file, here or in the hot path
        self._is_closed = False

    async def writing(self, work: Work[T], name: str, lock: str = "") -> T:
        """Runs the work in one transaction, one at a time; an exception rolls it back.

        SQLite has one writer, so every lock is the same.
        """
        return await shielded(self._write(work), name)

    async def reading(self, work: Work[T], name: str) -> T:
        """Runs the work on one snapshot of committed data; a write in it is a StoreError."""
        return await shielded(self._read(work), name)

    async def checkpoint(self) -> bool:
        """Empties the log into the file, so that deleted rows are in neither.

        False while somebody reads older data: then the caller has to ask again.
        """
        return await shielded(self._checkpoint(), "checkpoint")

    async def close(self) -> None:
        """Closes the file once the running unit is done (shutdown)."""
        async with self.turn:
            self._is_closed = True
            await self._writer.dispose()
            await self._readers.dispose()

    async def _write(self, work: Work[T]) -> T:
        async with self.turn, self._begun(self._writer) as connection:
            return await work(connection)

    async def _read(self, work: Work[T]) -> T:
        async with self._begun(self._readers) as connection:
            return await work(connection)

    @asynccontextmanager
    async def _begun(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        """Begins a transaction, which is committed unless an exception rolls it back."""
        self._check_open()
        with translated():
            async with engine.begin() as connection:
                yield connection

    async def _checkpoint(self) -> bool:
        async with self.turn:
            self._check_open()
            with translated():
                async with self._writer.connect() as connection:
                    return await _truncated(connection)

    def _check_open(self) -> None:
        if self._is_closed:
            raise StoreError("The database is closed.")
