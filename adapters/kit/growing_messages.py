"""Messages that grow by edits, throttled: some time apart, at most so many, and the last always."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import structlog

from adapters.kit.retry import Sleep
from bot.bounded import BoundedMap
from bot.errors import PlatformError
from bot.tasks import start

T = TypeVar("T")  # all that an edit changes: two that are equal look the same
log = structlog.get_logger()


MOST_GROWING = 500


@dataclass(frozen=True, slots=True)
class Pace:
    """How far apart edits are, and how many there may be. The last edit waits for nothing.

    Args:
        slower_by: how much longer each edit after `slower_from` waits than the one before it.
    """

    pause_s: float
    most: int
    slower_from: int
    slower_by: float = 1.0


@dataclass
class Growing(Generic[T]):
    """One message that grows."""

    show: Callable[[T], Awaitable[None]]
    shown: T | None = field(repr=False)  # None: an edit is under way, or failed and may have worked
    edits: int = 0
    wanted: T | None = field(default=None, repr=False)
    waiting: asyncio.Task[None] | None = None
    first_s: float | None = None

    def pause_s(self, pace: Pace) -> float:
        """Gives how many seconds to wait before the next edit."""
        if self.first_s is not None and not self.edits:
            return self.first_s
        return pace.pause_s * pace.slower_by ** max(0, self.edits - pace.slower_from)


class Streams(Generic[T]):
    """All messages that are growing now.

    Args:
        words: gives the words of what is shown.
    """

    def __init__(
        self,
        pace: Pace,
        platform: str,
        sleep: Sleep = asyncio.sleep,
        words: Callable[[T], str] = str,
    ) -> None:
        self._pace, self._platform, self._sleep, self._words = pace, platform, sleep, words
        # A message that nobody ends is let go of, the oldest first.
        self._growing = BoundedMap[str, Growing[T]](MOST_GROWING)

    def begin(
        self,
        event: str,
        shown: T | None,
        show: Callable[[T], Awaitable[None]],
        first_s: float | None = None,
    ) -> None:
        """Adds a message that was said and will grow.

        Args:
            shown: what it shows now; None: that is not known.
            show: edits it.
            first_s: the pause before its first edit, where that is not the pace's.
        """
        self._growing[event] = Growing(show, shown, first_s=first_s)

    async def grow(self, event: str, wanted: T, *, is_last: bool) -> bool:
        """Shows more soon, or the last at once, unless it shows already; False if unknown.

        Words that are only the beginning of what stands are shown if they are the last: a reply
        that is written again after a crash shrinks nothing meanwhile.

        Args:
            is_last: no more comes. Raises PlatformError if the last cannot be shown.
        """
        one = self._growing.get(event)
        if one is None:
            return False
        one.wanted = wanted if is_last or self._is_more(wanted, one.shown) else None
        if is_last:
            del self._growing[event]
            await _stop(one)
            await _show(one)
        else:
            self._go_on(one)
        return True

    async def end(self, event: str) -> bool:
        """Forgets a message, because other words replace it; False if it is unknown."""
        one = self._growing.pop(event, None)
        if one is None:
            return False
        await _stop(one)
        return True

    def _is_more(self, wanted: T, shown: T | None) -> bool:
        return shown is None or not self._words(shown).startswith(self._words(wanted))

    def _go_on(self, one: Growing[T]) -> None:
        if one.wanted is not None and one.waiting is None and one.edits < self._pace.most - 1:
            one.waiting = start(self._later(one), "edit")

    async def _later(self, one: Growing[T]) -> None:
        await self._sleep(one.pause_s(self._pace))
        try:
            await _show(one)
        except PlatformError as failure:
            log.warning(f"{self._platform}: an edit is left out", what=str(failure))
        finally:
            one.waiting = None
        self._go_on(one)


async def _show(one: Growing[T]) -> None:
    wanted, one.wanted = one.wanted, None
    if wanted is None or wanted == one.shown:
        return
    # An edit whose answer never came may have worked: until one surely did, nothing is known to
    # show, and whatever is wanted next is not taken for what shows already.
    one.edits, one.shown = one.edits + 1, None
    await one.show(wanted)
    one.shown = wanted


async def _stop(one: Growing[T]) -> None:
    # `wait`, so that whoever is cancelled here is cancelled, and not taken for what it waits for.
    if one.waiting is not None:
        one.waiting.cancel()
        await asyncio.wait({one.waiting})
        one.waiting = None
