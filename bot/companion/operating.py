"""What only the operator can do, beside a running program."""

from dataclasses import replace

from bot.ports import Store, Unit
from bot.rows import Owner, PersonRow


async def undo_under_18(store: Store, person: Owner) -> bool:
    """Takes the mark under-18 back; False when the person was not marked."""

    async def undo(unit: Unit) -> bool:
        row = await unit.get(PersonRow, person)
        if row is None or not row.under_18:
            return False
        await unit.put(replace(row, under_18=False))
        return True

    return await store.deciding(person, undo)
