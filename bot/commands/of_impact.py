"""The command of the five questions: its value, its row, and how it is read."""

from dataclasses import dataclass
from typing import ClassVar

from bot.commands.of_norms import MyRoles
from bot.impact import ImpactDeed


@dataclass(frozen=True, slots=True)
class MyImpact:
    """Shows what a person answered to the five questions, asks them, or sets how they are asked."""

    name: ClassVar[str] = "impact"
    deed: ImpactDeed = ImpactDeed.SHOW


OfAScope = MyRoles | MyImpact
