"""What a tap means on the card of a file that a person brought; `key` is of its row."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Carry over what the file brings, if nothing was ended here since the card was shown.

    Args:
        epoch: the scope's when it was shown.
    """

    traits: ClassVar = Traits("carry-over")
    key: str
    epoch: int


@dataclass(frozen=True, slots=True)
class LeaveBrought:
    """Carry nothing over, and forget the file."""

    traits: ClassVar = Traits("leave-brought", is_for_blocked=True)
    key: str


OfAnImport = CarryOver | LeaveBrought
