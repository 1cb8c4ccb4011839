"""Actions of the store on what a person asked to be held."""

from dataclasses import dataclass
from datetime import datetime

from bot.holding import Held, HeldRow


@dataclass(frozen=True, slots=True)
class Hold:
    """Keep a line of what the person asked to be held; a new one is of the event's message."""

    row: HeldRow
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class LetGo:
    """Drop a line of a list, or without a key all of them."""

    which: Held
    key: str = ""


@dataclass(frozen=True, slots=True)
class PutAway:
    """Use what is held here no more, and erase it then; None: at once."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class SayWhyNot:
    """Keep that this conversation heard once that nothing is held."""


OfHolding = Hold | LetGo | PutAway | SayWhyNot
