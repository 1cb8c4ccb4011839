"""What only the operator can do, also while the program runs."""

from dataclasses import replace

from bot.engine.pseudonyms import Pseudonyms
from bot.ids import PersonId, SpaceId
from bot.ports import Store, Unit
from bot.records import Owner, PersonRow, SpaceRow


async def undo_under_18(store: Store, person: Owner) -> bool:
    """Removes the mark under-18; False if the person was not marked."""

    async def undo(unit: Unit) -> bool:
        row = await unit.get(PersonRow, person)
        if row is None or not row.under_18:
            return False
        await unit.put(replace(row, under_18=False, age_answer=""))
        return True

    return await store.deciding(person, undo)


async def set_blocked(store: Store, names: Pseudonyms, who: str, *, is_blocked: bool) -> None:
    """Blocks or unblocks the person or the space with that id."""
    person, space = names.person(PersonId(who)), names.space(SpaceId(who))

    async def block(unit: Unit) -> None:
        row = await unit.get(PersonRow, person) or PersonRow(person)
        await unit.put(replace(row, blocked=is_blocked))
        await unit.hold(space)
        place = await unit.get(SpaceRow, space) or SpaceRow(space)
        await unit.put(replace(place, blocked=is_blocked))

    await store.deciding(person, block)
