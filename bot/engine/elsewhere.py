"""Pending erasures: what platforms must still forget, retried for at most 30 days."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import timedelta

import structlog

from bot.engine.backoff import Backoff
from bot.engine.erasing import load_forgotten
from bot.ids import RoomId
from bot.ports import Chat, Clock, Store, Unit
from bot.records import HOUSE, DueRow, ForgetElsewhere

log = structlog.get_logger()
ASKED_FOR = timedelta(days=30)
NEVER_FORGOT = "a platform did not forget what was erased, and is asked no more"
FEWEST = 5  # tries, over a quarter of an hour: what was off for long is given time to start


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Asks platforms to forget what was erased; retries a failure with back-off, for 30 days."""

    store: Store
    clock: Clock
    chat: Chat
    later: Backoff = field(default_factory=lambda: Backoff(most=None))

    async def round(self) -> None:
        """Begins a round of the back-off, and tries the keys that are due in it."""
        await self.forget(self.later.round())

    async def forget(self, late: Collection[str] = ()) -> None:
        """Tries every erasure that need not wait, and the hopeless ones a last time."""
        rows = await self.store.reading(_pending)
        for row in rows:
            if not self.later.waits(row.key) or self._is_hopeless(row):
                await self._one(row)
        for key in set(late) - {row.key for row in rows}:  # another process did it
            self.later.over(key)

    async def _one(self, row: DueRow) -> None:
        is_forgotten = await self._is_forgotten(row)
        if not is_forgotten:
            self.later.refused(row.key)
        if is_forgotten or self._is_hopeless(row):
            await self._end(row, is_forgotten=is_forgotten)

    async def _is_forgotten(self, row: DueRow) -> bool:
        """Asks a platform to forget; False if that fails or another process serves it."""
        person, spaces, at = load_forgotten(row)
        if not any(self.chat.serves(RoomId(space), space) for space in spaces):
            return False
        try:
            await self.chat.forget(person, spaces, at)
        except Exception as failure:  # whatever a platform fails with, it is tried again
            log.warning("a platform could not forget yet", error=type(failure).__name__)
            return False
        return True

    def _is_hopeless(self, row: DueRow) -> bool:
        """Returns whether an erasure failed for 30 days, so that the person's id must go."""
        since = load_forgotten(row)[2]
        is_old = self.clock.now() - since >= ASKED_FOR
        return is_old and self.later.tries(row.key) >= FEWEST

    async def _end(self, row: DueRow, *, is_forgotten: bool) -> None:
        async def end(unit: Unit) -> bool:
            return await unit.drop(DueRow, HOUSE, row.key)

        was_open = await self.store.deciding(HOUSE, end)
        self.later.over(row.key)
        if was_open and not is_forgotten:
            log.error(NEVER_FORGOT, days=ASKED_FOR.days)


async def _pending(unit: Unit) -> tuple[DueRow, ...]:
    """Gives the erasures that a platform has not done, which are of nobody any more."""
    rows = await unit.find(DueRow, HOUSE)
    return tuple(row for row in rows if isinstance(row.task, ForgetElsewhere))
