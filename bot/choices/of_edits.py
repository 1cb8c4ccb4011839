"""What can be chosen once a message was edited that is answered already."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class AnswerAnew:
    """Write the reply to an edited message anew, in its place."""

    traits: ClassVar = Traits("answer-anew")


@dataclass(frozen=True, slots=True)
class LeaveAnswer:
    """Leave the reply to an edited message as it is."""

    traits: ClassVar = Traits("leave-answer", is_for_blocked=True)


OfAnEdit = AnswerAnew | LeaveAnswer
