"""How far a marker has come, by level and slope of evidence that decays. Pure; never stored.

The level is a sum in which each day's evidence counts half after HALF_LIFE: exponential smoothing
(Brown 1959; Gardner 2006). The slope is what the level gained within a week, as the trend of Holt
(1957) taken over fixed days. Saying a thing ten times on one day is one day of evidence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.markers import Marker, Observation

HALF_LIFE = timedelta(days=14)
WEEK = timedelta(days=7)
PRESENT = 0.5  # the level of one clear statement, for two weeks
RISES_FROM, RISES_BY = 1.2, 0.6  # level, and what it gained within a week: two clear days
SUSTAINED = 2.0  # level
SUSTAINED_DAYS, SUSTAINED_OVER = 4, timedelta(days=10)
A_DISPUTE = 0.5  # of the bounds, for each observation that the person said is not right
MOST_DISPUTES = 4


class State(StrEnum):
    """How far a marker has come; people never read these words."""

    QUIET = "quiet"
    PRESENT = "present"
    RISING = "rising"
    SUSTAINED = "sustained"


@dataclass(frozen=True, slots=True)
class Course:
    """A marker's evidence, a number a day, and how often the person said that it was not right."""

    days: Mapping[date, float]
    disputes: int = 0

    def level(self, at: date) -> float:
        """Gives the evidence up to that day, each day's halved every HALF_LIFE."""
        return sum(
            strength * float(0.5 ** ((at - day) / HALF_LIFE))
            for day, strength in self.days.items()
            if day <= at
        )

    def slope(self, at: date) -> float:
        """Gives what the level gained within the last week."""
        return self.level(at) - self.level(at - WEEK)

    def state(self, at: date) -> State:
        """Gives how far the marker has come on that day."""
        bound = 1 + A_DISPUTE * min(self.disputes, MOST_DISPUTES)
        level = self.level(at) / bound
        if level >= SUSTAINED and self._is_spread(at):
            return State.SUSTAINED
        if level >= RISES_FROM and self.slope(at) / bound >= RISES_BY:
            return State.RISING
        return State.PRESENT if level >= PRESENT else State.QUIET

    def _is_spread(self, at: date) -> bool:
        """Returns whether it was seen on enough days that lie far enough apart."""
        lately = sorted(day for day in self.days if at - 2 * HALF_LIFE <= day <= at)
        return len(lately) >= SUSTAINED_DAYS and lately[-1] - lately[0] >= SUSTAINED_OVER


def courses(
    observed: Iterable[Observation], disputes: Mapping[Marker, int] = {}
) -> dict[Marker, Course]:
    """Gives the course of each marker that was observed; of one day the strongest counts.

    Args:
        observed: without those that the person said are not right.
        disputes: how many those were.
    """
    days: dict[Marker, dict[date, float]] = {}
    for one in observed:
        of = days.setdefault(one.marker, {})
        of[one.day] = max(one.strength, of.get(one.day, 0.0))
    return {marker: Course(of, disputes.get(marker, 0)) for marker, of in days.items()}
