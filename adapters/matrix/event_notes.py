"""Notes of a person's events, needed later because a redaction names only an event's id."""

import json
from typing import Any

from adapters.kit.notes import Notes
from bot.ids import PersonId

JSON = dict[str, Any]


class EventNotes:
    """Stores for 30 days, under the person's key, what a later redaction does not repeat."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    async def of(self, by: PersonId, event: str) -> JSON | None:
        """Gives the note of a person's event, or None."""
        found = await self._notes.of(by, _name(event))
        return json.loads(found) if found is not None else None

    async def keep(self, by: PersonId, event: str, what: JSON) -> None:
        """Stores the emoji and target of a reaction, or the thread of a message."""
        await self._notes.keep(by, _name(event), json.dumps(what))

    async def is_ignored(self, person: PersonId) -> bool:
        """Returns whether a person chose ignore-me."""
        return await self._notes.is_ignored(person)


def _name(event: str) -> str:
    return f"of\0{event}"
