"""The floor: a life at risk is answered whatever is broken, with fixed words and no database.

The words are sent with the key of the decision's own first send, so that a decision that succeeds
later does not repeat them (idempotent).
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.bounded import BoundedMap, BoundedSet
from bot.choices import ReadCrisisText, of_label_alone
from bot.commands.values import Off
from bot.crisis import texts
from bot.crisis.conversation import weighed
from bot.crisis.signs import What, When, Who
from bot.crisis.tiers import Stated, Tier, Verdict, stated
from bot.engine.codec import Sending
from bot.engine.meanwhile import Meanwhile
from bot.engine.passing import Passing
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reading import Reader
from bot.engine.recent_risk import RecentRisk
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    Happening,
    MessageEdited,
    MessageSeen,
    RiskJudged,
)
from bot.ids import EventId, MessageId, PersonId, RoomId, SendKey
from bot.ports import Chat, Store, Unit
from bot.reading import Reading, words_of
from bot.records import DecidedSend, FailedSend, send_key
from bot.strings import Strings
from bot.tasks import aside, ended, start
from bot.words import Outgoing

log = structlog.get_logger()
PATIENCE_S = 10.0  # for a decision about a life at risk
MOST = 10_000  # events and people; beyond, the oldest are forgotten
MINUTE = timedelta(minutes=1)
_JUDGED = Verdict(Tier.ELEVATED, Who.SELF, What.WISH_DEAD, When.NOW)
_TAPPED = Verdict(Tier.ACUTE, Who.SELF, What.ENDING, When.NOW)
_AT_RISK = (Tier.CONCERN, Tier.ELEVATED, Tier.ACUTE)


@dataclass(slots=True)
class Floor:
    """Says what needs no decision, once for each event; retries what a platform refused."""

    chat: Chat
    names: Pseudonyms
    lately: RecentRisk
    meanwhile: Meanwhile
    reader: Reader = field(default_factory=Reader)
    strings: Strings = field(repr=False, kw_only=True)
    _said: BoundedSet[EventId] = field(default_factory=lambda: BoundedSet(MOST))
    _left: BoundedMap[EventId, tuple[Event, str]] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )
    _stands: BoundedMap[EventId, tuple[Happening, Sending, MessageId]] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )  # lines that others read, which nothing is kept of yet
    _told: BoundedMap[tuple[PersonId, RoomId], datetime] = field(
        default_factory=lambda: BoundedMap(MOST)
    )
    _keeping: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    def speaks(self, event: Event, language: str = "") -> Strings:
        """Gives the strings of an event's person, without the store.

        Args:
            language: the code of that of what they say, which counts where nothing is known.
        """
        known = self.meanwhile.language(event.person)
        return self.strings.to(known if known is not None else event.locale or language)

    async def failed(self, event: Event) -> None:
        """Says the crisis words if an event needs them, else that something went wrong.

        After an ordinary message that is said once a minute; after a command, a tap or a wish to
        leave always, because without an answer people take it for done.
        """
        reading = await self._read(event)
        is_ignored = self.meanwhile.is_ignored(event)
        is_said = not is_ignored and await self._stood_in(event, reading)
        if not is_said and (_asks_for_a_change(event, reading) or self._may_tell(event)):
            key = send_key(FailedSend(self.names.event(event.id)))
            plainly = self._plainly(event, self.speaks(event, reading.language))
            await self._tried(key, event, plainly, is_plain=True)

    async def stand_in(self, event: Event) -> bool:
        """Says the fixed words for an event that waits or failed; False if it needs none."""
        if self.meanwhile.is_ignored(event):
            return False
        return await self._stood_in(event, await self._read(event))

    async def _stood_in(self, event: Event, reading: Reading) -> bool:
        text = self._words_for(event, reading)
        if text and event.id not in self._said:
            self._said.add(event.id)
            log.error("a life at risk is answered without a decision")
            await self._say(event, text)
        return bool(text)

    async def weighs(self, event: Event) -> Verdict:
        """Gives and remembers what an event says of a life at risk, without the store.

        For muted rooms, where nothing is decided.
        """
        return self._weighed(event, await self._read(event))

    def _weighed(self, event: Event, reading: Reading) -> Verdict:
        said, held = reading.stated, self.meanwhile.held(event)
        verdict = weighed((*self.lately.before(event), said), in_episode=held is not None)
        self.lately.note(event, said)
        self.meanwhile.said(event, verdict)
        return verdict

    async def off_beside(self, event: Event) -> CommandGiven | None:
        """Gives the withdrawal in a message about a life at risk as a command, or None.

        For the case that only the withdrawal is decided. None for ordinary messages and for an
        ignored person; earlier messages count for the risk.
        """
        if self.meanwhile.is_ignored(event):
            return None
        reading = await self._read(event)
        if not reading.leaves:
            return None
        verdict = self._weighed(event, reading)
        if verdict.tier < Tier.ELEVATED and not verdict.is_unsure:
            return None
        return CommandGiven(event.id, event.at, event.person, event.where, Off())

    async def again(self) -> None:
        """Says again what a platform refused, but nothing to a person who erased meanwhile."""
        for event, text in tuple(self._left.values()):
            if event.id in self._left and await self._is_said(event, text):
                self._left.pop(event.id, None)

    async def keep(self, store: Store, person: PersonId | None = None) -> None:
        """Stores where crisis lines stand in shared rooms, so that they are removed later.

        They are removed when the episode is over, or when their person erases. Raises StoreError.
        """
        for key, (event, *_) in tuple(self._stands.items()):
            if person in (None, event.person):
                async with self._keeping:  # once, and not while its person erases
                    await self._keep_one(store, key)

    async def _keep_one(self, store: Store, key: EventId) -> None:
        if key in self._stands:
            event, line, message = self._stands[key]
            kept = partial(self._keep, event, line, message)
            await store.deciding(self.names.person(event.person), kept)
            self._stands.pop(key, None)

    async def _keep(self, event: Happening, line: Sending, message: MessageId, unit: Unit) -> None:
        await Places(unit, self.names).touch(event)  # so that an erase of everything finds it
        await Passing(unit, self.names).keep(line, message, event.at)

    def forget(self, person: PersonId) -> None:
        """Forgets what is still to be said to a person who erases, and when they were told."""
        for left in [key for key, (event, _) in self._left.items() if event.person == person]:
            del self._left[left]
        for told in [place for place in self._told if place[0] == person]:
            del self._told[told]
        self.meanwhile.forget(person)
        self.lately.forget(person)

    @asynccontextmanager
    async def watching(self, event: Event) -> AsyncIterator[None]:
        """Says the fixed words if the decision takes too long (a timeout)."""
        watch = start(self._late(event), "floor")
        try:
            yield
        finally:
            await ended(watch)

    async def _late(self, event: Event) -> None:
        await asyncio.sleep(PATIENCE_S)
        await self.stand_in(event)

    async def _say(self, event: Event, text: str) -> None:
        if not await self._is_said(event, text):
            self._left[event.id] = (event, text)

    async def _is_said(self, event: Event, text: str) -> bool:
        """Says a text, with one retry; False if both failed."""
        key = send_key(DecidedSend(self.names.event(event.id)))
        self.lately.told(event, text)
        return await self._tried(key, event, text) or await self._tried(key, event, text)

    async def _tried(
        self, key: SendKey, event: Event, text: str, *, is_plain: bool = False
    ) -> bool:
        was_private = isinstance(event, CommandGiven | ChoiceMade)
        to = event.person if is_plain or was_private or not event.where.is_direct else None
        about, is_seen = None if is_plain else _message_of(event), is_plain or not was_private
        room = event.where.room
        try:
            new = Outgoing(key, room, text, to=to, reply_to=about, may_be_seen=is_seen)
            said = await self.chat.say(new)
        except Exception as failure:  # around one message: whatever a platform breaks by
            log.error("could not say what needs no decision", error=type(failure).__name__)
            return False
        if not (is_plain or was_private or event.where.is_direct):
            line = Sending(room, event.scope, is_direct=False)
            happened = Happening(event.id, event.at, event.person, event.where)  # without its words
            self._stands[event.id] = (happened, line, said)
        return True

    def _words_for(self, event: Event, reading: Reading) -> str:
        try:
            verdict = self._verdict(event, reading.stated)
        except Exception as failure:  # around one verdict
            log.error("could not weigh an event", error=type(failure).__name__)
            return ""
        if verdict.tier not in _AT_RISK:
            return ""
        self.meanwhile.said(event, verdict)
        is_alone = event.where.is_direct or isinstance(event, CommandGiven | ChoiceMade)
        said = self.speaks(event, reading.language)
        return texts.private(said, verdict, "") if is_alone else texts.aloud(said, verdict)

    def _verdict(self, event: Event, said: Stated) -> Verdict:
        match event:
            case MessageSeen() | MessageEdited():
                verdict = weighed((*self.lately.before(event), said))
                self.lately.note(event, said)
                return verdict
            case CommandGiven():
                return weighed((said,))
            case RiskJudged():
                return _JUDGED
            case ChoiceMade() if isinstance(
                of_label_alone(event.label, self.strings), ReadCrisisText
            ):
                return _TAPPED
            case _:
                return Verdict()

    async def _read(self, event: Event) -> Reading:
        """Gives the reading of an event, or after a failure only its signs of a life at risk.

        This reads again, because the reading made for the decision may be what failed.
        """
        try:
            return await self.reader.of(event)
        except Exception as failure:  # around one reading
            log.error("could not read an event", error=type(failure).__name__)
        words = words_of(event)
        try:
            return Reading(await aside(len(words), stated, words))
        except Exception as failure:  # around one reading
            log.error("could not read an event", error=type(failure).__name__)
            return Reading()

    def _may_tell(self, event: Event) -> bool:
        if not isinstance(event, MessageSeen) or self.meanwhile.is_ignored(event):
            return False
        place = (event.person, event.where.room)
        told = self._told.get(place)
        if told is not None and timedelta() <= event.at - told < MINUTE:
            return False
        self._told[place] = event.at
        return True

    def _plainly(self, event: Event, said: Strings) -> str:
        """Says that the event failed; in private, during an episode, names help too."""
        held = self.meanwhile.held(event) if isinstance(event, MessageSeen) else None
        if held is None or held.is_declined or not event.where.is_direct:
            return said.failures.here
        help_ = said.crisis.again[0] if held.referred >= Tier.ACUTE else said.crisis.help
        return f"{help_}\n\n{said.failures.here}"


def _asks_for_a_change(event: Event, reading: Reading) -> bool:
    """Returns whether an event asks for a change, so that silence would seem a yes."""
    if isinstance(event, CommandGiven | ChoiceMade):
        return True
    return isinstance(event, MessageSeen) and bool(reading.wish or reading.command)


def _message_of(event: Event) -> MessageId | None:
    return event.message if isinstance(event, MessageSeen | MessageEdited | RiskJudged) else None
