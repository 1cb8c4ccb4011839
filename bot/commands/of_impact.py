"""The values of the commands of what talking with the bot does: five questions, a comparison."""

from dataclasses import dataclass
from typing import ClassVar

from bot.commands.of_norms import MyRoles
from bot.impact import ImpactDeed
from bot.impact.study import StudyDeed


@dataclass(frozen=True, slots=True)
class MyImpact:
    """Shows what a person answered to the five questions, asks them, or sets how they are asked."""

    name: ClassVar[str] = "impact"
    deed: ImpactDeed = ImpactDeed.SHOW


@dataclass(frozen=True, slots=True)
class MyStudy:
    """Shows a comparison of two ways of answering, begins one, ends it or deletes it."""

    name: ClassVar[str] = "study"
    deed: StudyDeed = StudyDeed.SHOW


OfAScope = MyRoles | MyImpact | MyStudy
