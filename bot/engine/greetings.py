"""Which shared rooms were told who this is, in memory: the greeting stands once a room and day.

It is noted in the unit that decides it, so the next decision knows. Where that unit fails, or the
words are never shown, the room counts as told, and everybody there is told in the short notice by
their own clock all the same. A restart forgets it, and says it once more.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.bounded import BoundedMap
from bot.decide import Decision
from bot.disclosure import DAY
from bot.events import CommandGiven, Event
from bot.ids import RoomId

MOST = 5000  # rooms


@dataclass(frozen=True, slots=True)
class RoomGreetings:
    """When each shared room was last greeted."""

    _at: BoundedMap[RoomId, datetime] = field(default_factory=lambda: BoundedMap(MOST))

    def has(self, event: Event) -> bool:
        """Returns whether all that read an event's answer had the greeting there within a day."""
        at = self._at.get(event.where.room) if _is_for_all(event) else None
        return at is not None and event.at - at < DAY

    def note(self, event: Event, decision: Decision) -> None:
        """Remembers that a decision greets a shared room."""
        if decision.greets and _is_for_all(event):
            self._at[event.where.room] = event.at


def _is_for_all(event: Event) -> bool:
    """Returns whether others may read what answers an event; commands are answered in private."""
    return not event.where.is_direct and not isinstance(event, CommandGiven)
