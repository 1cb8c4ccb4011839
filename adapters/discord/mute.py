"""Muted channels: where the bot cannot answer, no model is asked, and the person is told alone.

The line waits for the person's next private occasion; where a life is at risk nothing waits.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from adapters.discord import ids
from adapters.discord.api import Api
from adapters.discord.chat import DiscordChat
from adapters.discord.permissions import SPEAKING
from adapters.discord.sentences import said_on_discord
from adapters.kit.notes import Notes
from adapters.kit.tongues import Tongues
from bot.bounded import BoundedMap, BoundedSet
from bot.commands import in_words
from bot.commands.values import Stop
from bot.crisis import texts
from bot.crisis.tiers import Tier, Verdict
from bot.engine.floor import Floor
from bot.engine.reading import reading_of
from bot.errors import PlatformError, StoreError
from bot.events import Event, MessageEdited, MessageSeen, WordlessSeen
from bot.ids import PersonId, RoomId, SendKey
from bot.withdrawal import Wish, wish_in
from bot.words import Outgoing

Spoken = MessageSeen | MessageEdited
log = structlog.get_logger()
UNANSWERED = "unanswered in"
OFTEN = timedelta(minutes=10)  # between two lines in one channel
MOST = 2000


@dataclass
class Mute:
    """Handles messages to the bot in channels where it cannot answer."""

    api: Api
    chat: DiscordChat
    kept: Notes
    lacks: Callable[[str], tuple[str, ...]]  # what it may not do in a channel
    knows: Callable[[str], bool]  # whether it sees a channel at all
    tongues: Tongues
    _alone: BoundedSet[str] = field(  # whom it told alone of what
        default_factory=lambda: BoundedSet(MOST)
    )
    _told: BoundedMap[RoomId, datetime] = field(default_factory=lambda: BoundedMap(MOST))

    async def takes(self, event: Spoken | WordlessSeen, floor: Floor) -> bool:
        """Handles a message in a muted channel; False if the core can answer the message."""
        lacks = () if event.where.is_direct else self.lacks(ids.channel(event.where.room))
        if not lacks:
            return False
        is_right = isinstance(event, Spoken) and _is_a_right(event)
        if await self._is_ignored(event, floor):
            return not is_right
        verdict = await floor.weighs(event)
        if isinstance(event, Spoken) and verdict.tier >= Tier.ELEVATED:
            is_mute = bool({*SPEAKING} & {*lacks})
            return is_mute and await self._told_alone(event, verdict)
        if is_right or isinstance(event, MessageEdited):
            return False
        return await self._is_left(event, lacks)

    async def stand_in(self, event: Event, floor: Floor) -> bool:
        """Sends the crisis words privately, without the store, if the channel is muted."""
        if not isinstance(event, Spoken) or event.where.is_direct:
            return False
        is_mute = {*SPEAKING} & {*self.lacks(ids.channel(event.where.room))}
        if not is_mute or floor.meanwhile.is_ignored(event):
            return False
        verdict = await floor.weighs(event)
        return verdict.tier >= Tier.ELEVATED and await self._told_alone(event, verdict)

    async def _is_ignored(self, event: Spoken | WordlessSeen, floor: Floor) -> bool:
        """Returns whether a person chose ignore-me, as far as is known while the store is away."""
        try:
            return await self.kept.is_ignored(event.person)
        except StoreError:
            return floor.meanwhile.is_ignored(event)

    async def tell(self, event: MessageSeen) -> None:
        """Says the waiting line in a direct message that its person began."""
        line = await self.line(event.person) if event.where.is_direct else ""
        if line:
            key = SendKey(f"discord:waited:{event.message}")
            await self.chat.say(Outgoing(key, event.where.room, line))

    async def line(self, person: PersonId, locale: str = "") -> str:
        """Gives the line that waits for a person, once, or an empty text if none waits.

        Args:
            locale: the language that Discord says of them, as a code.
        """
        channel = await self.kept.of(person, UNANSWERED)
        if not channel:
            return ""
        await self.kept.keep(person, UNANSWERED, "")
        where, rights = f"<#{channel}>", ", ".join(self.lacks(channel))
        said = said_on_discord(await self.tongues.of(person, locale))
        text = said.unanswered if rights else said.unanswered_then
        text = text if self.knows(channel) else said.unanswered_gone
        return text.format(where=where, rights=rights)

    async def _is_left(self, event: MessageSeen | WordlessSeen, lacks: tuple[str, ...]) -> bool:
        """Names the missing permissions if the bot may write; else keeps a line for the person."""
        if {*SPEAKING} & {*lacks}:
            await self._keep(event)
        else:
            await self._say_what_lacks(event, lacks)
        return True

    async def _keep(self, event: MessageSeen | WordlessSeen) -> None:
        if not await self.kept.of(event.person, UNANSWERED):
            log.warning("discord: a message stays unanswered: it may not write there")
            await self.kept.keep(event.person, UNANSWERED, ids.channel(event.where.room))

    async def _told_alone(self, event: Spoken, verdict: Verdict) -> bool:
        """Says the crisis words once in a direct message, or returns False if there can be none."""
        # An edit that is graver is said anew.
        name = f"told alone {event.message} {int(verdict.tier)}"
        if await self._was_told(name):
            return True
        reading = await reading_of(event)
        strings = await self.tongues.of(event.person, reading.language)
        leaving = f"\n\n{said_on_discord(strings).leaving}" if reading.may_leave else ""
        text = texts.private(strings, verdict, "") + leaving
        key = SendKey(f"discord:alone:{event.message}:{int(verdict.tier)}")
        try:
            await self.chat.say(Outgoing(key, await self._direct(event.person), text))
        except PlatformError as failure:
            log.error("discord: no way to answer where a life is at risk", what=str(failure))
            return False
        await self._note_told(name)
        return True

    async def _direct(self, person: PersonId) -> RoomId:
        """Gives the direct message with a person, and opens one if needed."""
        body = {"recipient_id": ids.user(person)}
        channel = str((await self.api.ask("POST", "/users/@me/channels", body))["id"])
        return ids.room(channel, is_direct=True)

    async def _was_told(self, name: str) -> bool:
        """Returns whether a line was said, as far as this process knows while the store is away."""
        with suppress(StoreError):
            return name in self._alone or await self.kept.house(name) is not None
        return False

    async def _note_told(self, name: str) -> None:
        self._alone.add(name)
        with suppress(StoreError):  # then this process alone knows
            await self.kept.keep_house(name, "told", lasts=False)

    async def _say_what_lacks(
        self, event: MessageSeen | WordlessSeen, lacks: tuple[str, ...]
    ) -> None:
        room, last = event.where.room, self._told.get(event.where.room)
        if last is not None and event.at - last < OFTEN:
            return
        self._told[room] = event.at
        said = said_on_discord(await self.tongues.of(event.person))
        line = said.lacking.format(rights=", ".join(lacks))
        await self.chat.say(Outgoing(SendKey(f"discord:lacks:{event.message}"), room, line))


def _is_a_right(event: Spoken) -> bool:
    """Returns whether a message stops or withdraws, which takes effect without an answer."""
    found = wish_in(event.text)
    return in_words(event.text) == Stop() or (found is not None and found.wish > Wish.UNSURE)
