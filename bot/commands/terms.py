"""How long a yes or a pause lasts, and how people write that."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

TONIGHT = timedelta(hours=12)
_FILLING = frozenset({"for", "day", "days", "this"})
_DAYS = re.compile(r"0*([1-9][0-9]{0,5})(?:d|days?)?")
_DURATION = re.compile(
    r"(?:for )?([1-9][0-9]{0,3}) ?(?:(m|min|mins|minutes?)|(h|hours?)|(d|days?))"
)
_UNITS = ("minutes", "hours", "days")


class Lasts(StrEnum):
    """How long a yes holds where no number of days was named, by the word that people write."""

    CONVERSATION = "conversation"
    TONIGHT = "tonight"
    LONGEST = "longest"


@dataclass(frozen=True, slots=True)
class Term:
    """How long a yes was asked for: one conversation, tonight, a number of days, or the longest."""

    lasts: Lasts | int = Lasts.LONGEST  # a number is of days

    def span(self, longest_days: int) -> timedelta | None:
        """Gives how long it holds, at most the level's longest; None for one conversation."""
        match self.lasts:
            case Lasts.CONVERSATION:
                return None
            case Lasts.TONIGHT:
                return TONIGHT
            case Lasts.LONGEST:
                return timedelta(days=longest_days)
            case days:
                return timedelta(days=min(days, longest_days))


def meaningful(words: Iterable[str]) -> list[str]:
    """Gives normalised words of `/attune on` without those that only fill, such as "for"."""
    parts = (word for part in words for word in part.replace("for:", " ").split())
    return [word for word in parts if word not in _FILLING]


def term_in(words: Iterable[str]) -> Term | None:
    """Gives the term that normalised words name, the longest for no words, or None."""
    match meaningful(words):
        case []:
            return Term()
        case [("conversation" | "tonight" | "longest") as word]:
            return Term(Lasts(word))
        case [word] if found := _DAYS.fullmatch(word):
            return Term(int(found[1]))
    return None


def duration(words: str) -> timedelta | None:
    """Gives how long a pause lasts that normalised words ask for, or None if they name no time."""
    found = _DURATION.fullmatch(words)
    if found is None:
        return None
    units = zip(_UNITS, found.groups()[1:], strict=True)
    return timedelta(**{unit: int(found[1]) for unit, word in units if word})
