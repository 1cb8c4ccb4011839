"""Writes bot/lexicon/en/crisis/needed.toml: what every text holds that a sign can be found in.

It is read from the patterns of the signs. Run it when one changes: `python -m tests.needs`.
"""

import importlib
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import bot.lexicon
from bot.crisis.signs import FAMILIES

FILE = Path(bot.lexicon.__file__).parent / "en" / "crisis" / "needed.toml"
_HEAD = """# What every text holds that a sign can be found in: to look for it first is far faster.
# Written by `python -m tests.needs` from the patterns; a test holds that it is what they ask for.
source = "the patterns of the signs"

[words]
"""
_parser: Any = importlib.import_module("re._parser")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_NARROW = 64  # letters of a list that stands in the line of its name
_RARER = 3  # times, that a string is where it has one letter more


def needs(pattern: str) -> tuple[str, ...]:
    """Gives strings without one of which nothing matches the pattern; "" where none is sure."""
    return tuple(sorted(_rarest(_held(_parser.parse(pattern)))))


def _held(nodes: Sequence[Any]) -> list[frozenset[str]]:
    """Gives sets of strings: of every one of them, whatever matches the nodes holds one."""
    held, run = [frozenset({""})], ""
    for op, value in (*nodes, ("END", None)):
        if str(op) == "LITERAL":
            run += chr(value)
        elif str(op) not in ("AT", "ASSERT", "ASSERT_NOT"):
            held += [frozenset({run.strip()}), *_inside(str(op), value)]
            run = ""
    return held


def _inside(op: str, value: Any) -> list[frozenset[str]]:
    if op == "SUBPATTERN":
        return _held(value[3])
    if op in _REPEATS and value[0] > 0:
        return _held(value[2])
    if op == "BRANCH":
        return [frozenset().union(*(_rarest(_held(each)) for each in value[1]))]
    return []


def _rarest(held: list[frozenset[str]]) -> frozenset[str]:
    return min(held, key=lambda strings: sum(_RARER ** -len(each) for each in strings))


def _listed(strings: Sequence[str]) -> str:
    """Gives strings as TOML lists them, in lines that end between two."""
    quoted = [f'"{each}"' for each in strings]
    line = ", ".join(quoted)
    if len(line) < _NARROW:
        return f"[{line}]"
    glued = ", ".join(each.replace(" ", "_") for each in quoted)
    lines = textwrap.wrap(glued, 96, initial_indent="  ", subsequent_indent="  ")
    return "[\n" + "\n".join(lines).replace("_", " ") + ",\n]"


def written() -> str:
    """Gives the text of the file."""
    signs = (sign for family in FAMILIES for sign in family.signs)
    lines = (f"{sign.name} = {_listed(needs(sign.pattern.pattern))}\n" for sign in signs)
    return _HEAD + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
