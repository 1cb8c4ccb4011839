"""What a tap means below what was noticed: of one marker, whose name no platform ever gets."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits
from bot.markers import Marker


@dataclass(frozen=True, slots=True)
class NoticedWhy:
    """Show in what it was noticed, and change nothing."""

    traits: ClassVar = Traits("noticed-why", is_for_blocked=True)
    marker: Marker


@dataclass(frozen=True, slots=True)
class NoticedWrong:
    """Count nothing of it that was noticed up to now, and less easily from now on."""

    traits: ClassVar = Traits("noticed-wrong", is_for_blocked=True)
    marker: Marker


@dataclass(frozen=True, slots=True)
class NoticedFine:
    """Say nothing of it for a long while."""

    traits: ClassVar = Traits("noticed-fine", is_for_blocked=True)
    marker: Marker


@dataclass(frozen=True, slots=True)
class NoticedStop:
    """Do nothing differently because of it for a long while, and say nothing of it."""

    traits: ClassVar = Traits("noticed-stop", is_for_blocked=True)
    marker: Marker


@dataclass(frozen=True, slots=True)
class NoticedBetter:
    """Say that it is better now: what came up to today makes no loop any more."""

    traits: ClassVar = Traits("noticed-better", is_for_blocked=True)
    marker: Marker


@dataclass(frozen=True, slots=True)
class ShowNoticed:
    """Show again all that was noticed, and change nothing."""

    traits: ClassVar = Traits("noticed", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class PickNoticed:
    """Show one thing that was noticed, with what can be said to it."""

    traits: ClassVar = Traits("noticed-one", is_for_blocked=True)
    marker: Marker


@dataclass(frozen=True, slots=True)
class ShowWeeks:
    """Show what was noticed week by week, and change nothing."""

    traits: ClassVar = Traits("noticed-weeks", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class ClearNoticed:
    """Ask once whether all that was noticed is erased; if sure, erase it."""

    traits: ClassVar = Traits("noticed-clear", is_for_blocked=True)
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class StopNoticing:
    """Ask once whether nothing is noticed any more; if sure, erase it and lower the level."""

    traits: ClassVar = Traits("noticed-off", is_for_blocked=True)
    is_sure: bool = False


OfNoticed = (
    NoticedWhy
    | NoticedWrong
    | NoticedFine
    | NoticedStop
    | NoticedBetter
    | ShowNoticed
    | PickNoticed
    | ShowWeeks
    | ClearNoticed
    | StopNoticing
)
