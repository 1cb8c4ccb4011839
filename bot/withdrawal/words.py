"""The notation for the words of one language, and how a text is folded for comparison."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from bot.text.normalize import normalized

_ACCENTED = "áàâãäåąçćčéèêëęíìîïıłñńóòôõöśšúùûüýÿźżžğşё"
_PLAIN = "aaaaaaaccceeeeeiiiiilnnooooossuuuuyyzzzgsе"
_ACCENTS = str.maketrans(_ACCENTED, _PLAIN)
_JAPANESE = re.compile("[\u3040-\u9fff]")
Clauses = tuple[tuple[str, bool], ...]
_GLUED = "\0"  # a part that follows without a blank: "c" and "'est"
_END = re.compile(r"([.!?;:,\n。！？、，；…])")
_STRAY = re.compile(r"[\W_]+")
_ASKS = "?？"


@dataclass(frozen=True, slots=True)
class LeavingWords:
    """What people of one language write, each line a set of phrases: `a|b -|c` is a, a c, b, b c.

    In a word of a line `|` parts what may stand there, `_` is a blank, and `-` is nothing.

    Args:
        around: what may stand before and after, and means nothing by itself.
        bare: a whole message of it withdraws, unless it answers what was asked last.
        strong: withdraws, and can mean nothing else.
        unsure: looks like it, and is asked about.
        erase: wants what is kept erased, which has a question of its own.
        state: how a question names that something is off, which a bare word would answer.
    """

    language: str
    around: tuple[str, ...]
    bare: tuple[str, ...]
    strong: tuple[str, ...]
    unsure: tuple[str, ...]
    erase: tuple[str, ...]
    state: tuple[str, ...]


def clauses(text: str) -> Clauses:
    """Gives the folded clauses of a text, and for each if a question mark ends it."""
    return _clauses(normalized(text))


def _clauses(normal: str) -> Clauses:
    parts = _END.split(f"{normal}\n")
    found = zip(parts[::2], parts[1::2], strict=False)  # what follows the last mark is nothing
    every = ((_joined(_STRAY.sub(" ", words.replace("'", ""))), mark) for words, mark in found)
    return tuple((clause, mark in _ASKS) for clause, mark in every if clause)


def _joined(text: str) -> str:
    """Gives the words with one blank between them, without accents or repetition."""
    return _put(text.translate(_ACCENTS))


def _put(text: str) -> str:
    words = text.split()
    kept = [word for place, word in enumerate(words) if not place or word != words[place - 1]]
    return ("" if _JAPANESE.search(text) else " ").join(kept)  # Japanese is written without blanks


def spelled_out(lines: tuple[str, ...]) -> frozenset[str]:
    """Gives every phrase that the lines stand for, folded as a text is."""
    return frozenset(each for line in lines for each in _every(line))


def _every(line: str) -> Iterator[str]:
    """Yields the phrases of a line; its parts are folded once, not once in each phrase."""
    slots = [[_part(each.replace("_", " ")) for each in word.split("|")] for word in line.split()]
    for chosen in product(*slots):
        yield _put(" ".join(chosen).replace(f" {_GLUED}", "").replace(_GLUED, ""))


def _part(text: str) -> str:
    return f"{_GLUED}{folded(text)}" if text.startswith("'") else folded(text)


def folded_all(phrases: Iterable[str]) -> dict[str, str]:
    """Gives each phrase folded, all of them at once, which is far quicker than one by one."""
    every = list(phrases)
    lines = normalized("\n".join(every)).split("\n")
    said = (" ".join(clause for clause, _ in _clauses(line)) for line in lines)
    return dict(zip(every, said, strict=True))


def folded(phrase: str) -> str:
    """Gives a phrase in the form in which clauses are compared."""
    if phrase.isascii() and phrase.islower() and phrase.replace(" ", "").isalnum():
        return _put(phrase)  # most are: nothing in them is to be folded
    return " ".join(clause for clause, _ in clauses(phrase))
