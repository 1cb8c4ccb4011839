"""Group commit on SQLite: units of work that are ready together share one durable commit.

SQLite has one writer, so units run one after the other in the order in which they came, each in a
savepoint of one transaction. A commit waits for the disk, and nobody is told of their own before
it; whoever comes meanwhile is of the next one.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import StoreError
from bot.store.hot.others import Others
from bot.store.hot.sqlite import BEGIN, CLOSED, SqliteSession, connected, written
from bot.store.session import Changes, Session
from bot.tasks import start

T = TypeVar("T")
Work = Callable[[Session], Awaitable[tuple[T, Changes]]]
MOST_TOGETHER = 64  # units of one commit: who came first is not kept waiting by a flood
_BEGIN = (BEGIN, "SAVEPOINT unit")
_LOST = "The database undid what was ready to be committed."


@dataclass(slots=True)
class _Waiting:
    """A unit of work that waits for its turn, and then for its commit."""

    work: Work[Any]
    done: asyncio.Future[Any]
    result: Any = None


@dataclass(slots=True)
class GroupCommit:
    """The one writer of a file.

    Args:
        turn: held while it writes, so that what writes to the file otherwise takes its turn.
        others: told of every commit, so that none is taken for another process's.
    """

    file: Path
    turn: asyncio.Lock
    others: Others
    _threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "sqlite"))
    _connection: sqlite3.Connection | None = None
    _changes: int = 0  # rows that it changed up to its last commit
    _waiting: deque[_Waiting] = field(default_factory=deque)
    _running: asyncio.Task[None] | None = None
    _is_closed: bool = False

    async def deciding(self, _lock: str, work: Work[T]) -> T:
        """Runs the work in its turn and gives its result once that is committed durably.

        Every lock is the one writer's. Who is cancelled waits until the work is done. Raises
        StoreError.
        """
        if self._is_closed:
            raise StoreError(CLOSED)
        one = _Waiting(work, asyncio.get_running_loop().create_future())
        self._waiting.append(one)
        if self._running is None:
            self._running = start(self._together(), "group commit")
        try:
            result: T = await asyncio.shield(one.done)
        except asyncio.CancelledError:
            await asyncio.wait({one.done})
            raise
        return result

    async def close(self) -> None:
        """Lets go of the file once what waits is committed."""
        self._is_closed = True
        while self._running is not None:
            await asyncio.wait({self._running})
        if self._connection is not None:
            self._connection.close()
        self._threads.shutdown()

    async def _together(self) -> None:
        """Runs what waits, commits it at once, and only then tells each that it stands."""
        ready: list[_Waiting] = []
        try:
            async with self.turn:
                is_committed = False
                while self._waiting and not is_committed:
                    is_committed = await self._one(self._waiting.popleft(), ready)
                await self._commit()
            for one in ready:
                _tell(one)
        except BaseException as failure:  # nothing of the group stands
            for one in ready:
                _fail(one, failure)
            if not isinstance(failure, StoreError):
                raise
        finally:  # whoever came meanwhile is of the next commit
            self._running = start(self._together(), "group commit") if self._waiting else None

    async def _commit(self) -> None:
        """Commits what is open, if anything is; where that fails, all of it is undone."""
        if self._connection is not None and self._connection.in_transaction:
            try:
                await self._run(self._committed)
            except StoreError:
                await self._undo()
                raise

    async def _one(self, one: _Waiting, ready: list[_Waiting]) -> bool:
        """Runs one unit in its savepoint, and gives whether the group was committed with it.

        A unit that fails takes none of its neighbours along. Raises StoreError where the database
        undid the neighbours too.
        """
        session = None
        try:
            session = self._session()
            one.result, changes = await one.work(session)
            is_last = not self._waiting or len(ready) + 1 == MOST_TOGETHER
            is_empty = not changes and not session.has_begun
            if not is_empty:
                await session.run(partial(self._finished, changes, is_last=is_last))
        except BaseException as failure:
            _fail(one, failure)
            has_begun = session is not None and session.has_begun
            if has_begun and not await self._is_undone() and ready:
                raise StoreError(_LOST) from failure
            if not isinstance(failure, Exception):
                raise
            return False
        ready.append(one)
        return is_last and not is_empty

    def _session(self) -> SqliteSession:
        if self._connection is None:
            self._connection = connected(self.file, writes=True)
        return SqliteSession(self._connection, self._threads, _BEGIN)

    async def _is_undone(self) -> bool:
        """Undoes one unit, and gives whether those before it in its transaction still stand."""
        try:
            await self._all("ROLLBACK TO unit", "RELEASE unit")
        except StoreError:  # the whole transaction is gone, or its commit failed
            await self._undo()
            return False
        return True

    async def _undo(self) -> None:
        with suppress(StoreError):  # there is none any more
            await self._all("ROLLBACK")

    async def _all(self, *statements: str) -> None:
        await self._run(lambda connection: [connection.execute(one) for one in statements])

    async def _run(self, work: Callable[[sqlite3.Connection], object]) -> None:
        assert self._connection is not None
        await SqliteSession(self._connection, self._threads, ()).run(work)

    def _finished(self, changes: Changes, connection: sqlite3.Connection, *, is_last: bool) -> None:
        """Writes a unit's changes; where nobody waits, all are committed in the same hop."""
        written(changes, connection)
        connection.execute("RELEASE unit")
        if is_last:
            self._committed(connection)

    def _committed(self, connection: sqlite3.Connection) -> None:
        """Commits what was changed; where nothing was, the transaction only ends."""
        if connection.total_changes == self._changes:
            connection.execute("ROLLBACK")
            return
        self._changes = connection.total_changes
        connection.execute("COMMIT")
        self.others.committed(connection)


def _tell(one: _Waiting) -> None:
    if not one.done.done():
        one.done.set_result(one.result)


def _fail(one: _Waiting, failure: BaseException) -> None:
    if not one.done.done():
        one.done.set_exception(failure)
