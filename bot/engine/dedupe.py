"""Dedupe: each event counts once, by a claim in the store and, for a while, in memory.

A claim is under the key of its scope and ends with it, so that after an erase no hash of an event
is left. If a platform then repeats an event, only memory knows it.
"""

from dataclasses import dataclass, field

from bot.bounded import BoundedSet
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Event
from bot.ids import EventId
from bot.ports import Unit

MOST = 10_000


@dataclass(slots=True)
class Dedupe:
    """Knows which events were decided."""

    names: Pseudonyms
    _lately: BoundedSet[EventId] = field(default_factory=lambda: BoundedSet(MOST), repr=False)

    async def is_new(self, unit: Unit, event: Event) -> bool:
        """Claims an event, or returns False if it was claimed before."""
        if event.id in self._lately:
            return False
        return await unit.claim(self.names.scope(event.scope), event.id, event.at)

    async def release(self, unit: Unit, event: Event) -> None:
        """Gives the claim of an event back in the unit that made it."""
        await unit.release(self.names.scope(event.scope), event.id)

    def note(self, event: Event) -> None:
        """Remembers in memory that an event was decided."""
        self._lately.add(event.id)
