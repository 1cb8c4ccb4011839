"""Which choices of a message stand at once, each under its number; the rest waits behind "More"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.bounded import BoundedMap
from bot.ids import MessageId
from bot.layout import window
from bot.text.normalize import normalized

MOST = 1000  # messages of which more was shown


@dataclass(slots=True)
class Rows:
    """How far "More" was followed under each message; a number means what it stands before.

    A choice keeps its number for good: the rest is numbered on, so what stands further up on the
    screen still means what it says. Only the number of "More" becomes that of the next choice.

    Args:
        is_whole: all choices stand at once, as for a program that reads them.
    """

    is_whole: bool = False
    _passed: BoundedMap[MessageId, int] = field(default_factory=lambda: BoundedMap(MOST))

    def passed(self, message: MessageId) -> int:
        """Gives how many choices were passed over by "More"."""
        return self._passed.get(message, 0)

    def is_more(self, message: MessageId, choices: Sequence[str], typed: str, more: str) -> bool:
        """Says whether "More" was chosen, by its number or by its name, where no choice has it."""
        row, rest = shown(choices, self.passed(message))
        if self.is_whole or not rest:
            return False
        is_named = normalized(typed) == normalized(more) and more not in choices
        return is_named or number_in(typed) == self.passed(message) + len(row) + 1

    def follow(self, message: MessageId, choices: Sequence[str]) -> None:
        """Passes over the choices that stand now."""
        row, _ = shown(choices, self.passed(message))
        self._passed[message] = self.passed(message) + len(row)

    def anew(self, message: MessageId) -> None:
        """Begins again with the likeliest, as the choices are others now."""
        self._passed.pop(message, None)


def number_in(typed: str) -> int | None:
    """Gives the number that was typed, if it is one that a choice could have."""
    return int(typed[:6]) if typed.isascii() and typed.isdigit() else None


def shown(choices: Sequence[str], passed: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Gives the choices that stand after those that were passed over, and those behind "More"."""
    return window.split(tuple(choices[passed:]))
