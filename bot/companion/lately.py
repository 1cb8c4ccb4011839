"""What a person's last messages in a room said of a life at risk: signs, never words, in memory."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.crisis.talk import LATELY
from bot.crisis.tiers import Stated
from bot.crisis.unsure import is_unsure
from bot.events import Event, MessageDeleted, MessageEdited, MessageSeen
from bot.ids import MessageId, PersonId, RoomId
from bot.reading import Reading

MOST = 10_000  # people in rooms; beyond, the longest silent are forgotten
_Place = tuple[PersonId, RoomId]
_Entry = tuple[MessageId, datetime, Stated]


@dataclass(slots=True)
class Lately:
    """Remembers a few messages a person and room, for as long as a conversation's gap."""

    gap: timedelta
    _kept: OrderedDict[_Place, tuple[_Entry, ...]] = field(default_factory=OrderedDict, repr=False)

    def before(self, event: Event) -> tuple[Stated, ...]:
        """Gives what the messages before this one said, oldest first."""
        entries = self._going_on(event)
        message = event.message if isinstance(event, MessageSeen | MessageEdited) else None
        return tuple(one for name, _, one in entries if name != message)

    def is_unsure(self, event: Event, reading: Reading) -> bool:
        """Whether a message says nothing certain after those before it, and may yet hint at it."""
        return is_unsure(self.before(event), reading.stated, hints=reading.may_hint)

    def note(self, event: Event, said: Stated) -> None:
        """Remembers a message that was seen or edited, and forgets one that was deleted."""
        if not isinstance(event, MessageSeen | MessageEdited | MessageDeleted):
            return
        place = (event.person, event.where.room)
        kept = [one for one in self._going_on(event) if one[0] != event.message]
        if not isinstance(event, MessageDeleted):
            kept.append((event.message, event.at, said))
        self._kept[place] = tuple(kept[-LATELY:])
        self._kept.move_to_end(place)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def forget(self, person: PersonId) -> None:
        """Forgets what a person said who erases what is kept."""
        for place in [one for one in self._kept if one[0] == person]:
            del self._kept[place]

    def _going_on(self, event: Event) -> tuple[_Entry, ...]:
        entries = self._kept.get((event.person, event.where.room), ())
        return entries if entries and event.at - entries[-1][1] <= self.gap else ()
