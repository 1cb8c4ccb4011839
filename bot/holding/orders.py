"""What a whole message asks to be held, as it begins: "hold this: …", "remember that …". Pure.

Eleven languages, by the tables of `holding` in each one's lexicon. Whoever only recalls something,
asks, quotes or speaks of somebody else begins otherwise, and so does who talks to a third.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.holding import MOST_OF_A_LINE, Held
from bot.lexicon import Lexicon, lexicon
from bot.strings.strings import LANGUAGES
from bot.text.abbreviations import joins
from bot.text.normalize import normalized
from bot.withdrawal.words import folded, spelled_out

MOST_BEFORE = 60  # characters before a colon
MOST_WORDS = 6  # before a clause
LONGEST = 2_000  # characters of a message that may be one
_COLONS, _ENDS, _ASKS = ":：", ".!?…。！？", "?？"
_QUOTES = "\"'“”„«»「」>`*"
_LONGEST_NAME = 2  # words
_LONGEST_WORD = 48  # characters before a stop, by which it is seen to end no sentence
_BLANK = re.compile(r"\s+|(?<=\b[Qq][Uu]['’])(?=\w)")  # "qu'il" is two words


@dataclass(frozen=True, slots=True)
class Order:
    """That a message asks for something to be held, and after how many of its words that begins.

    Args:
        after: 0 where it begins after the first colon.
        is_whole: it is all the rest of the message, which says what somebody is called.
    """

    which: Held
    after: int = 0
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be held, and whether the message says anything else."""

    words: str
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    before_colon: dict[str, Held]
    before_clause: frozenset[str]
    before_whom: frozenset[str]
    follows: frozenset[str]
    never: frozenset[str]
    relations: frozenset[str]
    no_names: frozenset[str]

    @property
    def first_words(self) -> Iterator[str]:
        """Gives the first word of everything that an order begins with."""
        every = (*self.before_colon, *self.before_clause, *self.before_whom)
        return (one.split()[0] for one in every)


def order_in(text: str) -> Order | None:
    """Gives what a message asks to be held, or None where it asks for nothing of the kind."""
    words = _apart(text, MOST_WORDS + 1)
    if len(text) > LONGEST or not words or text.lstrip()[0] in _QUOTES:
        return None
    if not _begins(words[0]):
        return None
    return _before_a_colon(text) or _before_a_clause(text, words) or _of_a_name(text)


def asked_in(text: str, order: Order) -> Asked:
    """Gives the words that an order of this message asks to be held."""
    if order.is_whole:
        return Asked(" ".join(_apart(text, order.after)[order.after].split()).rstrip(_ENDS))
    if order.after:
        rest = _apart(text, order.after)[order.after]
        first = _first_sentence(rest)
        return Asked(" ".join(first.split()), bool(rest[len(first) :].strip()))
    rest = text[_colon(text) + 1 :].strip()
    line, _, more = rest.partition("\n")
    return Asked(" ".join(line.split()), bool(more.strip()))


def wording(which: Held, text: str) -> str:
    """Gives the words that a message asks to be held in that list; empty where it asks for none."""
    order = order_in(text)
    words = asked_in(text, order).words if order is not None and order.which is which else ""
    return words if len(words) <= MOST_OF_A_LINE else ""


def _begins(word: str) -> bool:
    """Whether any order begins with this word: a cheap first look at every message."""
    first = (folded(word.rstrip(_COLONS)) or "\0").split()[0]
    return first in _first_words() or any(first.startswith(one) for one in _first_of_ja())


def _before_a_colon(text: str) -> Order | None:
    place = _colon(text)
    if not 0 < place <= MOST_BEFORE or not text[place + 1 :].strip():
        return None
    head = folded(text[:place])
    found = (one.before_colon[head] for one in _tables() if head in one.before_colon)
    which = next(found, None)
    line = text[place + 1 :].strip().partition("\n")[0].rstrip()
    return Order(which) if which is not None and line[-1] not in _ASKS else None


def _before_a_clause(text: str, words: list[str]) -> Order | None:
    for count in range(2, min(len(words), MOST_WORDS) + 1):
        head = folded(" ".join(words[:count]))
        for table in _tables():
            if head in table.before_clause and len(words) > count:
                return _clause(text, count, table)
    return None


def _clause(text: str, count: int, table: _Table) -> Order | None:
    """Gives the order whose clause begins after so many words, if it says that something is so."""
    rest = _apart(text, count)[count]
    first = normalized(rest.split(None, 1)[0]).strip(",")
    is_so = first not in table.never and (table.follows == {"*"} or first in table.follows)
    is_asked = _first_sentence(rest).rstrip()[-1:] in _ASKS
    return Order(Held.MEMORY, count) if is_so and not is_asked else None


def _of_a_name(text: str) -> Order | None:
    """Gives the order of a message that is nothing but what somebody is called."""
    words = text.strip().rstrip(".!…").split()
    for count in range(2, min(len(words), MOST_WORDS) - 1):
        head, whom, name = (
            folded(" ".join(words[:count])),
            normalized(words[count]),
            words[count + 1 :],
        )
        for table in _tables():
            is_theirs = head in table.before_whom and whom in table.relations
            if is_theirs and _is_name(name, table):
                return Order(Held.MEMORY, count - 1, is_whole=True)  # from "my" on
    return None


def _is_name(words: list[str], table: _Table) -> bool:
    """Whether words are written as a name is, and are no day and no other word that follows."""
    shaped = all(one.isalpha() and one[0].isupper() and one[1:].islower() for one in words)
    are_names = not any(normalized(one) in table.no_names for one in words)
    return 0 < len(words) <= _LONGEST_NAME and shaped and are_names


def _apart(text: str, most: int) -> list[str]:
    """Gives the first words of a text, at most so many, and the rest of it as it stands."""
    return _BLANK.split(text.strip(), most) if text.strip() else []


def _colon(text: str) -> int:
    """Gives the place of the first colon; -1 for none."""
    places = [text.find(mark, 0, MOST_BEFORE + 1) for mark in _COLONS]
    return min((one for one in places if one >= 0), default=-1)


def _first_sentence(text: str) -> str:
    """Gives a text up to the end of its first sentence or line."""
    for place, mark in enumerate(text):
        after = text[place + 1 : place + 3]
        is_end = mark in _ENDS and (after[:1].isspace() or mark in "。！？")
        if mark == "\n" or (
            is_end and not joins(text[max(0, place - _LONGEST_WORD) : place + 1], after[1:])
        ):
            return text[: place + 1]
    return text


@cache
def _first_words() -> frozenset[str]:
    return frozenset(each for one in _tables() for each in one.first_words)


@cache
def _first_of_ja() -> tuple[str, ...]:
    """Gives how an order begins in Japanese, which is written without blanks."""
    return tuple(_table(lexicon("ja/holding")).before_colon)


@cache
def _tables() -> tuple[_Table, ...]:
    return tuple(_table(lexicon(f"{code}/holding")) for code in LANGUAGES)


def _table(of: Lexicon) -> _Table:
    phrases = {name: spelled_out(lines) for name, lines in of.phrases.items()}
    heads = dict.fromkeys(phrases["thread"], Held.THREADS)
    heads |= dict.fromkeys(phrases["memory"], Held.MEMORY)
    words = {name: frozenset(map(normalized, each)) for name, each in of.words.items()}
    nothing = frozenset[str]()
    return _Table(
        heads,
        phrases.get("that", nothing),
        phrases.get("call", nothing),
        words["follows"],
        words["never"],
        words["relations"],
        words["no_names"],
    )
