"""What asks what talking with the bot does to a person, and shows what they answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.impact import Question


@dataclass(frozen=True, slots=True)
class ImpactWords:
    """The five questions, their answers, and what is set about them."""

    heading: str
    ask: str  # {number}, {count}, {words}
    needs: str  # {level}
    row: str  # {number}, {about}, {answers}
    answer: str  # {day}, {felt}
    done: str
    off: str
    on: str
    shares: str
    shares_where: str
    alone: str
    gone: str
    how: str
    offer: str
    begin: str
    later: str
    never: str
    share: str
    change: str
    keep: str
    passed: str
    kept_as_is: str
    about: Mapping[Question, str]
    asks: Mapping[Question, str]
    proposes: Mapping[Question, str]
    felt: Mapping[str, str]  # by the question and better, same or worse
