"""What a tap means below why a reply reads so: on what it used of what its person asked to be held.

Each names the reply by its key, and a row by its own: no words of anybody's.
"""

from dataclasses import dataclass
from typing import ClassVar

from bot.choices.traits import Traits


@dataclass(frozen=True, slots=True)
class ShowUsed:
    """Show again all that a reply used, and change nothing."""

    traits: ClassVar = Traits("used", is_for_blocked=True)
    reply: str


@dataclass(frozen=True, slots=True)
class PickUsed:
    """Show one row that a reply used, with what can be done with it."""

    traits: ClassVar = Traits("used-pick", is_for_blocked=True, is_value=True)
    reply: str
    key: str


@dataclass(frozen=True, slots=True)
class KeepOut:
    """Use a row no more in the room of that reply."""

    traits: ClassVar = Traits("used-keep-out", is_for_blocked=True)
    reply: str
    key: str


@dataclass(frozen=True, slots=True)
class DropUsed:
    """Drop a row that a reply used."""

    traits: ClassVar = Traits("used-drop", is_for_blocked=True)
    reply: str
    key: str


OfWhatWasUsed = ShowUsed | PickUsed | KeepOut | DropUsed
