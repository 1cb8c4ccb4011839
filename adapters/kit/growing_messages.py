"""Messages that grow by edits, throttled: some time apart, at most so many, and the last always."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field

import structlog

from adapters.kit.retry import Sleep
from bot.bounded import BoundedMap
from bot.errors import PlatformError
from bot.tasks import start

log = structlog.get_logger()


MOST_GROWING = 500


@dataclass(frozen=True, slots=True)
class Pace:
    """How far apart edits are, and how many there may be.

    Args:
        slower_by: how much longer each edit after `slower_from` waits than the one before it.
    """

    pause_s: float
    most: int
    slower_from: int
    slower_by: float = 1.0


@dataclass
class Growing:
    """One message that grows."""

    show: Callable[[str], Awaitable[None]]
    shown: str = field(repr=False)
    edits: int = 0
    wanted: str | None = field(default=None, repr=False)
    waiting: asyncio.Task[None] | None = None

    def pause_s(self, pace: Pace) -> float:
        """Gives how many seconds to wait before the next edit."""
        return pace.pause_s * pace.slower_by ** max(0, self.edits - pace.slower_from)


class Streams:
    """All messages that are growing now."""

    def __init__(self, pace: Pace, platform: str, sleep: Sleep = asyncio.sleep) -> None:
        self._pace, self._platform, self._sleep = pace, platform, sleep
        # What was whole at once is never ended: the oldest is let go of.
        self._growing = BoundedMap[str, Growing](MOST_GROWING)

    def begin(self, event: str, text: str, show: Callable[[str], Awaitable[None]]) -> None:
        """Adds a message that was sent; `show` edits it to a text."""
        self._growing[event] = Growing(show, text)

    async def grow(self, event: str, text: str, *, is_last: bool) -> bool:
        """Shows a longer text soon, or the last one at once; False if the message is unknown.

        A text that is only the beginning of what stands is shown if it is the last: a reply that is
        written again after a crash shrinks nothing meanwhile.

        Args:
            is_last: no more text comes. Raises PlatformError if the text cannot be shown.
        """
        one = self._growing.get(event)
        if one is None:
            return False
        is_shown = text == one.shown or (not is_last and one.shown.startswith(text))
        one.wanted = None if is_shown else text
        if is_last:
            del self._growing[event]
            await _stop(one)
            await _show(one)
        else:
            self._go_on(one)
        return True

    async def end(self, event: str) -> None:
        """Forgets a message, because other words replace it."""
        one = self._growing.pop(event, None)
        if one is not None:
            await _stop(one)

    def _go_on(self, one: Growing) -> None:
        if one.wanted is not None and one.waiting is None and one.edits < self._pace.most - 1:
            one.waiting = start(self._later(one), "edit")

    async def _later(self, one: Growing) -> None:
        await self._sleep(one.pause_s(self._pace))
        try:
            await _show(one)
        except PlatformError as failure:
            log.warning(f"{self._platform}: an edit is left out", what=str(failure))
        finally:
            one.waiting = None
        self._go_on(one)


async def _show(one: Growing) -> None:
    text, one.wanted = one.wanted, None
    if text is not None:
        one.edits += 1
        one.shown = ""  # an edit that fails or is cut off may stand all the same
        await one.show(text)
        one.shown = text


async def _stop(one: Growing) -> None:
    if one.waiting is not None:
        one.waiting.cancel()
        with suppress(asyncio.CancelledError):
            await one.waiting
        one.waiting = None
