"""That an answer is on its way, shown for as long as it is, and no longer."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.errors import PlatformError
from bot.tasks import ended, start

AGAIN_S = 20.0  # a homeserver forgets it after the time it is told, which is longer


class Typing:
    """Shows it once a room, however many answers are being written there.

    Args:
        show: tells the homeserver that it is so in a room, or is so no more.
        again_s: after how long it is told again.
    """

    def __init__(
        self, show: Callable[[str, bool], Awaitable[None]], again_s: float = AGAIN_S
    ) -> None:
        self._show, self._again_s = show, again_s
        self._writing: Counter[str] = Counter()
        self._over: dict[str, asyncio.Event] = {}
        self._showing: set[asyncio.Task[None]] = set()

    def begin(self, room: str) -> None:
        """Shows it from now on."""
        self._writing[room] += 1
        if room in self._over:
            return
        over = self._over[room] = asyncio.Event()
        task = start(self._until(room, over), "typing")
        self._showing.add(task)
        task.add_done_callback(self._showing.discard)

    def end(self, room: str) -> None:
        """Shows it no longer, once nothing else is being written there."""
        self._writing[room] -= 1
        if self._writing[room] <= 0:
            del self._writing[room]
            over = self._over.pop(room, None)
            if over is not None:
                over.set()

    async def close(self) -> None:
        """Lets go of all; a homeserver forgets it by itself."""
        for task in tuple(self._showing):
            await ended(task)

    async def _until(self, room: str, over: asyncio.Event) -> None:
        while not over.is_set():
            await self._told(room, is_on=True)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._again_s):
                    await over.wait()
        if room not in self._over:  # a later answer shows it on
            await self._told(room, is_on=False)

    async def _told(self, room: str, *, is_on: bool) -> None:
        with suppress(PlatformError):  # an answer comes without it, too
            await self._show(room, is_on)
