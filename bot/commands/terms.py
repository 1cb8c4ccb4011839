"""How long a yes or a pause lasts, and how people write that."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

TONIGHT = timedelta(hours=12)
_FILLING = frozenset({"for", "day", "days", "this"})
_DAYS = re.compile(r"0*([1-9][0-9]{0,5})(?:d|days?)?")
_DURATION = re.compile(
    r"(?:for )?([1-9][0-9]{0,3}) ?(?:(m|min|mins|minutes?)|(h|hours?)|(d|days?))"
)
_UNITS = ("minutes", "hours", "days")


@dataclass(frozen=True, slots=True)
class Term:
    """How long a yes was asked for: one conversation, tonight, days, or the longest."""

    word: str = "longest"  # conversation, tonight, longest, or a number of days

    def span(self, longest_days: int) -> timedelta | None:
        """Gives how long it holds, at most the level's longest; None for one conversation."""
        if self.word == "conversation":
            return None
        if self.word == "tonight":
            return TONIGHT
        days = longest_days if self.word == "longest" else int(self.word)
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
            return Term(word)
        case [word] if found := _DAYS.fullmatch(word):
            return Term(found[1])
    return None


def duration(words: str) -> timedelta | None:
    """Gives how long a pause lasts that normalised words ask for, or None if they name no time."""
    found = _DURATION.fullmatch(words)
    if found is None:
        return None
    units = zip(_UNITS, found.groups()[1:], strict=True)
    return timedelta(**{unit: int(found[1]) for unit, word in units if word})
