"""What the bot said in a reported message, as the platform has it when an admin asks.

It is read before the decision, outside its unit of work, and kept nowhere: it comes with the event.
Only a message of the bot's own that everybody there may read is shown.
"""

import asyncio
from dataclasses import dataclass, replace

import structlog

from bot.choices import Meaning, OfReports, meaning_of
from bot.commands.values import ListReports
from bot.decide.report_list import shown
from bot.engine.codec import load_post
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reports import Reports
from bot.errors import PlatformError
from bot.events import ChoiceMade, CommandGiven, Event
from bot.ids import MessageId, RoomId
from bot.ports import Chat, Store, Unit
from bot.records import PostRow
from bot.snapshot import Reported

log = structlog.get_logger()
PATIENCE_S = 5.0  # for all that one answer shows; without its text a report has its link


@dataclass(frozen=True, slots=True)
class ReportedTexts:
    """Reads the texts of the reports that an admin's command or tap will show."""

    chat: Chat
    store: Store
    names: Pseudonyms

    async def before(self, event: Event) -> Event:
        """Gives an event with these texts, where it asks for reports and comes from an admin."""
        if not isinstance(event, CommandGiven | ChoiceMade) or not _may_list(event):
            return event

        async def asked(unit: Unit) -> tuple[Reported, ...]:
            return await self._asked(unit, event)

        found = [(one.link, await self._text(one)) for one in await self.store.reading(asked)]
        return replace(event, own_texts=tuple(one for one in found if one[1])) if found else event

    async def _asked(self, unit: Unit, event: CommandGiven | ChoiceMade) -> tuple[Reported, ...]:
        means = await self._means(unit, event) if isinstance(event, ChoiceMade) else None
        if isinstance(event, ChoiceMade) and not isinstance(means, OfReports):
            return ()
        every = await Reports(unit, self.names).of(self.names.space(event.where.space))
        return shown(every, means)

    async def _means(self, unit: Unit, event: ChoiceMade) -> Meaning | None:
        key = self.names.message(event.where.room, event.message)
        row = await unit.get(PostRow, self.names.scope(event.scope), key)
        return meaning_of(load_post(row.body)[0], event.label) if row and row.body else None

    async def _text(self, one: Reported) -> str:
        """Gives what stands there now, or nothing where it is gone, another's or not to be had."""
        if not (one.room and one.message):
            return ""
        try:
            async with asyncio.timeout(PATIENCE_S):
                said = await self.chat.read(RoomId(one.room), MessageId(one.message))
        except (PlatformError, TimeoutError) as failure:
            log.warning("a reported text could not be read", error=type(failure).__name__)
            return ""
        return said.text if said is not None and said.by is None else ""


def _may_list(event: CommandGiven | ChoiceMade) -> bool:
    """Whether an event is worth a look: an admin's tap, but of commands only the one that lists."""
    is_worth_it = isinstance(event, ChoiceMade) or isinstance(event.command, ListReports)
    return is_worth_it and event.where.by_admin and not event.where.is_direct
