"""What is said of a comparison that a person makes on themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.impact.compared import Claim
from bot.impact.study import Compares


@dataclass(frozen=True, slots=True)
class StudyWords:
    """The two ways, how a day was, and what came of all days."""

    heading: str
    offer: str
    where: str
    needs: str  # {level}
    begun: str
    running: str  # {number}, {count}, {way}, {other}, {answered}
    no_questions: str
    ask: str  # {day}
    kept: str
    later: str
    passed: str
    over: str
    stopped: str
    show: str
    nothing: str
    row: str  # {number}, {way}, {count}, {answers}
    answer: str  # {felt}, {count}
    pairs: str  # {count}, {better}, {even}, {worse}, {low}, {high}
    no_more: str
    again: str
    gone: str
    old: str
    how: str
    begin: Mapping[Compares, str]
    ways: Mapping[str, str]  # by what is compared, and agreed or less
    claims: Mapping[Claim, str]  # {times} where it is rare
