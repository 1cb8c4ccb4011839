"""What a tap on a list of what a person asked to be held means; both lists are one shape."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits
from bot.holding import Held


@dataclass(frozen=True, slots=True)
class ShowHeld:
    """Show a page of a list, and change nothing."""

    traits: ClassVar = Traits("held", is_for_blocked=True)
    which: Held
    page: int = 0


@dataclass(frozen=True, slots=True)
class PickHeld:
    """Show one line whole, with what can be done with it."""

    traits: ClassVar = Traits("held-pick", is_for_blocked=True, is_value=True)
    which: Held
    key: str


@dataclass(frozen=True, slots=True)
class DropHeld:
    """Drop one line; `is_new` where the tap stands under the line that says it is held now."""

    traits: ClassVar = Traits("held-drop", is_for_blocked=True)
    which: Held
    key: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class DoneHeld:
    """Be done with a thread, which stays on the list as done."""

    traits: ClassVar = Traits("held-done", is_for_blocked=True)
    key: str


@dataclass(frozen=True, slots=True)
class MentionHeld:
    """Let a line be mentioned in this shared room, or no more."""

    traits: ClassVar = Traits("held-mention")
    which: Held
    key: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class AskDay:
    """Ask on which day a thread comes up."""

    traits: ClassVar = Traits("held-ask-day")
    key: str


@dataclass(frozen=True, slots=True)
class PutOff:
    """Let a thread come up in so many days; None: on no day."""

    traits: ClassVar = Traits("held-put-off")
    key: str
    days: int | None = None


@dataclass(frozen=True, slots=True)
class ClearHeld:
    """Ask once whether every line of a list is dropped; if sure, drop them."""

    traits: ClassVar = Traits("held-clear", is_for_blocked=True)
    which: Held
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class EraseHeld:
    """Erase now what was put away when nothing more was to be held; asks once before."""

    traits: ClassVar = Traits("held-erase", is_for_blocked=True)
    is_sure: bool = False


OfHeld = (
    ShowHeld
    | PickHeld
    | DropHeld
    | DoneHeld
    | MentionHeld
    | AskDay
    | PutOff
    | ClearHeld
    | EraseHeld
)
