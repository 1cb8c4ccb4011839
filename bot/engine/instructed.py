"""From which day on the instructions of now are used in an installation: a note of nobody's."""

from datetime import date

from bot.ports import Store, Unit
from bot.records import HOUSE, NoteRow

_NOTE = "instructed"


async def used_since(store: Store, prompt: str, today: date) -> str:
    """Gives the day since which this version of the instructions is used, as 2026-11-30.

    A version that was not the last one is used from today on.
    """

    async def found(unit: Unit) -> str:
        row = await unit.get(NoteRow, HOUSE, _NOTE)
        known, _, since = (row.body if row is not None else "").partition(" ")
        if known == prompt and since:
            return since
        await unit.put(NoteRow(HOUSE, _NOTE, body=f"{prompt} {today.isoformat()}"))
        return today.isoformat()

    return await store.deciding(HOUSE, found)
