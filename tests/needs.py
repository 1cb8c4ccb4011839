"""Writes bot/crisis/signs/needed.py: what every text holds that a sign can be found in.

It is read from the patterns of the signs. Run it when one changes: `python -m tests.needs`.
"""

import importlib
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bot.crisis.signs import FAMILIES

FILE = Path(__file__).parent.parent / "bot" / "crisis" / "signs" / "needed.py"
_HEAD = '''"""What every text holds that a sign can be found in: to look for it first is far faster.

Written by `python -m tests.needs` from the patterns, in the order of the signs; a semicolon ends
what one needs. A test holds that it is what the patterns ask for.
"""

_STRINGS = """
'''
_TAIL = '''
"""
NEEDED = tuple(
    tuple(each.replace("\\n", "").replace("_", " ").split("|")) for each in _STRINGS.split(";")
)
'''
_parser: Any = importlib.import_module("re._parser")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
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


def _wrapped(line: str) -> str:
    """Gives a paragraph of lines that end between two strings."""
    return "\n".join(textwrap.wrap(line.replace("|", "| "), 98)).replace("| ", "|")


def written() -> str:
    """Gives the text of the file."""
    signs = (sign for family in FAMILIES for sign in family.signs)
    each = ("|".join(needs(sign.pattern.pattern)).replace(" ", "_") for sign in signs)
    return _HEAD + ";\n".join(map(_wrapped, each)) + _TAIL


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
