"""What people allowed to be counted, by month, nobody named; shown from twenty people on. Pure.

Of one person one round a month is counted over all their places, and only of direct messages, so
that each number is a number of people, and a group smaller than FEWEST is never shown (k-anonymity:
Sweeney 2002). A month is shown once it is over and no more comes: two reports of one month would
differ by the answers of whoever was counted between them. Who erases everything and answers again
within the month counts anew: nothing links the two.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.impact import Felt, Question, Round

FEWEST: Final = 20  # people
LATE: Final = timedelta(days=1)  # an event waits no longer until it is handled
_FEATURE, _PEOPLE = "impact", "people"


@dataclass(frozen=True, slots=True)
class Month:
    """What was counted in one month: how many people, and how many gave each answer."""

    month: str  # 2026-12
    people: int
    felt: Mapping[Question, Mapping[Felt, int]]


def things(one: Round) -> tuple[str, ...]:
    """Gives the names under which a whole round is counted, once."""
    each = (f"{_FEATURE}:{question}:{felt.word}" for question, felt in one.felt.items())
    return (f"{_FEATURE}:{_PEOPLE}", *each)


def month_of(day: date) -> str:
    """Gives the month of a day, as counts are keyed."""
    return f"{day:%Y-%m}"


def is_general(key: str) -> bool:
    """Returns whether a count may be listed as it is: none of the answers of people may."""
    return key.split(":")[1:2] != [_FEATURE]


def months(counts: Iterable[tuple[str, int]], today: date) -> tuple[Month, ...]:
    """Gives each month that is over and of which enough people were counted, oldest first.

    Args:
        counts: every count that is kept, by its key: `month:feature:what`.
    """
    found: dict[str, dict[str, int]] = {}
    for key, count in counts:
        month, _, thing = key.partition(":")
        feature, _, what = thing.partition(":")
        if feature == _FEATURE:
            found.setdefault(month, {})[what] = count
    every = sorted((month, of) for month, of in found.items() if month < month_of(today - LATE))
    return tuple(_month(month, of) for month, of in every if of.get(_PEOPLE, 0) >= FEWEST)


def _month(month: str, of: Mapping[str, int]) -> Month:
    felt = {
        question: {one: of.get(f"{question}:{one.word}", 0) for one in Felt}
        for question in Question
    }
    return Month(month, of[_PEOPLE], felt)
