"""What a tap on the card of a person's own boundaries means."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class DropBoundary:
    """Drop one boundary, as its command does: by its kind, or a line by its number."""

    traits: ClassVar = Traits("boundary-drop", is_for_blocked=True)
    which: str


@dataclass(frozen=True, slots=True)
class ClearBoundaries:
    """Ask once whether every boundary is dropped; if sure, drop them."""

    traits: ClassVar = Traits("boundaries-clear", is_for_blocked=True)
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class ShowBoundaries:
    """Show the boundaries again, and change none."""

    traits: ClassVar = Traits("boundaries", is_for_blocked=True)


OfBoundaries = DropBoundary | ClearBoundaries | ShowBoundaries
