"""What is said where a person brings a file of what they set elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Importing:
    """What carries the document of an export over: its card, and what was wrong with a file."""

    heading: str
    exported: str  # {day}
    line: str  # {what}, {count}
    where: str
    joined: str
    not_held: str
    below: str  # {level}
    above: str  # {count}
    unknown: str  # {count}
    left_out: str  # {count}
    consent: str
    carry: str  # a label
    empty: str
    at_risk: str
    done: str
    nothing: str
    not_now: str
    over: str
    kinds: Mapping[str, str]
    wrong: Mapping[str, str]  # {where}, {most}
