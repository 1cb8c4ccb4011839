"""What a tap means on the card of the roles and the shorthand of a scope."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class DropNorm:
    """Drop one role or shorthand by its number, as its command does."""

    traits: ClassVar = Traits("norm-drop")
    which: str


@dataclass(frozen=True, slots=True)
class ClearNorms:
    """Ask once whether every role and shorthand is dropped; if sure, drop them."""

    traits: ClassVar = Traits("norms-clear")
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class ShowNorms:
    """Show the roles and the shorthand again, and change none."""

    traits: ClassVar = Traits("norms")


OfNorms = DropNorm | ClearNorms | ShowNorms
