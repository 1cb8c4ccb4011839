"""What is said of the people whom a person has: their list, and a message to one of them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """What shows whom a person listed and for what, on a card."""

    heading: str
    none: str
    how: str
    too_long: str  # {name}, {words}
    full: str  # {most}
    no_such: str
    gone: str
    sure: str
    clear: str  # a label
    drop: str  # {number}; a label
    on_a_card: str  # above them, on a night card


@dataclass(frozen=True, slots=True)
class ReachWords:
    """What stands beside drafts of a message to somebody, and where there are none."""

    whom: str
    how: str
    too_long: str
    coming: str  # {name}
    lead: str
    again: Mapping[str, str]  # labels, by `reach.Redraft`
    gone: str
    failed: str
    no_model: str
