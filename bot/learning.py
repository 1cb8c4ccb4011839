"""Learnt style: what repairs teach about the manner, bounded, and fading over sixty days.

Nothing is kept but the repairs themselves: what was learnt is computed from their kinds and
times, so taking a repair back unlearns it, and an erase leaves nothing.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rupture import Rupture

FADES_IN = timedelta(days=60)
STEP = 0.4  # one fresh repair
MOST = 1.0
NOTICED = 0.3  # less than this changes nothing

# What a kind of rupture says about the manner; positive is more of it.
_TEACHES: dict[Rupture, tuple[tuple[str, float], ...]] = {
    Rupture.COLD: (("warmth", 1.0),),
    Rupture.TOO_CLOSE: (("warmth", -1.0),),
    Rupture.TOO_AGREEABLE: (("directness", 1.0),),
    Rupture.BLAND: (("directness", 1.0),),
    Rupture.WANTED_A_PLAN: (("directness", 1.0),),
    Rupture.PREACHY: (("directness", -1.0),),
    Rupture.WANTED_TO_BE_HEARD: (("warmth", 1.0),),
    Rupture.TOO_MANY_QUESTIONS: (("questions", -1.0),),
    Rupture.TOO_LONG: (("length", -1.0),),
}

# The name a command sets that outranks what was learnt.
SET_BY: dict[str, str] = {
    "warmth": "tone",
    "directness": "tone",
    "length": "length",
    "questions": "questions",
}


class Tendency(StrEnum):
    """A manner that repairs lead to, as a model is told of it; people read it from the strings."""

    WARMER = "warmer"
    RESERVED = "more reserved"
    DIRECT = "more direct"
    LESS_TELLING = "less telling you what to do"
    SHORTER = "shorter"
    FEWER_QUESTIONS = "fewer questions"


_TENDENCIES: dict[tuple[str, bool], Tendency] = {
    ("warmth", True): Tendency.WARMER,
    ("warmth", False): Tendency.RESERVED,
    ("directness", True): Tendency.DIRECT,
    ("directness", False): Tendency.LESS_TELLING,
    ("length", False): Tendency.SHORTER,
    ("questions", False): Tendency.FEWER_QUESTIONS,
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """One repair that taught something: its kind, and when it was."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Learnt:
    """One thing that was learnt of the manner, from -1 to 1."""

    name: str
    amount: float

    @property
    def tendency(self) -> Tendency:
        """The manner that these repairs lead to."""
        return _TENDENCIES[self.name, self.amount > 0]

    @property
    def is_faint(self) -> bool:
        """Whether the tendency is weak."""
        return abs(self.amount) < 2 * NOTICED

    @property
    def words(self) -> str:
        """The tendency in the words for a model."""
        return f"a little {self.tendency}" if self.is_faint else str(self.tendency)


def learnt(lessons: tuple[Lesson, ...], at: datetime) -> tuple[Learnt, ...]:
    """Gives what repairs teach at that time, each bounded by MOST, without faint ones.

    Of two that contradict each other only the newer one teaches.
    """
    sums: dict[str, float] = {}
    for lesson in sorted(lessons, key=lambda one: one.at):
        fresh = max(0.0, 1 - (at - lesson.at) / FADES_IN)
        for name, way in _TEACHES.get(Rupture(lesson.kind), ()):
            before = sums.get(name, 0.0)
            before = before if before * way >= 0 else 0.0
            sums[name] = before + STEP * way * min(fresh, 1.0)
    bounded = (Learnt(name, max(-MOST, min(MOST, total))) for name, total in sorted(sums.items()))
    return tuple(one for one in bounded if abs(one.amount) >= NOTICED)


def not_set(learnt: tuple[Learnt, ...], style: tuple[tuple[str, str], ...]) -> tuple[Learnt, ...]:
    """Gives what was learnt about things the person has not set by command."""
    names = {name for name, _ in style}
    return tuple(one for one in learnt if SET_BY[one.name] not in names)
