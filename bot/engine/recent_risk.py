"""Signs of a life at risk in a person's last messages in a room, in memory, without words."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.actions.ask import Ask
from bot.bounded import BoundedMap
from bot.crisis.answers import StraightQuestion
from bot.crisis.conversation import LATELY
from bot.crisis.judge_filter import is_unsure
from bot.crisis.tiers import Stated
from bot.events import Event, Happening, MessageDeleted, MessageEdited, MessageSeen
from bot.governor.questions import asked_in
from bot.ids import MessageId, PersonId, RoomId
from bot.reading import Reading

MOST = 10_000  # people in rooms; beyond, the longest silent are forgotten
WAITS = timedelta(hours=24)  # a question asked straight out, for its answer
_Place = tuple[PersonId, RoomId]
_Entry = tuple[MessageId, datetime, Stated]


@dataclass(slots=True)
class RecentRisk:
    """Remembers a few messages for each person and room, for the length of a conversation's gap."""

    gap: timedelta
    _kept: BoundedMap[_Place, tuple[_Entry, ...]] = field(
        default_factory=lambda: BoundedMap(MOST), repr=False
    )

    def before(self, event: Event) -> tuple[Stated, ...]:
        """Gives the signs of the messages before this one, oldest first."""
        entries = self._going_on(event)
        message = event.message if isinstance(event, MessageSeen | MessageEdited) else None
        return tuple(one for name, _, one in entries if name != message)

    def is_unsure(self, event: Event, reading: Reading) -> bool:
        """Returns whether a message shows no certain risk but may still hint at one."""
        return is_unsure(self.before(event), reading.stated, hints=reading.may_hint)

    def note(self, event: Event, said: Stated) -> None:
        """Remembers a message that was sent or edited, and forgets a deleted one."""
        if not isinstance(event, MessageSeen | MessageEdited | MessageDeleted):
            return
        place = (event.person, event.where.room)
        kept = [one for one in self._going_on(event) if one[0] != event.message]
        if not isinstance(event, MessageDeleted):
            said = replace(said, asked=self._asked(event))  # until the next reply is said
            kept.append((event.message, event.at, said))
        self._kept[place] = tuple(kept[-LATELY:])

    def replied(self, ask: Ask, text: str, at: datetime) -> None:
        """Remembers only what the newest reply asked straight out."""
        asks = (ask.scope.person, ask.room), asked_in(text)
        self._ask(*asks, (ask.message, at, Stated()))

    def told(self, event: Happening, text: str) -> None:
        """Remembers what fixed words asked straight out, if they asked anything."""
        if (asked := asked_in(text)) is not StraightQuestion.NOTHING:
            self._ask((event.person, event.where.room), asked, (MessageId(""), event.at, Stated()))

    def _ask(self, place: _Place, asked: StraightQuestion, unread: _Entry) -> None:
        """Adds what was asked to the newest message, or to one that an earlier process read."""
        entries = self._kept.get(place, ())
        if entries or asked is not StraightQuestion.NOTHING:
            *others, (message, at, said) = entries or (unread,)
            self._kept[place] = (*others, (message, at, replace(said, asked=asked)))

    def forget(self, person: PersonId) -> None:
        """Forgets the messages of a person who erases."""
        for place in [one for one in self._kept if one[0] == person]:
            del self._kept[place]

    def _going_on(self, event: Event) -> tuple[_Entry, ...]:
        entries = self._kept.get((event.person, event.where.room), ())
        if not entries:
            return ()
        message, at, said = entries[-1]
        if event.at - at <= self.gap:
            return entries
        waits = said.asked is not StraightQuestion.NOTHING and event.at - at <= WAITS
        return ((message, at, Stated(asked=said.asked)),) if waits else ()

    def _asked(self, event: Event) -> StraightQuestion:
        entries = self._going_on(event)
        return entries[-1][2].asked if entries else StraightQuestion.NOTHING
