"""Counts of events by month: no person, room or word is stored with them. The one door to them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.audit import INSTANCE
from bot.impact.counted import Month, is_general, month_of, months
from bot.ports import Unit
from bot.records import HOUSE, CountRow, Owner

# Held last, by whoever writes what is of nobody; HOUSE itself is held where its key is made.
SHARED = Owner("episodes")
# What is counted, by name; what follows the colon is the kind. Of the governor: rule, then action.
REFERRED = "crisis:referred"  # help was named
CRISIS, SIGNAL, GOVERNOR = "crisis:", "crisis-signal:", "governor:"
REPAIR, CONSENT = "repair:", "consent:"
WRITTEN = "written"  # replies by what wrote them


@dataclass(frozen=True, slots=True)
class Written:
    """How many replies and repairs one model wrote in a month.

    Args:
        month: as 2026-12, in UTC.
        by: as in `bot.made.By`: a model, or the demonstration voice.
        model: its name; empty where it is not known, and for the demonstration voice.
    """

    month: str
    by: str
    model: str
    replies: int


async def count(unit: Unit, at: datetime, things: Iterable[str]) -> None:
    """Adds one to each thing's count for the month of `at` (UTC); for no things, takes no lock."""
    tally = Counter(f"{month_of(at)}:{thing}" for thing in things)
    if tally:
        await add(tally, unit)


async def add(tally: Mapping[str, int], unit: Unit) -> None:
    """Adds to the count of each thing of a month, by its key: `month:thing`."""
    await unit.hold(SHARED)
    for key, times in sorted(tally.items()):
        row = await unit.get(CountRow, HOUSE, key) or CountRow(HOUSE, key)
        await unit.put(replace(row, count=row.count + times))


async def listed(unit: Unit) -> dict[str, int]:
    """Gives every count by its key, but for the answers of people: those only `of_people` shows."""
    return {key: times for key, times in await _every(unit) if is_general(key)}


async def counted_since(unit: Unit, today: date) -> str:
    """Gives the month in which counting began: of the first count, or of the first start recorded.

    An installation of which neither is known counts from today on.
    """
    started = (month_of(one.at) for one in (await unit.trail.entries(INSTANCE))[:1])
    return min(
        (*(key.partition(":")[0] for key, _ in await _every(unit)), *started, month_of(today))
    )


async def by_model(unit: Unit) -> tuple[Written, ...]:
    """Gives how many replies each model wrote in each month, oldest month first."""
    found = [(key.split(":", 3), times) for key, times in await _every(unit)]
    every = [Written(key[0], key[2], key[3], times) for key, times in found if key[1] == WRITTEN]
    return tuple(sorted(every, key=lambda one: (one.month, -one.replies, one.model)))


async def of_people(unit: Unit, today: date) -> tuple[Month, ...]:
    """Gives what people allowed to be counted: months that are over, of enough people."""
    return months(await _every(unit), today)


async def _every(unit: Unit) -> list[tuple[str, int]]:
    return [(row.key, row.count) for row in await unit.find(CountRow, HOUSE)]
