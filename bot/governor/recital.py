"""Which lines that a model was told a sentence says back nearly word for word. Pure.

A line is in its person's words, and a reply turns "my" into "your": so it is found by its pairs of
words, of which some may differ. What is so short that anybody may say it is never looked for.
"""

from collections.abc import Iterable
from itertools import pairwise

from bot.governor.heard import words_of
from bot.text.pieces import ends
from bot.text.plain import plain

Pair = tuple[str, str]
NEARLY = 0.6  # of the pairs of a line
_LEAST, _LEAST_MARKS = 4, 8  # words of a line; characters of a script without spaces


def looked_for(bodies: Iterable[str], message: str) -> tuple[frozenset[Pair], ...]:
    """Gives the lines that are looked for: those that the person's message does not say itself."""
    said = pairs(plain(ends(message)))
    every = (_line(plain(ends(body))) for body in bodies)
    return tuple(one for one in every if one and not _is_said(one, said))


def said_back(sentence: str, lines: tuple[frozenset[Pair], ...]) -> frozenset[int]:
    """Gives the places of the lines that a plain sentence says nearly word for word."""
    said = pairs(sentence)
    return frozenset(place for place, one in enumerate(lines) if _is_said(one, said))


def pairs(said: str) -> frozenset[Pair]:
    """Gives every two words in a row of a plain text."""
    return frozenset(pairwise(words_of(said)))


def _line(said: str) -> frozenset[Pair]:
    words = words_of(said)
    least = _LEAST if any(len(one) > 1 for one in words) else _LEAST_MARKS
    return frozenset(pairwise(words)) if len(words) >= least else frozenset()


def _is_said(line: frozenset[Pair], said: frozenset[Pair]) -> bool:
    return len(line & said) >= NEARLY * len(line)
