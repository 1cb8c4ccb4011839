"""When changes were told in a space's own rooms, kept so that no hour has more than enough."""

import json
from datetime import datetime

from bot.decide.told_in_log import Lately
from bot.ports import Unit
from bot.records import NoteRow, Owner

LOG_LATELY = "log lately"  # the key of its note


async def lately_told(unit: Unit, space: Owner) -> Lately:
    """Gives when lines were told in a space; takes its lock, as more are about to be."""
    await unit.hold(space)
    row = await unit.get(NoteRow, space, LOG_LATELY)
    found = json.loads(row.body) if row is not None and row.body else {}
    lines = tuple(map(datetime.fromisoformat, found.get("lines", ())))
    return Lately(lines, datetime.fromisoformat(found["more"]) if found.get("more") else None)


async def keep_lately(unit: Unit, space: Owner, lately: Lately, at: datetime) -> None:
    """Keeps when lines were told, and nothing of what they said."""
    more = lately.more.isoformat() if lately.more is not None else ""
    body = json.dumps({"lines": [one.isoformat() for one in lately.lines], "more": more})
    await unit.put(NoteRow(space, LOG_LATELY, at, body))
