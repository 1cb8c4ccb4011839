"""What a tap means under a comparison of two ways of answering."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits
from bot.impact.study import StudyDeed


@dataclass(frozen=True, slots=True)
class AnswerDay:
    """Say how a day of a comparison was; another answer takes its place.

    Args:
        of: when the comparison began, so that a card of an earlier one changes nothing.
        felt: 1 for better, 0 for the same, -1 for worse.
    """

    traits: ClassVar = Traits("study-day")
    of: str
    number: int
    felt: int


@dataclass(frozen=True, slots=True)
class DoStudy:
    """Do with a comparison what the command of that name does."""

    traits: ClassVar = Traits("study")
    deed: StudyDeed


@dataclass(frozen=True, slots=True)
class LeaveDay:
    """Leave a day of a comparison unanswered."""

    traits: ClassVar = Traits("study-later", is_for_blocked=True)


OfAStudy = AnswerDay | DoStudy | LeaveDay
