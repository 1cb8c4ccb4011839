"""Which servers and rooms are known, for who runs this: their ids and counts, and never who.

The id of a space stands only with a person's place in it, sealed under that person's key: so a
space is known as long as anybody is there of whom something is kept. No name is kept of any.
"""

from collections import Counter
from dataclasses import dataclass

from bot.engine.census import FEWEST
from bot.engine.places import place_of
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import PersonId, SpaceId
from bot.ports import Store, Unit
from bot.records import PersonRow, PlaceRow, SpaceRow


@dataclass(frozen=True, slots=True)
class KnownSpace:
    """A space in which several people may talk with the bot.

    Args:
        people: how many of them are known; None for fewer than FEWEST.
    """

    id: SpaceId
    people: int | None
    is_blocked: bool


async def spaces(store: Store, names: Pseudonyms) -> tuple[KnownSpace, ...]:
    """Gives every known space but direct ones, in the order of their ids; all are in memory."""
    counts, direct = Counter[SpaceId](), set[SpaceId]()
    async for row in store.each(PlaceRow):
        if row.body:
            place = place_of(row)
            counts[place.scope.space] += 1
            direct |= {place.scope.space} if place.is_direct else set()
    return tuple(
        [
            KnownSpace(
                one, count if count >= FEWEST else None, await _is_blocked(store, names, one)
            )
            for one, count in sorted(counts.items())
            if one not in direct
        ]
    )


async def _is_blocked(store: Store, names: Pseudonyms, space: SpaceId) -> bool:
    owner = names.space(space)
    row = await store.reading(lambda unit: unit.get(SpaceRow, owner))
    return row is not None and row.blocked


async def is_known(store: Store, names: Pseudonyms, who: str) -> bool:
    """Whether a person or a space with that id is known: met, or set up by its admins."""
    person, space = names.person(PersonId(who)), names.space(SpaceId(who))

    async def met(unit: Unit) -> bool:
        row, place = await unit.get(PersonRow, person), await unit.get(SpaceRow, space)
        is_met = row is not None and row.met_at is not None
        is_set_up = place is not None and place != SpaceRow(space, blocked=place.blocked)
        return is_met or is_set_up or bool(await unit.find(PlaceRow, person))

    return await store.reading(met) or bool(await store.sweep(PlaceRow, space=space))
