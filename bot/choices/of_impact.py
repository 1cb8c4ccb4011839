"""What a tap means under the five questions of what talking with the bot does to a person."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits
from bot.impact import ImpactDeed, Question


@dataclass(frozen=True, slots=True)
class AnswerImpact:
    """Give one of the three answers to a question; the next takes its place.

    Args:
        felt: 1 for better, 0 for the same, -1 for worse.
    """

    traits: ClassVar = Traits("impact-answer")
    question: Question
    felt: int


@dataclass(frozen=True, slots=True)
class DoImpact:
    """Do with the five questions what the command of that name does."""

    traits: ClassVar = Traits("impact")
    deed: ImpactDeed


@dataclass(frozen=True, slots=True)
class LeaveImpact:
    """Answer nothing now; the questions come again another week."""

    traits: ClassVar = Traits("impact-later", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class LeaveAsItIs:
    """Change nothing of how replies sound, as it was proposed."""

    traits: ClassVar = Traits("impact-keep", is_for_blocked=True)


OfImpact = AnswerImpact | DoImpact | LeaveImpact | LeaveAsItIs
