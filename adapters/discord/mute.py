"""Channels where it cannot answer: nothing is asked of a model there, and its person is told alone.

The line waits for the person's next private occasion; where a life is at risk nothing waits.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from adapters.discord import names as ids
from adapters.discord import sentences
from adapters.discord.api import Api
from adapters.discord.chat import DiscordChat
from adapters.discord.kept import Kept
from adapters.discord.rights import SPEAKING
from bot.commands import in_words
from bot.crisis import texts
from bot.crisis.tiers import Tier, stated
from bot.errors import PlatformError
from bot.events import MessageEdited, MessageSeen, WordlessSeen
from bot.ids import PersonId, RoomId, SendKey
from bot.withdrawal import Wish, wish_in

Spoken = MessageSeen | MessageEdited
log = structlog.get_logger()
UNANSWERED = "unanswered in"
OFTEN = timedelta(minutes=10)  # between two lines in one channel
MOST = 2000


@dataclass
class Mute:
    """Takes up what was said to the bot where it cannot answer."""

    api: Api
    chat: DiscordChat
    kept: Kept
    lacks: Callable[[str], tuple[str, ...]]  # what it may not do in a channel
    _told: dict[RoomId, datetime] = field(default_factory=dict)

    async def takes(self, event: Spoken | WordlessSeen) -> bool:
        """Whether it took a message up: the core can answer it where it did not."""
        lacks = () if event.where.is_direct else self.lacks(ids.channel(event.where.room))
        if not lacks or (isinstance(event, Spoken) and _is_a_right(event)):
            return False
        if await self.kept.is_ignored(event.person):
            return True
        if isinstance(event, Spoken) and _is_at_risk(event):
            is_mute = bool({*SPEAKING} & {*lacks})
            return is_mute and await self._told_alone(event)
        return not isinstance(event, MessageEdited) and await self._is_left(event, lacks)

    async def tell(self, event: MessageSeen) -> None:
        """Says in a direct message that a person began what could not be said elsewhere."""
        line = await self.line(event.person) if event.where.is_direct else ""
        if line:
            await self.chat.say(SendKey(f"discord:waited:{event.message}"), event.where.room, line)

    async def line(self, person: PersonId) -> str:
        """Gives, once, the line that waits for a person; empty where none does."""
        channel = await self.kept.of(person, UNANSWERED)
        if not channel:
            return ""
        await self.kept.keep(person, UNANSWERED, "")
        where, rights = f"<#{channel}>", ", ".join(self.lacks(channel))
        text = sentences.UNANSWERED if rights else sentences.UNANSWERED_THEN
        return text.format(where=where, rights=rights)

    async def _is_left(self, event: MessageSeen | WordlessSeen, lacks: tuple[str, ...]) -> bool:
        """Says what lacks where it can be said, else keeps that the person waits."""
        if {*SPEAKING} & {*lacks}:
            await self._keep(event)
        else:
            await self._say_what_lacks(event, lacks)
        return True

    async def _keep(self, event: MessageSeen | WordlessSeen) -> None:
        if not await self.kept.of(event.person, UNANSWERED):
            log.warning("discord: a message stays unanswered: it may not write there")
            await self.kept.keep(event.person, UNANSWERED, ids.channel(event.where.room))

    async def _told_alone(self, event: Spoken) -> bool:
        """Says the fixed words in a direct message, once; False where there can be none."""
        verdict = stated(event.all_words).verdict  # an edit that is graver is said anew
        name = f"told alone {event.message} {int(verdict.tier)}"
        if await self.kept.house(name) is not None:
            return True
        text = texts.private(verdict, "")
        try:
            body = {"recipient_id": ids.user(event.person)}
            channel = str((await self.api.ask("POST", "/users/@me/channels", body))["id"])
            room = ids.room(channel, is_direct=True)
            await self.chat.say(
                SendKey(f"discord:alone:{event.message}:{int(verdict.tier)}"), room, text
            )
        except PlatformError as failure:
            log.error("discord: no way to answer where a life is at risk", what=str(failure))
            return False
        await self.kept.keep_house(name, "told", lasts=False)
        return True

    async def _say_what_lacks(
        self, event: MessageSeen | WordlessSeen, lacks: tuple[str, ...]
    ) -> None:
        room, last = event.where.room, self._told.get(event.where.room)
        if last is not None and event.at - last < OFTEN:
            return
        self._told[room] = event.at
        while len(self._told) > MOST:
            del self._told[next(iter(self._told))]
        line = sentences.LACKING.format(rights=", ".join(lacks))
        await self.chat.say(SendKey(f"discord:lacks:{event.message}"), room, line)


def _is_at_risk(event: Spoken) -> bool:
    return stated(event.all_words).verdict.tier >= Tier.ELEVATED


def _is_a_right(event: Spoken) -> bool:
    """Whether it takes effect though nothing can be said to it."""
    found = wish_in(event.text)
    return in_words(event.text) == "stop" or (found is not None and found.wish > Wish.UNSURE)
