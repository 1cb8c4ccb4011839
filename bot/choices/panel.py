"""What a tap on the panel of `/attune status` means, and one on `/attune about`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from bot.choices.traits import Traits
from bot.levels import Level


class Page(StrEnum):
    """What the panel of `/attune status` shows: what holds, or one thing that can be changed."""

    STATE = "state"
    LEVELS = "levels"
    STYLES = "styles"
    PAUSES = "pauses"
    KEPT = "kept"


class Fold(StrEnum):
    """What `/attune about` has one tap away."""

    WHOLE = "whole"
    LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Show a page of the panel in its place; what is kept comes as a message of its own."""

    traits: ClassVar = Traits("page", is_for_blocked=True)
    page: Page


@dataclass(frozen=True, slots=True)
class WantLevel:
    """Want this level, as `/attune level` does: down at once, up with a card."""

    traits: ClassVar = Traits("level", is_value=True)
    level: Level


@dataclass(frozen=True, slots=True)
class WantStyle:
    """Set this manner, or forget what is set, as `/attune style` does."""

    traits: ClassVar = Traits("style", is_value=True)
    manner: str


@dataclass(frozen=True, slots=True)
class PauseFor:
    """Pause for so many hours, or with None until resumed, as `/attune pause` does."""

    traits: ClassVar = Traits("pause", is_for_blocked=True, is_value=True)
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class EndPause:
    """End the pause, as `/attune resume` does."""

    traits: ClassVar = Traits("resume")


@dataclass(frozen=True, slots=True)
class ReadAbout:
    """Show more of what `/attune about` says; nothing changes."""

    traits: ClassVar = Traits("about", is_for_blocked=True, is_everywhere=True)
    fold: Fold


OfAPanel = TurnPage | WantLevel | WantStyle | PauseFor | EndPause
