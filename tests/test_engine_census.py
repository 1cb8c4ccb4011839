"""How many people are known: each once, at the deepest of their yeses, and no small number."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.engine.census import FEWEST, census, shown
from bot.levels import Level
from bot.ports import PAGE, Unit
from bot.records import Owner, PlaceRow, ScopeRow
from tests.fakes import FakeStore
from tests.scene import AT

PLAIN, WARM, ATTUNED, ONGOING = Level


@pytest.mark.parametrize(
    ("counts", "known", "by_level"),
    [
        ({}, None, (None,) * 4),
        ({PLAIN: 4}, None, (None,) * 4),
        ({PLAIN: 40}, 40, (None,) * 4),  # that the others are none would say so of each
        ({PLAIN: 40, WARM: 30, ATTUNED: 20, ONGOING: 10}, 100, (40, 30, 20, 10)),
        ({PLAIN: 40, WARM: 30, ATTUNED: 20, ONGOING: 3}, 93, (40, 30, None, None)),
        ({PLAIN: 40, WARM: 30, ATTUNED: 3, ONGOING: 3}, 76, (40, 30, None, None)),
        ({PLAIN: 40, WARM: 30, ATTUNED: 1, ONGOING: 1}, 72, (40, None, None, None)),
    ],
)
def test_no_count_is_small_or_can_be_worked_out(
    counts: Mapping[Level, int], known: int | None, by_level: tuple[int | None, ...]
) -> None:
    found = shown(counts)
    assert (found.known, tuple(found.by_level.values())) == (known, by_level)
    hidden = [counts.get(one, 0) for one, count in found.by_level.items() if count is None]
    assert len(hidden) != 1
    assert not hidden or sum(hidden) >= FEWEST or found.known is None


async def test_a_person_counts_once_at_the_deepest_level_that_holds_anywhere() -> None:
    store = FakeStore()

    async def work(unit: Unit) -> None:
        for number in range(PAGE):
            for where, level in (("a", 1), ("b", 2 if number < 60 else 1)):
                scope = Owner(f"{number}{where}")
                await unit.put(PlaceRow(Owner(str(number)), scope, at=AT, body="{}"))
                over = AT + timedelta(days=1) if number < 120 else AT
                await unit.put(ScopeRow(scope, state="given", level=level, expires_at=over))

    await store.deciding(Owner("x"), work)
    found = await census(store, AT)
    assert found.known == PAGE
    assert tuple(found.by_level.values()) == (PAGE - 120, None, 60, None)
    found = await census(store, AT - timedelta(days=1))
    assert tuple(found.by_level.values()) == (None, 140, None, None)
