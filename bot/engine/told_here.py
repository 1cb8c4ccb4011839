"""What a person was told once in a place: why nothing is said to them there, and when that was."""

import json
from collections.abc import Mapping
from datetime import datetime

from bot.ids import SpaceId, Where
from bot.ports import Unit
from bot.records import NoteRow, Owner

TOLD = "told here"  # the key of its note


def silencing(where: Where) -> tuple[SpaceId, ...]:
    """Gives the spaces whose admins may want no talk there; of what is read apart those above."""
    return where.above if where.is_direct else (where.space,)


async def told_here(unit: Unit, scope: Owner) -> Mapping[str, datetime]:
    """Gives what a person was told in a scope's space, and when last."""
    row = await unit.get(NoteRow, scope, TOLD)
    found = json.loads(row.body) if row is not None and row.body else {}
    return {what: datetime.fromisoformat(at) for what, at in found.items()}


async def note_told(unit: Unit, scope: Owner, what: str, at: datetime) -> None:
    """Keeps that they are told it now."""
    told = {**await told_here(unit, scope), what: at}
    body = json.dumps({one: when.isoformat() for one, when in told.items()})
    await unit.put(NoteRow(scope, TOLD, at, body))
