"""The mark of a restore: consent from before it counts as to be confirmed.

What came after the copy that was put back is gone: also a person's withdrawal. So no yes of before
holds on; the mark is part of the policy's version, and a yes under another version is asked anew.
"""

from datetime import datetime

from bot.audit import INSTANCE, Noted
from bot.audit.acts import Restored
from bot.ports import Store, Unit
from bot.records import HOUSE, NoteRow

_NOTE = "restored"


async def mark_restored(store: Store, mark: str, at: datetime) -> None:
    """Stores the mark of a restore in place of any earlier one; it holds from the next start on."""

    async def kept(unit: Unit) -> None:
        await unit.put(NoteRow(HOUSE, _NOTE, body=mark))
        await unit.trail.append(INSTANCE, Noted(Restored(mark), at))

    await store.deciding(HOUSE, kept)


async def restored_mark(store: Store) -> str:
    """Gives the mark of the newest restore, or an empty text."""

    async def found(unit: Unit) -> str:
        row = await unit.get(NoteRow, HOUSE, _NOTE)
        return row.body if row is not None else ""

    return await store.reading(found)
