"""What is noted of a person's event, for when its redaction names only its id."""

import json
from typing import Any

from adapters.kit.notes import Notes
from bot.ids import PersonId

JSON = dict[str, Any]


class EventNotes:
    """Keeps what an event said that nothing says again, for 30 days, under its person's key."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    async def of(self, by: PersonId, event: str) -> JSON | None:
        """Gives what was noted of a person's event."""
        found = await self._notes.of(by, _name(event))
        return json.loads(found) if found is not None else None

    async def keep(self, by: PersonId, event: str, what: JSON) -> None:
        """Keeps which emoji on which message a reaction is, or in which thread a message stands."""
        await self._notes.keep(by, _name(event), json.dumps(what))

    async def is_ignored(self, person: PersonId) -> bool:
        """Whether a person wants nothing of theirs to be read."""
        return await self._notes.is_ignored(person)


def _name(event: str) -> str:
    return f"of\0{event}"
