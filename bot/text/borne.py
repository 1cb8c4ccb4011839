"""Whether words are borne out by what was said before: by the beginnings of their words. Pure."""

import re
from collections.abc import Iterable, Iterator

from bot.text.language import is_common
from bot.text.normalize import normalized

BEGINNING = 4  # letters by which a word is known in most of its forms
_LEAST = 3  # letters of a word that says anything
_WORD = re.compile(r"\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_SOLID = re.compile("[\u3040-\u30ff\u4e00-\u9fff]+")  # written without blanks


def things(said: str) -> tuple[str, ...]:
    """Gives what a text names: beginnings of its words, numbers, and pairs where no blanks are."""
    return tuple(one for word in _WORD.findall(normalized(said)) for one in _of(word))


def _of(word: str) -> Iterator[str]:
    if word.isdecimal():
        yield word
    elif solid := _SOLID.findall(word):
        yield from (one[at : at + 2] for one in solid for at in range(max(1, len(one) - 1)))
    elif len(word) >= _LEAST and not is_common(word):
        yield word[:BEGINNING]


def share(said: str, known: Iterable[str]) -> float:
    """Gives what part of a text is among the things known; nothing of one that names nothing.

    A number that is not among them makes it nothing too.
    """
    named, known = things(said), frozenset(known)
    if not named or any(one.isdecimal() and one not in known for one in named):
        return 0.0
    return sum(one in known for one in named) / len(named)
