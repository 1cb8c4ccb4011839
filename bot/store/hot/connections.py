"""Connections to PostgreSQL on its own driver: a few, lent as they are, without a ping or a reset.

A connection comes back between two transactions and holds no state of a session, so there is
nothing to reset. Whether it is broken shows at its first statement, which says no more than BEGIN
and a lock, or only reads, or makes a key that can be there once: so that one is asked again on a
new connection, and whatever the server made of it the first time does no harm.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import asyncpg

from bot.errors import StoreAway, StoreError
from bot.store.database.postgres import FAILURES, reaching

T = TypeVar("T")
Ask = Callable[[Any], Awaitable[T]]  # statements on a connection of the driver's
CLOSED = "The database is closed."
_TAKEN = "The database is in use for too long by another program. Try again later."
_SETTINGS = {"standard_conforming_strings": "on"}  # scripts rely on it
_SNAPSHOTS = {
    "default_transaction_isolation": "repeatable read",
    "default_transaction_read_only": "on",
}
LONGEST_WAIT_S = 30.0  # for a turn: as long as the server lets anybody wait for a lock


@dataclass(slots=True)
class Lent:
    """A connection, for one unit of work."""

    connection: Any
    renew: Callable[[], Awaitable[Any]]
    may_be_broken: bool

    async def run(self, ask: Ask[T]) -> T:
        """Runs statements; the first again where the connection turns out broken. StoreError."""
        may_be_broken, self.may_be_broken = self.may_be_broken, False
        with reaching():
            try:
                return await ask(self.connection)
            except FAILURES:
                if not (may_be_broken and self.connection.is_closed()):
                    raise
            self.connection = await self.renew()
            return await ask(self.connection)


@dataclass(slots=True)
class Connections:
    """At most so many connections to one schema; they are made when they are needed.

    Args:
        given: what the driver connects with.
        reads_only: whether each transaction is one snapshot, in which nothing can be written.
    """

    given: dict[str, Any] = field(repr=False)  # with a password
    most: int
    reads_only: bool = False
    _free: list[Any] = field(default_factory=list)  # no more than `most`; the last is lent first
    _turns: asyncio.Semaphore = field(init=False)
    _is_closed: bool = False

    def __post_init__(self) -> None:
        self._turns = asyncio.Semaphore(self.most)
        more = _SETTINGS | (_SNAPSHOTS if self.reads_only else {})
        settings = {"server_settings": self.given["server_settings"] | more}
        self.given = self.given | settings

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[Lent]:
        """Lends a connection, and undoes the transaction that was left open. Raises StoreError."""
        async with self._turn():
            while self._free and self._free[-1].is_closed():
                self._free.pop()
            is_new = not self._free
            lent = Lent(await self._made() if is_new else self._free.pop(), self._made, not is_new)
            try:
                yield lent
            finally:
                if await _is_clean(lent.connection):
                    self._free.append(lent.connection)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        async with waited_for(self._turns):
            if self._is_closed:
                raise StoreError(CLOSED)
            yield

    async def _made(self) -> Any:
        with reaching():
            return await asyncpg.connect(**self.given)

    async def close(self) -> None:
        """Lets go of the connections once running units are done."""
        self._is_closed = True
        for _ in range(self.most):
            await self._turns.acquire()
        while self._free:
            await _ended(self._free.pop())
        for _ in range(self.most):
            self._turns.release()


@asynccontextmanager
async def waited_for(turn: asyncio.Lock | asyncio.Semaphore) -> AsyncIterator[None]:
    """Holds a turn, for which nobody waits for ever. Raises StoreAway."""
    try:
        async with asyncio.timeout(LONGEST_WAIT_S):
            await turn.acquire()
    except TimeoutError:
        raise StoreAway(_TAKEN) from None
    try:
        yield
    finally:
        turn.release()


async def _is_clean(connection: Any) -> bool:
    """Undoes what is open on a connection, and gives whether it can be lent again."""
    if connection.is_closed():
        return False
    if not connection.is_in_transaction():
        return True
    try:
        await connection.execute("ROLLBACK")
    except FAILURES:
        connection.terminate()
        return False
    return True


async def _ended(connection: Any) -> None:
    try:
        await connection.close(timeout=5)
    except FAILURES:
        connection.terminate()
