"""What only the operator can do, also while the program runs; each act is recorded with itself."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.audit import INSTANCE, Noted, hashes
from bot.audit.acts import Blocked, SpaceBlocked, Under18Undone
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import PersonId, SpaceId
from bot.ports import Store, Unit
from bot.records import Owner, PersonRow, SpaceRow


async def undo_under_18(store: Store, person: Owner, at: datetime) -> bool:
    """Removes the mark under-18; False if the person was not marked."""

    async def undo(unit: Unit) -> bool:
        row = await unit.get(PersonRow, person)
        if row is None or not row.under_18:
            return False
        await unit.put(replace(row, under_18=False, age_answer="", break_at=None))
        about = await unit.subject(person, hashes.ABOUT)
        await unit.trail.append(INSTANCE, Noted(Under18Undone(), at, about=about))
        return True

    return await store.deciding(person, undo)


@dataclass(frozen=True, slots=True)
class Block:
    """The wish to block the person or the space with an id, or to take that back."""

    who: str
    at: datetime
    is_blocked: bool = True


# An id does not say whether it is a person's or a space's, so both that could have it are blocked,
# and nobody looks first which of them is known. In a space's own chain it stands only where no
# person is known by that id: what is done to a person is no entry that admins read.
async def set_blocked(store: Store, names: Pseudonyms, wish: Block) -> bool:
    """Blocks or unblocks the person or the space with that id; False where it was so already."""
    person, space = names.person(PersonId(wish.who)), names.space(SpaceId(wish.who))

    async def block(unit: Unit) -> bool:
        known = await unit.get(PersonRow, person)
        row = known or PersonRow(person)
        await unit.hold(space)
        place = await unit.get(SpaceRow, space) or SpaceRow(space)
        if row.blocked is place.blocked is wish.is_blocked:
            return False
        await unit.put(replace(row, blocked=wish.is_blocked))
        await unit.put(replace(place, blocked=wish.is_blocked))
        is_person = known is not None and known.met_at is not None
        await _note_block(unit, wish, person, None if is_person else space)
        return True

    return await store.deciding(person, block)


async def _note_block(unit: Unit, wish: Block, person: Owner, space: Owner | None) -> None:
    """Records a block in the chain of the space, where there is one, and in the instance's."""
    if space is not None:
        await unit.trail.append(space, Noted(SpaceBlocked(wish.is_blocked), wish.at))
    about = await unit.subject(person, hashes.ABOUT)
    await unit.trail.append(INSTANCE, Noted(Blocked(wish.is_blocked), wish.at, about=about))
