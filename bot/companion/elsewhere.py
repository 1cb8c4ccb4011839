"""What platforms must forget of what was erased: asked again where one cannot, and not for ever."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.companion.erasing import FORGETS, load_forgotten
from bot.ids import RoomId
from bot.ports import Chat, Store, Unit
from bot.rows import HOUSE, DueRow

log = structlog.get_logger()
ASKED_FOR = timedelta(days=30)
NEVER_FORGOT = "a platform did not forget what was erased, and is asked no more"
ASKED_EVERY = timedelta(days=1)  # at the least; at first within minutes, each time twice as late


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Lets platforms forget what was erased, and ends with that after 30 days at the latest."""

    store: Store
    chat: Chat
    asked: dict[str, datetime] = field(default_factory=dict)  # when last, of each

    async def forget(self, now: datetime) -> None:
        """Asks for all whose time it is; what one platform fails on holds up no other's."""
        for row in await self.store.sweep(DueRow):
            if row.key.startswith(FORGETS) and self._is_time(row, now):
                await self._one(row, now)

    def _is_time(self, row: DueRow, now: datetime) -> bool:
        erased = row.at or now
        last = self.asked.get(row.key)
        is_late = now - erased >= ASKED_FOR
        return is_late or last is None or now - last >= min(last - erased, ASKED_EVERY)

    async def _one(self, row: DueRow, now: datetime) -> None:
        self.asked[row.key] = now
        if not await self._is_forgotten(row):
            if row.at is None or now - row.at < ASKED_FOR:
                return
            log.error(NEVER_FORGOT, days=ASKED_FOR.days)

        async def done(unit: Unit) -> None:
            await unit.drop(DueRow, HOUSE, row.key)

        await self.store.deciding(HOUSE, done)
        self.asked.pop(row.key, None)

    async def _is_forgotten(self, row: DueRow) -> bool:
        person, spaces, at = load_forgotten(row)
        if not any(self.chat.serves(RoomId(space), space) for space in spaces):
            return False  # another process does, or none
        try:
            await self.chat.forget(person, spaces, at)
        except Exception as failure:  # whatever a platform fails with, it is tried again
            log.warning("a platform could not forget yet", error=type(failure).__name__)
            return False
        return True
