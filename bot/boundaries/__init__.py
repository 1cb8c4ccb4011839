"""What a person set for how they are talked to: a name, forms of address, what not to do. Pure."""

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum

MOST_OF_A_NAME = 40  # characters
MOST_OF_A_LINE = 120
MOST_LINES = 8  # of what not to do or bring up
SHAPED = ("boundaries", "asked")  # beside a reply's findings: its person's boundaries were told


class BoundaryDeed(StrEnum):
    """What is done with the boundaries of a person."""

    SHOW = "show"
    NAME = "name"
    ADDRESS = "address"
    NOT = "not"
    STOP_WORD = "stop-word"
    DROP = "drop"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The boundaries of one person, in their own words.

    Args:
        nots: what not to do or bring up, each with a number that no other line gets.
    """

    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    nots: tuple[tuple[int, str], ...] = field(default=(), repr=False)

    @property
    def lines(self) -> tuple[str, ...]:
        """What not to do or bring up."""
        return tuple(line for _, line in self.nots)

    def with_line(self, words: str) -> "Boundaries":
        """Gives the boundaries with one more line."""
        number = 1 + max((number for number, _ in self.nots), default=0)
        return replace(self, nots=(*self.nots, (number, words)))

    def without_line(self, number: int) -> "Boundaries":
        """Gives the boundaries without the line of that number."""
        return replace(self, nots=tuple(one for one in self.nots if one[0] != number))


NO_BOUNDARIES = Boundaries()


def dump(own: Boundaries) -> str:
    """Writes the words of boundaries; nothing where there are none."""
    if own == NO_BOUNDARIES:
        return ""
    return json.dumps(
        {"name": own.name, "address": own.address, "not": own.nots}, ensure_ascii=False
    )


def load(body: str) -> Boundaries:
    """Reads what `dump` wrote."""
    raw = json.loads(body or "{}")
    nots = tuple((int(number), str(line)) for number, line in raw.get("not", ()))
    return Boundaries(str(raw.get("name", "")), str(raw.get("address", "")), nots)
