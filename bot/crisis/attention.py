"""Which signs are looked for in which clauses, bounded even for a text full of sign words.

A sign is looked for only in a clause with the words that it needs. Looking costs a clause its
length times its signs. What people write stays within MOST and is read whole: 64 KB of talk cost
under a half of it, 64 KB of nothing but crises just less than all. Only texts made of the words of
signs pass MOST. In those, clauses in which somebody says something of themselves with a word of
dying are read first, then those with such a word, then those of themselves: ordinary words around a
wish cannot hide it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from bot.crisis.signs import FAMILIES, Sign
from bot.lexicon import lexicon

MOST = 150_000  # characters times signs: what a thread looks through in some 8 ms
_WORDS = lexicon("en/crisis/attention")
_OF_ONESELF, _OF_DYING = _WORDS["of_oneself"], _WORDS["of_dying"]
Sought = tuple[Sign, frozenset[str], tuple[str, ...]]  # with its cues, and what it needs
_SIGNS = [(sign, family.cues) for family in FAMILIES for sign in family.signs]
# Written by `python -m tests.needs` from the patterns: a sign that stands not there is not read.
_NEEDED = lexicon("en/crisis/needed").words
_EVERY = [(sign, cues, tuple(sorted(_NEEDED[sign.name]))) for sign, cues in _SIGNS]


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Signs that are looked for together, and the strings they need by the longest word of each."""

    each: tuple[Sought, ...]
    strings: Mapping[str, tuple[str, ...]]


def _together(signs: Iterable[Sought]) -> Signs:
    each = tuple(signs)
    strings: dict[str, list[str]] = {}
    for string in sorted({one for *_, needed in each for one in needed}):
        strings.setdefault(max(string.split(), key=len, default=""), []).append(string)
    return Signs(each, {word: tuple(found) for word, found in strings.items()})


IN_CLAUSES = _together(one for one in _EVERY if not one[0].of_whole)
IN_ALL = _together(one for one in _EVERY if one[0].of_whole)


def sought(clauses: tuple[str, ...], signs: Signs) -> Iterator[tuple[str, Sign]]:
    """Yields each clause that is read with each sign that it may hold, first to last."""
    may_say = _may_say(clauses, signs)
    costs = [len(clause) * len(said) for clause, said in zip(clauses, may_say, strict=True)]
    read = range(len(clauses)) if sum(costs) <= MOST else _gravest(clauses, costs)
    for at in read:
        yield from ((clauses[at], sign) for sign in may_say[at])


def _may_say(clauses: tuple[str, ...], signs: Signs) -> list[list[Sign]]:
    """Gives the signs of each clause that holds a cue and the words that they need."""
    words = [frozenset(clause.replace(",", " ").split()) for clause in clauses]
    known = "\n".join(frozenset().union(*words))
    likely = [each for word, strings in signs.strings.items() if word in known for each in strings]
    holding = _holding(clauses, likely)
    may_say: list[list[Sign]] = [[] for _ in clauses]
    for sign, cues, needed in signs.each:
        held = (holding[each] for each in needed if each in holding)
        for at in frozenset().union(*held):
            if not cues.isdisjoint(words[at]):
                may_say[at].append(sign)
    return may_say


def _holding(clauses: tuple[str, ...], strings: list[str]) -> dict[str, list[int]]:
    """Gives the clauses that hold each string."""
    text = "\n".join(clauses)
    starts = list(accumulate((len(clause) + 1 for clause in clauses), initial=0))
    holding: dict[str, list[int]] = {}
    for string in strings:
        held = holding[string] = []
        place = text.find(string)
        while place >= 0:
            at = bisect_right(starts, place) - 1
            held.append(at)
            place = text.find(string, starts[at + 1])
    return holding


def _gravest(clauses: tuple[str, ...], costs: list[int]) -> list[int]:
    """Gives the clauses of a crowded text that are read, in their order: up to MOST."""
    last = len(clauses) - 1
    order = sorted(range(len(clauses)), key=lambda at: (_rank(clauses[at]), min(at, last - at)))
    spent = accumulate(costs[at] for at in order)
    return sorted(at for at, so_far in zip(order, spent, strict=True) if so_far <= MOST)


def _rank(clause: str) -> int:
    """Gives how early a clause is read: 0 if somebody speaks of themselves and of dying."""
    return 3 - 2 * bool(_OF_DYING.search(clause)) - bool(_OF_ONESELF.search(clause))
