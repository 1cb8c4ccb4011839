"""Muted rooms: where the bot may not write, no model is asked, and the person is told alone.

The line waits for the person's next private occasion; where a life at risk is shown nothing waits.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import structlog

from adapters.kit.tongues import Tongues
from adapters.matrix import ids
from adapters.matrix.chat import MatrixChat
from adapters.matrix.event_notes import EventNotes
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.powers import Powers
from adapters.matrix.rooms import Rooms
from adapters.matrix.sentences import said_on_matrix
from bot.bounded import BoundedMap
from bot.choices import AnswerAgain, of_label_alone
from bot.commands.values import Stop
from bot.crisis import texts
from bot.crisis.tiers import Tier, Verdict
from bot.engine.floor import Floor
from bot.engine.reading import reading_of
from bot.errors import PlatformError, StoreError
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
from bot.words import Outgoing

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
    """A room refused a message that its powers allow: no send until a given time."""

    powers: Powers
    until: datetime
    wait: timedelta = SHORTEST


@dataclass
class Mute:
    """Handles messages to the bot in rooms where it may not write."""

    home: Homeserver
    rooms: Rooms
    kept: EventNotes
    chat: MatrixChat
    clock: Clock
    floor: Floor
    tongues: Tongues
    _suspected: BoundedMap[str, str] = field(  # what was refused first, by room
        default_factory=lambda: BoundedMap(MOST)
    )
    _refused: BoundedMap[str, Refusal] = field(default_factory=lambda: BoundedMap(MOST))

    def __post_init__(self) -> None:
        self.home.forbidden, self.home.allowed = self.refused, self.taken

    def taken(self, room: str) -> None:
        """Records that a room accepted a message: an earlier refusal was about its words only."""
        self._suspected.pop(room, None)

    def refused(self, room: str, message: str) -> None:
        """Holds back all sends to a room for a while, twice as long after each refusal (back-off).

        One refused message may be refused for its words: only a second one shows that the room
        refuses, and a direct room is never held back.
        """
        now, last = self.clock.now(), self._refused.get(room)
        is_again = last is not None and now - last.until < DAY
        if self.rooms.is_direct(room) or not (is_again or self._is_second(room, message)):
            return
        wait = min(last.wait * 2, LONGEST) if last is not None and is_again else SHORTEST
        self._refused[room] = Refusal(self.rooms.powers(room), now + wait, wait)

    def _is_second(self, room: str, message: str) -> bool:
        """Returns whether another message was refused before, and none accepted since."""
        return self._suspected.setdefault(room, message) != message

    def is_mute(self, room: str) -> bool:
        """Returns whether the bot may not write in a room, or was refused there recently."""
        last = self._refused.get(room)
        is_held = last is not None and self.clock.now() < last.until
        holds = last is not None and is_held and last.powers == self.rooms.powers(room)
        return holds or self.rooms.is_mute(room)

    async def takes(self, event: Event) -> bool:
        """Handles an event in a muted room; False if the core can answer the event."""
        if not isinstance(event, Asking) or not self.is_mute(_room_of(event)):
            return False
        if isinstance(event, ChoiceMade):
            asks = isinstance(of_label_alone(event.label, self.floor.strings), AnswerAgain)
            return asks and await self._keep(event)
        reading = await reading_of(event)
        if await self._is_ignored(event):
            return not _is_a_right(reading)
        verdict = await self.floor.weighs(event)
        if isinstance(event, Spoken) and verdict.tier >= Tier.ELEVATED:
            return await self._told_alone(event, verdict)
        if _is_a_right(reading) or isinstance(event, MessageEdited):
            return False
        return await self._keep(event)

    async def stand_in(self, event: Event) -> bool:
        """Sends the crisis words privately, without the store; False if they are not needed."""
        if not isinstance(event, Spoken) or self.floor.meanwhile.is_ignored(event):
            return False
        verdict = await self.floor.weighs(event)
        return verdict.tier >= Tier.ELEVATED and await self._told_alone(event, verdict)

    async def _is_ignored(self, event: Asking) -> bool:
        """Returns whether a person chose ignore-me, as far as is known while the store is away."""
        try:
            return await self.kept.is_ignored(event.person)
        except StoreError:
            return self.floor.meanwhile.is_ignored(event)

    async def tell(self, event: Event) -> None:
        """Says the waiting line to a person in a direct room or in answer to a command."""
        is_private = isinstance(event, MessageSeen) and event.where.is_direct
        line = await self._line(event) if is_private or isinstance(event, CommandGiven) else ""
        if line:
            key = SendKey(f"matrix:waited:{event.id}")
            with suppress(PlatformError):
                await self.chat.say(Outgoing(key, event.where.room, line, to=event.person))
                await self._note(event.person, {**await self._waits(event.person), "told": True})

    async def _line(self, event: Event) -> str:
        waits = await self._waits(event.person)
        if not waits or waits["told"]:
            return ""
        said = said_on_matrix(await self.tongues.of(event.person))
        text = said.unanswered if self.is_mute(waits["room"]) else said.unanswered_then
        if self.rooms.known(waits["room"]) is None:
            text = said.unanswered_gone
        return text.format(where=LINK + quote(waits["room"], safe="!:"))

    async def _keep(self, event: Asking) -> bool:
        """Stores that a line waits for a person, once a day; True."""
        waits = await self._waits(event.person)
        is_over = waits and waits["told"] and event.at - datetime.fromisoformat(waits["at"]) >= DAY
        if not waits or is_over:
            log.warning("matrix: a message stays unanswered: it may not write there")
            what = {"room": _room_of(event), "at": event.at.isoformat(), "told": False}
            await self._note(event.person, what)
        return True

    async def _told_alone(self, event: Spoken, verdict: Verdict) -> bool:
        """Says the crisis words once in a direct room, or returns False if there can be none."""
        reading = await reading_of(event)
        strings = await self.tongues.of(event.person, reading.language)
        leaving = f"\n\n{said_on_matrix(strings).leaving}" if reading.may_leave else ""
        text = texts.private(strings, verdict, "") + leaving
        # An edit that is graver is said anew: what a key said once is never said again under it.
        key = SendKey(f"matrix:alone:{event.message}:{int(verdict.tier)}")
        try:
            await self.chat.say(Outgoing(key, event.where.room, text, to=event.person))
        except PlatformError as failure:
            log.error("matrix: no way to answer where a life is at risk", what=str(failure))
            return False
        return True

    async def _waits(self, person: PersonId) -> JSON:
        return await self.kept.of(person, UNANSWERED) or {}

    async def _note(self, person: PersonId, what: JSON) -> None:
        await self.kept.keep(person, UNANSWERED, what)


def _room_of(event: Asking) -> str:
    """Gives the room in which an event happened."""
    return ids.found(event.message, event.where.room)[1]


def _is_a_right(reading: Reading) -> bool:
    """Returns whether a message stops or withdraws, which takes effect without an answer."""
    found = reading.wish
    return reading.command == Stop() or (found is not None and found.wish > Wish.UNSURE)
