"""PostgreSQL: one advisory lock for each owner, readers on snapshots.

The lock is the server's, so it holds across processes. This file knows nothing of the rows'
content.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar

import asyncpg
import structlog
from sqlalchemy import Connection, make_url, text
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import StoreAway, StoreError
from bot.tasks import shielded

T = TypeVar("T")
log = structlog.get_logger()
Work = Callable[[AsyncConnection], Awaitable[T]]

_SETTINGS = {"lock_timeout": "30s", "idle_in_transaction_session_timeout": "60s"}
_UNREACHABLE = "The database cannot be reached. Check ATTUNE_DATABASE_URL and that it runs."
_SENTENCES = {
    "28": "The database refused the name or password. Check ATTUNE_DATABASE_URL.",
    "3D": "There is no such database. Make it, or check ATTUNE_DATABASE_URL.",
    "53": "The database is out of room or connections, so nothing was recorded.",
    "57": "The database is starting, or going down. Try again in a moment.",
    "55": "The database is in use for too long by another program. Try again later.",
    "08": _UNREACHABLE,
    "25006": "Reading must not write.",
    "42501": "The database may not be written by this user. Check its rights.",
}


def is_postgres(url: str) -> bool:
    """Whether a URL names a PostgreSQL database."""
    return url.startswith(("postgresql://", "postgres://", "postgresql+asyncpg://"))


# What the driver raises; the third where a connection ends just as it is asked.
FAILURES = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)
_AWAY = ("08", "53300", "55", "57")  # what passes by itself: classes, and no connection free


def _error_of(state: str, otherwise: str) -> StoreError:
    """Gives the error for a state of SQL; without a state the server was never reached."""
    kind = StoreAway if not state or state.startswith(_AWAY) else StoreError
    return kind(_SENTENCES.get(state) or _SENTENCES.get(state[:2]) or otherwise)


@contextmanager
def translated() -> Iterator[None]:
    """Turns what the driver raises into a StoreError that carries no value of any row."""
    try:
        yield
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None) or ""
        raise _error_of(state, _refused(error.orig) if state else _UNREACHABLE) from error
    except asyncpg.PostgresError as error:
        raise _error_of(error.sqlstate or "", _refused(error)) from error


@contextmanager
def reaching() -> Iterator[None]:
    """Turns errors of the connection itself into a StoreError too, since sockets raise their own.

    It stands around what speaks to the server, and around nobody's work.
    """
    try:
        with translated():
            yield
    except asyncpg.DataError as error:  # the driver could not write a value down
        raise StoreError(_refused(error)) from error
    except FAILURES as error:
        raise StoreAway(_UNREACHABLE) from error


def _refused(error: object) -> str:
    log.debug("the database refused", error=type(error).__name__)
    return "The database refused what was asked of it."


def connecting_to(url: str, schema: str) -> dict[str, Any]:
    """Gives what the driver needs to connect to a schema, as SQLAlchemy reads it from a URL."""
    dialect: Any = PGDialect_asyncpg
    _, given = dialect().create_connect_args(make_url(url))
    for name in ("prepared_statement_cache_size", "prepared_statement_name_func"):
        given.pop(name, None)  # SQLAlchemy's own
    return {**given, **_given(schema)}


def _given(schema: str) -> dict[str, Any]:
    return {"server_settings": {"search_path": schema, **_SETTINGS}, "timeout": 10}


def _engine(url: str, schema: str, *, writes: bool, keeps: bool = True) -> AsyncEngine:
    at = make_url(url).set(drivername="postgresql+asyncpg")
    pool = {"pool_size": 8, "max_overflow": 8, "pool_pre_ping": True} if keeps else {}
    engine = create_async_engine(
        at, connect_args=_given(schema), hide_parameters=True, **pool, **({} if keeps else _NO_POOL)
    )
    if writes:
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


_NO_POOL = {"poolclass": NullPool}


def lock_number(owner: str) -> int:
    """Gives the number of an owner's advisory lock."""
    return int.from_bytes(hashlib.sha256(owner.encode()).digest()[:8], signed=True)


class PostgresDatabase:
    """One schema of a PostgreSQL database, whose units of work run whole."""

    def __init__(self, url: str, schema: str = "public") -> None:
        self.url, self.schema = url, schema
        self._writer = _engine(url, schema, writes=True)
        self._readers = _engine(url, schema, writes=False)
        self._is_closed = False
        self._running = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def writing(self, work: Work[T], name: str, lock: str = "") -> T:
        """Runs the work in one transaction under that lock; an exception rolls it back."""
        return await shielded(self._write(work, lock), name)

    @asynccontextmanager
    async def turn(self, lock: str) -> AsyncIterator[AsyncConnection]:
        """Begins a transaction and waits for the lock; the caller is shielded, as in `writing`."""
        async with self._begun(self._writer) as connection:
            if lock:
                await hold(connection, lock)
            yield connection

    async def reading(self, work: Work[T], name: str) -> T:
        """Runs the work on one snapshot of committed data; a write in it is a StoreError."""
        return await shielded(self._read(work), name)

    async def checkpoint(self) -> bool:
        """Frees the space of deleted rows; the server's own log keeps it until reused."""
        with reaching():
            async with self._writer.connect() as connection:
                raw = await connection.execution_options(isolation_level="AUTOCOMMIT")
                await raw.execute(text("VACUUM"))
        return True

    async def close(self) -> None:
        """Closes the connections once running units are done (shutdown)."""
        self._is_closed = True
        await self._idle.wait()
        await self._writer.dispose()
        await self._readers.dispose()

    async def _write(self, work: Work[T], lock: str) -> T:
        async with self.turn(lock) as connection:
            return await work(connection)

    async def _read(self, work: Work[T]) -> T:
        async with self._begun(self._readers) as connection:
            return await work(connection)

    @asynccontextmanager
    async def _begun(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        if self._is_closed:
            raise StoreError("The database is closed.")
        self._running += 1
        self._idle.clear()
        try:
            async with _begun(engine) as connection:
                yield connection
        finally:
            self._running -= 1
            if not self._running:
                self._idle.set()


@asynccontextmanager
async def _begun(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Connects and begins a transaction, which is committed unless an exception rolls it back."""
    with reaching():
        connection = await engine.connect()
    try:
        with translated():
            async with connection.begin():
                yield connection
    finally:
        await connection.close()


# Why a transaction-level advisory lock. Two processes may decide about one person at once (a
# message on one shard, a command on another). READ COMMITTED would let both read the state before
# either wrote it; row locks cannot help, since a first decision has no row to lock yet. The lock
# is taken as the first statement of the unit, before anything is read, and PostgreSQL lets go of
# it with the commit or the rollback, so no crash can leave it behind.
#
# Why no deadlock. Everybody takes locks in one order: the person a unit decides about, then the
# space whose settings or reports it changes, then what is of nobody (`engine/counts.SHARED`, held
# last). The vault makes a key in a transaction of its own that is one statement and takes nothing
# else, so it stands at the end of that order.
# Two owners whose numbers collide (64 bits of SHA-256) wait for each other without need, no more.
async def hold(connection: AsyncConnection, owner: str) -> None:
    """Waits for the owner's lock, and holds it until the transaction ends."""
    await connection.execute(
        text("SELECT pg_advisory_xact_lock(:number)"), {"number": lock_number(owner)}
    )


def with_connection(
    url: str, work: Callable[[Connection], T], *, writes: bool, schema: str = "public"
) -> T:
    """Runs a synchronous function on one connection, in one transaction, from any thread."""

    async def within() -> T:
        engine = _engine(url, schema, writes=writes, keeps=False)
        try:
            async with _begun(engine) as connection:
                return await connection.run_sync(work)
        finally:
            await engine.dispose()

    with ThreadPoolExecutor(1) as aside:  # this thread may have a loop of its own
        return aside.submit(asyncio.run, within()).result()
