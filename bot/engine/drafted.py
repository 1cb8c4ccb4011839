"""What drafts to somebody were asked for, in memory alone, so that a tap has them written again.

The words stand in no row: they are gone after a quarter of an hour, with an erase, and with the
process. A tap names them by the key of the ask that brought them.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.bounded import BoundedMap
from bot.ids import PersonId, Scope
from bot.reach import Redraft, Wanted

LASTS = timedelta(minutes=15)  # since the first drafts were asked for
MOST = 1_000  # asks; beyond, the oldest are forgotten
AGAIN = 3  # times that drafts of one ask are written again


@dataclass(frozen=True, slots=True)
class Asked:
    """What drafts were asked for.

    Args:
        epochs: of the scope and its space when they were asked for: past them nothing is used.
        left: how often they are still written again.
    """

    scope: Scope
    at: datetime
    epochs: tuple[int, int, int]
    wanted: Wanted = field(repr=False)
    left: int = AGAIN

    def again(self, how: Redraft) -> "Asked":
        """Gives the same, written once more in that way."""
        return replace(self, wanted=self.wanted.again(how), left=self.left - 1)


@dataclass(slots=True)
class Drafted:
    """Remembers what drafts were asked for, for a quarter of an hour."""

    _kept: BoundedMap[str, Asked] = field(default_factory=lambda: BoundedMap(MOST), repr=False)

    def keep(self, key: str, asked: Asked) -> None:
        """Remembers what drafts were asked for, or that they were written once more."""
        self._kept[key] = asked

    def find(self, key: str, now: datetime) -> Asked | None:
        """Gives what is remembered under a key, if it is not over."""
        self.end(now)
        return self._kept.get(key)

    def end(self, now: datetime) -> None:
        """Forgets what is over."""
        for key in [key for key, one in self._kept.items() if now - one.at >= LASTS]:
            del self._kept[key]

    def forget(self, person: PersonId) -> None:
        """Forgets all of a person who erases, leaves, pauses or is ignored."""
        for key in [key for key, one in self._kept.items() if one.scope.person == person]:
            del self._kept[key]
