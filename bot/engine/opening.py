"""When a reply begins to show: its first words are held a moment, a placeholder while none come."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.capabilities import Growth
from bot.engine.generate import Silenced
from bot.engine.streaming_message import StreamingMessage

# Whether a reply still stands is asked right before words show, and not before that: held words are
# released unasked, for they may be a second old when they show, and are asked about then, all of
# them at once. All of it happens in the reply's own task: no timer shows anything beside it.


@dataclass(slots=True)
class Opening:
    """The beginning of one reply; all times are those of the event loop.

    Args:
        stands: asked before anything shows.
        is_live: the person and the platform let a reply show while it is written.
        began: when the reply was begun.
        not_before: when its first words may be shown at the earliest.
    """

    writer: StreamingMessage
    growth: Growth
    stands: Callable[[], Awaitable[bool]]
    is_live: bool
    began: float
    not_before: float
    shows_at: float | None = None  # None: there are no words yet
    is_open: bool = False
    opened_at: float | None = None  # when its first words were shown, while it was written

    def left_s(self, _passed: int = 0) -> float | None:
        """Gives after how many seconds without words something is due; None: nothing will be."""
        at = None if self.is_open else self._due_at()
        return None if at is None else max(0.0, at - _now())

    async def may_release(self) -> bool:
        """Returns whether more words may come; it is not asked again of those that are held.

        Of a reply that shows whole it is, so that its model does not write on for nobody.
        """
        is_held = self.is_live and not self.is_open
        return is_held or await self.stands()

    async def heard(self, text: str | None) -> None:
        """Adds released words, or with None shows what is due. Raises Silenced."""
        if text is None:
            await self._show_what_is_due()
            return
        await self.writer.grow(text, is_shown=self.is_open)
        if self.shows_at is None and self.writer.text.strip():
            await self._begin()

    async def over(self) -> None:
        """Lets a reply that was held to its end be shown whole. Raises Silenced."""
        if not self.is_open:
            await asyncio.sleep(max(0.0, self.not_before - _now()))
            await self._check()

    def _due_at(self) -> float | None:
        if self.shows_at is not None and self.is_live:
            return self.shows_at
        return None if self.writer.is_there else self._placeholder_at

    @property
    def _placeholder_at(self) -> float | None:
        wait = self.growth.placeholder_s
        return None if wait is None else self.began + wait

    async def _begin(self) -> None:
        """Shows the first words at once, or says when: as soon as a placeholder would stand."""
        held = _now() + self.growth.hold_s
        at = held if self._placeholder_at is None else min(held, self._placeholder_at)
        self.shows_at = max(at, self.not_before)
        if self.is_live and self.shows_at <= _now():
            await self._show_what_is_due()

    async def _show_what_is_due(self) -> None:
        await self._check()
        if self.shows_at is not None and self.is_live:
            self.is_open, self.opened_at = True, self.opened_at or _now()
            await self.writer.grow("")
        else:
            await self.writer.hold_place()

    async def _check(self) -> None:
        if not await self.stands():
            raise Silenced


def _now() -> float:
    return asyncio.get_running_loop().time()
