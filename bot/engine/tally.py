"""Replies by month and model, counted in memory and stored every minute: of nobody, no words.

In the unit that stores a reply the count would hold a lock that all people share. A process that
is killed loses the counts of its last minute.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from bot.engine.counts import WRITTEN, add
from bot.impact.counted import month_of
from bot.made import Made
from bot.ports import Store
from bot.records import Owner

_LOCK = Owner("tally")


def written(made: Made) -> str:
    """Names what a reply was written by, as it is counted."""
    return f"{WRITTEN}:{made.by}:{made.model}"


@dataclass(slots=True)
class Tally:
    """What was counted since it was last stored; bounded by the names it is given."""

    waiting: Counter[str] = field(default_factory=Counter)

    def note(self, at: date | datetime, thing: str) -> None:
        """Counts one thing in the month of a day."""
        self.waiting[f"{month_of(at)}:{thing}"] += 1

    async def keep(self, store: Store) -> None:
        """Stores what was counted; what could not be stored is still counted. Raises StoreError."""
        taken, self.waiting = self.waiting, Counter()
        if not taken:
            return
        try:
            await store.deciding(_LOCK, partial(add, taken))
        except BaseException:
            self.waiting.update(taken)
            raise
