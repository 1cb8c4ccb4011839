"""Counts of events by month: no person, room or word is stored with them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.ports import Unit
from bot.records import HOUSE, CountRow, Owner

# Held last, by whoever writes what is of nobody; HOUSE itself is held where its key is made.
SHARED = Owner("episodes")


async def count(unit: Unit, at: datetime, things: Iterable[str]) -> None:
    """Adds one to each thing's count for the month of `at` (UTC); for no things, takes no lock."""
    tally = Counter(f"{at:%Y-%m}:{thing}" for thing in things)
    if not tally:
        return
    await unit.hold(SHARED)
    for key, times in sorted(tally.items()):
        row = await unit.get(CountRow, HOUSE, key) or CountRow(HOUSE, key)
        await unit.put(replace(row, count=row.count + times))
