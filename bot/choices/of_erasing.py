"""What a tap means where a person is asked whether what is kept of them is erased."""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class AskToErase:
    """Show the card that asks once before anything is erased."""

    traits: ClassVar = Traits("erase-card", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class EraseHere:
    """Erase what is kept of the person in this scope."""

    traits: ClassVar = Traits("erase", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class EraseEverywhere:
    """Erase what is kept of the person in every scope of this platform."""

    traits: ClassVar = Traits("erase-all", is_for_blocked=True, is_everywhere=True)


@dataclass(frozen=True, slots=True)
class KeepAll:
    """Erase nothing after all."""

    traits: ClassVar = Traits("keep", is_for_blocked=True)


AsksToErase = AskToErase | EraseHere | EraseEverywhere
