"""Hears on PostgreSQL what other processes announce (LISTEN and NOTIFY)."""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import asyncpg

from bot.clock import since_boot
from bot.errors import StoreError
from bot.store.database.postgres import reaching
from bot.tasks import ended, start

CHANNEL = "attune"
BEAT_S = 1.0  # between two questions whether the server is there, and between two attempts


# What must hold: once another process has committed an announcement, a number given later is
# another one, or is about to be. PostgreSQL sends an announcement when its transaction commits, a
# few milliseconds behind the commit at most, so whoever is told and then reads sees what was
# committed. What comes in those milliseconds is as if it had come before the commit: it was read
# or begun before anybody could know, and nobody was promised more.
# An announcement is never lost in silence. It may be lost while nobody listens: before the first
# LISTEN, after the connection broke, or while it only seems to stand because a network swallows
# what is sent. In each of these states every number is another one: the first counts as down,
# a break is told by the driver, and of a silent connection the server is asked every second:
# where it does not answer for two such beats, its word is not taken any more. When it listens
# again the number moves once more, so that what was missed in between is looked for.
@dataclass(slots=True)
class Listener:
    """Counts what others announced, on a connection of its own, from the first question on."""

    given: dict[str, Any] = field(repr=False)  # what the driver connects with
    elapsed: Callable[[], float] = since_boot
    token: str = field(default_factory=lambda: secrets.token_hex(8))  # of this process
    _number: int = 0
    _trusted_until: float = 0.0
    _running: asyncio.Task[None] | None = None
    _is_closed: bool = False

    @property
    def announcement(self) -> str:
        """The statement that tells the other processes when its transaction commits."""
        return f"NOTIFY {CHANNEL}, '{self.token}'"

    def number(self) -> int:
        """Gives a number that is another one whenever others may have announced something."""
        if self._running is None and not self._is_closed:
            self._running = start(self._listen(), "listener")
        if self.elapsed() >= self._trusted_until:
            self._number += 1
        return self._number

    async def close(self) -> None:
        """Lets go of the connection; from then on every number is another one."""
        self._is_closed = True
        if self._running is not None:
            await ended(self._running)
        self._trusted_until = 0.0

    async def _listen(self) -> None:
        """Listens, and again after a while wherever that fails."""
        while True:
            with suppress(StoreError):
                await self._listen_until_lost()
            await asyncio.sleep(BEAT_S)

    async def _listen_until_lost(self) -> None:
        with reaching():
            connection = await asyncpg.connect(**self.given)
            lost = asyncio.Event()
            connection.add_termination_listener(lambda _connection: lost.set())
            try:
                await connection.add_listener(CHANNEL, self._heard)
                self._number += 1  # what was announced until now was not heard
                await self._ask_until(lost, connection)
            finally:
                self._trusted_until = 0.0
                connection.terminate()

    async def _ask_until(self, lost: asyncio.Event, connection: Any) -> None:
        """Asks the server again and again whether it is there."""
        while not lost.is_set():
            asked_at = self.elapsed()
            await connection.execute("SELECT 1", timeout=BEAT_S)
            self._trusted_until = asked_at + 2 * BEAT_S
            with suppress(TimeoutError):
                await asyncio.wait_for(lost.wait(), BEAT_S)

    def _heard(self, _connection: Any, _pid: int, _channel: str, token: str) -> None:
        if token != self.token:
            self._number += 1
