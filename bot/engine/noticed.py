"""When a person last read in a space that this is an AI: stored for each space apart.

A shared room thus shows the notice by its own history alone, not by what happened elsewhere.
"""

from datetime import datetime

from bot.events import CommandGiven, Event
from bot.ports import Unit
from bot.records import NoteRow, Owner

NOTICED = "noticed"  # the key of its note


async def noticed(unit: Unit, scope: Owner) -> datetime | None:
    """Gives when a person last saw the notice in that scope's space."""
    row = await unit.get(NoteRow, scope, NOTICED)
    return row.at if row is not None else None


async def note(unit: Unit, scope: Owner, at: datetime) -> None:
    """Stores that the notice is shown now."""
    await unit.put(NoteRow(scope, NOTICED, at))


async def greeted(unit: Unit, scope: Owner, event: Event) -> None:
    """Stores that a public greeting was shown, as it holds the notice; commands are private."""
    if not event.where.is_direct and not isinstance(event, CommandGiven):
        await note(unit, scope, event.at)
