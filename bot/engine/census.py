"""How many people are known, and how deep their yes goes: counts alone, and no small one.

A count of few says something of each of them, so it is not shown; nor is one from which, with the
others and the sum, it could be worked out.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.levels import Level
from bot.ports import PAGE, Store, Unit
from bot.records import Owner, PlaceRow, ScopeRow
from bot.snapshot import HOLDS

FEWEST = 5  # of fewer no number is shown


@dataclass(frozen=True, slots=True)
class Census:
    """How many people are known, and of how many each level is the deepest of their yeses.

    Args:
        known: all of them; None for fewer than FEWEST.
        by_level: None for a level of which the number is not shown.
    """

    known: int | None
    by_level: Mapping[Level, int | None]


async def census(store: Store, at: datetime) -> Census:
    """Counts the people of whom a place is kept; their owners' hashes are in memory meanwhile."""
    deepest: dict[Owner, Level] = {}
    page: list[PlaceRow] = []
    async for row in store.each(PlaceRow):
        page.append(row)
        if len(page) == PAGE:
            await _counted(store, page, deepest, at)
            page = []
    await _counted(store, page, deepest, at)
    return shown(Counter(deepest.values()))


async def _counted(
    store: Store, page: list[PlaceRow], deepest: dict[Owner, Level], at: datetime
) -> None:
    """Adds the people of some places, each with the deepest level that holds in any of them."""

    async def read(unit: Unit) -> list[ScopeRow | None]:
        await unit.read_ahead(*((ScopeRow, Owner(row.key), "") for row in page))
        return [await unit.get(ScopeRow, Owner(row.key)) for row in page]

    for row, scope in zip(page, await store.reading(read), strict=True):
        level = _holding(scope, at)
        deepest[row.owner] = max(level, deepest.get(row.owner, Level.PLAIN))


def _holding(scope: ScopeRow | None, at: datetime) -> Level:
    if scope is None or scope.state not in HOLDS:
        return Level.PLAIN
    is_over = scope.expires_at is not None and at >= scope.expires_at
    return Level.PLAIN if is_over else Level(scope.level)


def shown(counts: Mapping[Level, int]) -> Census:
    """Gives the counts without those that are small, or could be worked out from the others."""
    known, order = sum(counts.values()), sorted(Level, key=lambda one: counts.get(one, 0))
    hidden = [one for one in order if counts.get(one, 0) < FEWEST]
    left = [one for one in order if one not in hidden]
    while hidden and left and (len(hidden) == 1 or sum(counts.get(o, 0) for o in hidden) < FEWEST):
        hidden.append(left.pop(0))
    by_level = {one: None if one in hidden else counts.get(one, 0) for one in Level}
    return Census(known if known >= FEWEST else None, by_level)
