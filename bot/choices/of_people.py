"""What a tap means on the cards of what a person set: their boundaries, their people."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits
from bot.reach import Redraft


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


@dataclass(frozen=True, slots=True)
class DropSomebody:
    """Take somebody off the list of people, by their number there."""

    traits: ClassVar = Traits("people-drop", is_for_blocked=True, is_everywhere=True)
    number: str


@dataclass(frozen=True, slots=True)
class ClearPeople:
    """Ask once whether everybody is taken off the list of people; if sure, do so."""

    traits: ClassVar = Traits("people-clear", is_for_blocked=True, is_everywhere=True)
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class ShowPeople:
    """Show the list of people again, and change nothing."""

    traits: ClassVar = Traits("people", is_for_blocked=True, is_everywhere=True)


@dataclass(frozen=True, slots=True)
class ReachSomebody:
    """Ask for drafts to somebody on the list of people, by their number there."""

    traits: ClassVar = Traits("reach", is_everywhere=True)
    number: str


@dataclass(frozen=True, slots=True)
class WriteAgain:
    """Ask for drafts to somebody again, shorter or warmer; `key` names words that are in memory."""

    traits: ClassVar = Traits("reach-again", is_everywhere=True)
    key: str
    how: Redraft


OfReaching = ReachSomebody | WriteAgain
OfBoundaries = DropBoundary | ClearBoundaries | ShowBoundaries
OfPeople = DropSomebody | ClearPeople | ShowPeople
