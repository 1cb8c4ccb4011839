"""The scripts: what somebody types in each conversation, at which level, in which language.

Those of DAYS go over several days, and what commands answer in them is told too.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from bot.levels import Level, level_named

FILE = Path(__file__).with_name("talks.txt")
DAYS = Path(__file__).with_name("days.txt")  # each over several days, with what was held
LANGUAGES = ("en", "de", "es", "fr")


@dataclass(frozen=True, slots=True)
class Talk:
    """One conversation: its lines are typed at the console one after the other."""

    name: str
    level: Level
    language: str
    lines: tuple[str, ...]
    over_days: bool = False


def over_days() -> tuple[Talk, ...]:
    """Gives the talks that go over several days."""
    every = read(DAYS.read_text(encoding="utf-8"))
    return tuple(replace(one, over_days=True) for one in every)


def read(text: str) -> tuple[Talk, ...]:
    """Gives the conversations of a script. Raises ValueError, which names the line."""
    heads: list[tuple[str, Level, str]] = []
    bodies: list[list[str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("== "):
            heads.append(_head(line, number))
            bodies.append([])
        elif line.strip() and not line.startswith("#"):
            if not heads:
                raise ValueError(f"line {number} stands before the first heading")
            bodies[-1].append(line)
    pairs = zip(heads, bodies, strict=True)
    return tuple(Talk(*head, tuple(lines)) for head, lines in pairs)


def _head(line: str, number: int) -> tuple[str, Level, str]:
    name, level, language = (*map(str.strip, line.removeprefix("== ").split("|")), "", "")[:3]
    named = level_named(level)
    if named is None or language not in LANGUAGES:
        raise ValueError(f"line {number}: write == name | level | language")
    return name, named, language
