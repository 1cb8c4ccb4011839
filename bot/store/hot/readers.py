"""Readers of an SQLite file: each unit reads one snapshot on a connection of its own."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot.errors import StoreError
from bot.store.hot.sqlite import CLOSED, SqliteSession, connected
from bot.store.session import Session

T = TypeVar("T")
MOST = 4  # at once; the others wait


@dataclass(slots=True)
class Readers:
    """A few connections that cannot write."""

    file: Path
    _threads: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(MOST, "reads"))
    _free: list[sqlite3.Connection] = field(default_factory=list)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MOST))
    _is_closed: bool = False

    async def reading(self, work: Callable[[Session], Awaitable[T]]) -> T:
        """Runs the work on one snapshot of what is committed; a write in it is a StoreError."""
        async with self._turns:
            with self._lent() as connection:
                return await work(SqliteSession(connection, self._threads, ("BEGIN",)))

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        """Lends a connection; the end of a read waits for nothing, so it takes no hop."""
        if self._is_closed:
            raise StoreError(CLOSED)
        connection = self._free.pop() if self._free else connected(self.file, writes=False)
        try:
            yield connection
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            self._free.append(connection)

    async def close(self) -> None:
        """Lets go of the connections once running units are done."""
        self._is_closed = True
        for _ in range(MOST):
            await self._turns.acquire()
        for connection in self._free:
            connection.close()
        self._free.clear()
        self._threads.shutdown()
        for _ in range(MOST):
            self._turns.release()
