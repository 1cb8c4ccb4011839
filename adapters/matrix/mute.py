"""Rooms where it may not write: nothing is asked of a model there, and its person is told alone.

The line waits for the person's next private occasion; where a life is at risk nothing waits.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import structlog

from adapters.matrix import names as ids
from adapters.matrix import sentences
from adapters.matrix.chat import MatrixChat
from adapters.matrix.home import Home
from adapters.matrix.kept import Kept
from adapters.matrix.powers import Powers
from adapters.matrix.rooms import Rooms
from bot import phrases
from bot.companion.reading import reading_of
from bot.crisis import texts
from bot.errors import PlatformError
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    WordlessSeen,
)
from bot.ids import PersonId, SendKey
from bot.ports import Clock
from bot.reading import Reading
from bot.withdrawal import Wish

JSON = dict[str, Any]
Spoken = MessageSeen | MessageEdited
Asking = Spoken | WordlessSeen | ReactionAdded | ChoiceMade
log = structlog.get_logger()
UNANSWERED = "unanswered in"
DAY = timedelta(days=1)
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=1)  # until it is tried there again
MOST = 2000
LINK = "https://matrix.to/#/"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A room refused what its powers allow: until when nothing is tried there."""

    powers: Powers
    until: datetime
    wait: timedelta = SHORTEST


@dataclass
class Mute:
    """Takes up what was said to the bot where it may not write."""

    home: Home
    rooms: Rooms
    kept: Kept
    chat: MatrixChat
    clock: Clock
    _refused: dict[str, Refusal] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.home.forbidden = self.refused

    def refused(self, room: str) -> None:
        """Tries nothing in a room for a while: twice as long each time that it refuses again."""
        now, last = self.clock.now(), self._refused.pop(room, None)
        is_again = last is not None and now - last.until < DAY
        wait = min(last.wait * 2, LONGEST) if last is not None and is_again else SHORTEST
        self._refused[room] = Refusal(self.rooms.powers(room), now + wait, wait)
        while len(self._refused) > MOST:
            del self._refused[next(iter(self._refused))]

    def is_mute(self, room: str) -> bool:
        """Whether nothing may be said in a room, or it refused not long ago."""
        last = self._refused.get(room)
        is_held = last is not None and self.clock.now() < last.until
        holds = last is not None and is_held and last.powers == self.rooms.powers(room)
        return holds or self.rooms.is_mute(room)

    async def takes(self, event: Event) -> bool:
        """Whether it took something up: the core can answer it where it did not."""
        if not isinstance(event, Asking) or not self.is_mute(_room_of(event)):
            return False
        if isinstance(event, ChoiceMade):
            return event.label == phrases.TRY_AGAIN and await self._keep(event)
        reading = await reading_of(event)
        if _is_a_right(reading):
            return False
        if await self.kept.is_ignored(event.person):
            return True
        if reading.is_at_risk:
            return await self._told_alone(event, reading)
        return not isinstance(event, MessageEdited) and await self._keep(event)

    async def tell(self, event: Event) -> None:
        """Says alone to a person who is spoken with alone what could not be said elsewhere."""
        is_private = isinstance(event, MessageSeen) and event.where.is_direct
        line = await self._line(event) if is_private or isinstance(event, CommandGiven) else ""
        if line:
            key = SendKey(f"matrix:waited:{event.id}")
            with suppress(PlatformError):
                await self.chat.say(key, event.where.room, line, to=event.person)
                await self._note(event.person, {**await self._waits(event.person), "told": True})

    async def _line(self, event: Event) -> str:
        waits = await self._waits(event.person)
        if not waits or waits["told"]:
            return ""
        is_mute = self.is_mute(waits["room"])
        text = sentences.UNANSWERED if is_mute else sentences.UNANSWERED_THEN
        return text.format(where=LINK + quote(waits["room"], safe="!:"))

    async def _keep(self, event: Asking) -> bool:
        """Keeps that a person waits, once a day; True."""
        waits = await self._waits(event.person)
        is_over = waits and waits["told"] and event.at - datetime.fromisoformat(waits["at"]) >= DAY
        if not waits or is_over:
            log.warning("matrix: a message stays unanswered: it may not write there")
            what = {"room": _room_of(event), "at": event.at.isoformat(), "told": False}
            await self._note(event.person, what)
        return True

    async def _told_alone(self, event: Asking, reading: Reading) -> bool:
        """Says the fixed words in a direct room, once; False where there can be none."""
        verdict = reading.stated.verdict
        text = texts.private(verdict, "")
        # An edit that is graver is said anew: what a key said once is never said again under it.
        key = SendKey(f"matrix:alone:{event.message}:{int(verdict.tier)}")
        try:
            await self.chat.say(key, event.where.room, text, to=event.person)
        except PlatformError as failure:
            log.error("matrix: no way to answer where a life is at risk", what=str(failure))
            return False
        return True

    async def _waits(self, person: PersonId) -> JSON:
        return await self.kept.of(person, UNANSWERED) or {}

    async def _note(self, person: PersonId, what: JSON) -> None:
        await self.kept.keep(person, UNANSWERED, what)


def _room_of(event: Asking) -> str:
    """Gives the room in which what somebody did stands."""
    return ids.found(event.message, event.where.room)[1]


def _is_a_right(reading: Reading) -> bool:
    """Whether it takes effect though nothing can be said to it."""
    found = reading.wish
    return reading.command == "stop" or (found is not None and found.wish > Wish.UNSURE)
