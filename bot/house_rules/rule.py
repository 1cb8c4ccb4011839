"""One setting of an admin's: its name, the type of its value, its default, what bounds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from bot.capabilities import Capabilities
from bot.ids import Named
from bot.levels import Level
from bot.strings import Strings

V = TypeVar("V")
MOST_NAMED = 25  # rooms or roles of one value


class Picked(StrEnum):
    """What is picked from a platform's own list."""

    ROOMS = "rooms"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Pick:
    """A list of the platform's own under a setting; `key` says what becomes of what is picked."""

    key: str
    of: Picked


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the operator set, which a value is never wider than."""

    deepest: Level = Level.ONGOING


UNBOUNDED = Bounds()


@dataclass(frozen=True, slots=True)
class Given:
    """The words that follow the name of a setting, and those of them that the platform knows."""

    words: tuple[str, ...] = field(repr=False)
    named: Mapping[str, Named]
    strings: Strings
    has_powers: bool = False  # the platform says by a number what people may do


class Kind(Protocol[V]):
    """A type of value: how it is kept, read from a command, said in words, and tapped."""

    def dump(self, value: V) -> Any:
        """Gives a value as JSON holds it."""

    def load(self, raw: Any) -> V:
        """Reads a value. Raises ValueError, TypeError or LookupError for what is none."""

    def read(self, given: Given, now: V) -> V | None:
        """Gives the value that words mean, or None where they mean none."""

    def said(self, value: V, strings: Strings) -> str:
        """Says a value in a few words, in `layout.markup`."""

    def fact(self, value: V) -> str:
        """Gives what is recorded of a value: a word of this program's, of names their number."""

    def taps(self, now: V) -> tuple[V, ...]:
        """Gives the values that stand as one tap each."""

    def picks(self) -> tuple[Pick, ...]:
        """Gives the lists of the platform's own that lead to a value."""

    def picked(
        self, key: str, named: tuple[Named, ...], now: V
    ) -> tuple[tuple[Level | None, V], ...]:
        """Gives what was picked as a value, or as several to choose from by a level, or none."""


def _never(_before: Any, _after: Any) -> bool:
    return False


def _as_it_is(value: Any, _bounds: Bounds) -> Any:
    return value


def _unsaid(_given: Given) -> str:
    return ""


def _everywhere(_can: Capabilities) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule(Generic[V]):
    """One setting.

    Args:
        name: as it is typed, and the key of its words in the strings.
        usage: what follows its name, as it is typed.
        lowers: from before and after, whether replies that are being written are silenced.
        bounded: the value that holds, never wider than what the operator set.
        needs: what a platform must be able to do, or there is no such setting there.
        is_first: it stands at the first sight of the panel, also while nobody changed it.
        misread: what is said of words that mean no value of it; empty: that they mean none.
    """

    name: str
    kind: Kind[V]
    default: V
    usage: str
    lowers: Callable[[V, V], bool] = _never
    bounded: Callable[[V, Bounds], V] = _as_it_is
    needs: Callable[[Capabilities], bool] = _everywhere
    is_first: bool = False
    misread: Callable[[Given], str] = _unsaid
