"""Asks the judge about risks that patterns miss: it can add a line of help, and remove none."""

from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.engine.pseudonyms import Pseudonyms
from bot.errors import PlatformError, StoreError
from bot.events import MessageSeen, RiskJudged
from bot.ids import EventId
from bot.model.judge import BEFORE, Judge
from bot.ports import Chat, Store, Unit
from bot.records import ConversationRow, PersonRow

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Judging:
    """Asks the judge about a message, with the two messages of the same person before it."""

    chat: Chat
    store: Store
    names: Pseudonyms
    judge: Judge | None

    @property
    def is_on(self) -> bool:
        """Returns whether a judge is set and was calibrated well enough for this question."""
        return self.judge is not None and self.judge.hears_lives

    async def heard(self, event: MessageSeen) -> RiskJudged | None:
        """Gives the risk that the judge finds in a message, or None."""
        if self.judge is None or not self.is_on:
            return None
        if not await self.judge.is_at_risk(event.all_words, await self.before(event)):
            return None
        judged = EventId(f"{event.id}:judged")
        return RiskJudged(judged, event.at, event.person, event.where, event.message)

    async def before(self, event: MessageSeen) -> tuple[str, ...]:
        """Gives the person's messages just before, in this conversation, oldest first.

        The platform gives them, because no words are stored; none if that fails.
        """
        try:
            since = await self.store.reading(lambda unit: self._since(unit, event))
            if since is None:
                return ()
            room, message = event.where.room, event.message
            said = await self.chat.history(room, event.person, message, since)
        except (PlatformError, StoreError) as failure:
            log.info("a message was judged alone", error=type(failure).__name__)
            return ()
        own = (one for one in said if one.by == event.person and one.to_bot)
        earlier = [one for one in own if since <= one.at <= event.at and one.id != message]
        return tuple(one.text for one in earlier[-BEFORE:])

    async def _since(self, unit: Unit, event: MessageSeen) -> datetime | None:
        """Gives since when messages may be read: the conversation's start, or ignore-me's end."""
        owner, room = self.names.scope(event.scope), self.names.room(event.where.room)
        talk = await unit.get(ConversationRow, owner, room)
        person = await unit.get(PersonRow, self.names.person(event.person))
        began = talk.started_at if talk is not None else None
        read_since = person.read_since if person is not None else None
        return max(began, read_since) if began and read_since else began
