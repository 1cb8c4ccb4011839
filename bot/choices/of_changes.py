"""What a tap means under what is said of a change: to go on, to stay plain, to take all along."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class GoOn:
    """Go on as it was; nothing changes."""

    traits: ClassVar = Traits("go-on", is_for_blocked=True, is_everywhere=True)


@dataclass(frozen=True, slots=True)
class StayPlain:
    """Pause until resumed, as `/attune pause` does."""

    traits: ClassVar = Traits("stay-plain", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class TakeExport:
    """Give everything that is kept, as `/attune data export` does; the card stays."""

    traits: ClassVar = Traits("export", is_for_blocked=True)


OfChanges = GoOn | StayPlain | TakeExport
