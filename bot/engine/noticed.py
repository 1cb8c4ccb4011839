"""When a person last read in a space that this is an AI: stored for each space apart.

A shared room thus shows the notice by its own history alone, not by what happened elsewhere.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.events import CommandGiven, Event
from bot.ports import Unit
from bot.records import NoteRow, Owner

NOTICED = "noticed"  # the key of its note


@dataclass(frozen=True, slots=True)
class Carried:
    """Which small lines stand under a reply, or under what was said in its place.

    Args:
        notice: that this is an AI, alone or with who runs it.
        announced: names the operator's line to everybody; empty where it does not stand there.
    """

    notice: bool = False
    announced: str = ""

    def __bool__(self) -> bool:
        return self.notice or bool(self.announced)


NO_LINE = Carried()


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
