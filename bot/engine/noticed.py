"""When a person last read, where others read too, that this is an AI: kept for each space apart.

Nothing of what was said elsewhere, or of who somebody is, decides when a shared room reads it.
"""

from datetime import datetime

from bot.events import CommandGiven, Event
from bot.ports import Unit
from bot.records import NoteRow, Owner

NOTICED = "noticed"  # the key of its note


async def noticed(unit: Unit, scope: Owner) -> datetime | None:
    """Gives when the notice last stood in that scope's space for its person."""
    row = await unit.get(NoteRow, scope, NOTICED)
    return row.at if row is not None else None


async def note(unit: Unit, scope: Owner, at: datetime) -> None:
    """Notes that it stands there now."""
    await unit.put(NoteRow(scope, NOTICED, at))


async def greeted(unit: Unit, scope: Owner, event: Event) -> None:
    """Notes a greeting that others read: it says so too. A command is answered in private."""
    if not event.where.is_direct and not isinstance(event, CommandGiven):
        await note(unit, scope, event.at)
