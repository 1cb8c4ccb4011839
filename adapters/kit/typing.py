"""The typing sign, shown while a reply is being written and no longer."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.errors import PlatformError
from bot.tasks import ended, start

SLOW_S = 0.3  # an answer that is there sooner needs no sign, and each is work for the platform
AGAIN_S = 20.0  # a homeserver forgets it after the time it is told, which is longer


class Typing:
    """Shows the typing sign once in a room, however many replies are being written there.

    Args:
        show: tells the homeserver to show the sign in a room, or to end it.
        again_s: after how many seconds the sign is renewed.
        slow_s: how many seconds nothing is shown at first.
    """

    def __init__(
        self,
        show: Callable[[str, bool], Awaitable[None]],
        again_s: float = AGAIN_S,
        slow_s: float = 0.0,
    ) -> None:
        self._show, self._again_s, self._slow_s = show, again_s, slow_s
        self._writing: Counter[str] = Counter()
        self._over: dict[str, asyncio.Event] = {}
        self._showing: set[asyncio.Task[None]] = set()

    def begin(self, room: str) -> None:
        """Shows the typing sign from now on."""
        self._writing[room] += 1
        if room in self._over:
            return
        over = self._over[room] = asyncio.Event()
        task = start(self._until(room, over), "typing")
        self._showing.add(task)
        task.add_done_callback(self._showing.discard)

    def end(self, room: str) -> None:
        """Ends the typing sign, once no other reply is being written in the room."""
        self._writing[room] -= 1
        if self._writing[room] <= 0:
            del self._writing[room]
            over = self._over.pop(room, None)
            if over is not None:
                over.set()

    async def close(self) -> None:
        """Drops all typing signs; a homeserver ends them by itself."""
        for task in tuple(self._showing):
            await ended(task)

    async def _until(self, room: str, over: asyncio.Event) -> None:
        if self._slow_s and await _is_set(over, self._slow_s):
            return
        while not over.is_set():
            await self._told(room, is_on=True)
            await _is_set(over, self._again_s)
        if room not in self._over:  # a later answer shows it on
            await self._told(room, is_on=False)

    async def _told(self, room: str, *, is_on: bool) -> None:
        with suppress(PlatformError):  # an answer comes without it, too
            await self._show(room, is_on)


async def _is_set(event: asyncio.Event, within_s: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(within_s):
            await event.wait()
    return event.is_set()
