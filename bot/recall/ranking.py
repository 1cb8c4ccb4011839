"""Ranks rows by the words they share with what is said, as BM25 weighs them. Pure.

A word counts the more, the fewer of the rows at hand have it; a long row counts a little less. The
rows are read as one text, so that thousands of them take some milliseconds.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from bot.recall.terms import END, likeness, names_in, spelled, terms_of, words_of

Found = Mapping[str, float]  # a term that was looked for, and how far a row has it
Like = tuple[str, float]  # a term, and how far a word is like it
HEAD = 3  # letters by which words that may be one are found
LEAST = 0.5  # of a term of the newest message: fainter ones alone recall nothing
_SATURATION, _LENGTH = 1.2, 0.4  # as BM25 calls them k1 and b
_NAMED = 1.6  # a row with a name, where that is what is spoken of
_MOST_WITH_NAMES = 100  # the best, whose names are looked for


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row by its place among those given, and how well it fits."""

    place: int
    score: float


def ranked(
    bodies: Sequence[str], wanted: Mapping[str, float], codes: Collection[str]
) -> list[Ranked]:
    """Gives the rows that fit, the best first.

    Args:
        bodies: the words of each row.
        wanted: the terms of what is said, each with its weight, which is 1 for the newest message.
        codes: of the languages that it may be in.
    """
    found = _found(bodies, wanted)
    weighed = _weighed(bodies, found, wanted)
    best = sorted(weighed, key=lambda one: -one.score)
    first, rest = best[:_MOST_WITH_NAMES], best[_MOST_WITH_NAMES:]
    named = [_with_names(one, bodies[one.place], codes) for one in first]
    return sorted((*named, *rest), key=lambda one: -one.score)


def _found(bodies: Sequence[str], wanted: Mapping[str, float]) -> dict[int, dict[str, float]]:
    """Gives the rows that have any of the terms, by their place."""
    words = words_of(spelled("\n".join(body.replace("\n", " ") for body in bodies)))
    alike = _alike(frozenset(words), wanted)
    found: dict[int, dict[str, float]] = {}
    place = 0
    for word in (one for one in words if one in alike):
        if word == END:
            place += 1
        else:
            _add(found.setdefault(place, {}), alike[word])
    return found


def _alike(words: frozenset[str], wanted: Mapping[str, float]) -> dict[str, list[Like]]:
    """Gives the words that are like a term, with how far each is like which; and ends of lines."""
    heads: dict[str, list[str]] = {}
    for term in wanted:
        heads.setdefault(term[:HEAD], []).append(term)
    each = {word: list(_likes(word, heads)) for word in words}
    return {END: [], **{word: likes for word, likes in each.items() if likes}}


def _likes(word: str, heads: Mapping[str, Sequence[str]]) -> Iterator[Like]:
    for term in terms_of(word):
        each = ((near, likeness(near, term)) for near in heads.get(term[:HEAD], ()))
        yield from (one for one in each if one[1])


def _add(row: dict[str, float], likes: Sequence[Like]) -> None:
    for term, like in likes:
        row[term] = max(row.get(term, 0.0), like)


def _weighed(
    bodies: Sequence[str], found: Mapping[int, Found], wanted: Mapping[str, float]
) -> list[Ranked]:
    count = {term: sum(term in row for row in found.values()) for term in wanted}
    rare = {term: log(1 + (len(bodies) - n + 0.5) / (n + 0.5)) for term, n in count.items()}
    usual = sum(map(len, bodies)) / len(bodies) if bodies else 1.0
    weighed = []
    for place, row in found.items():
        if max(like * wanted[term] for term, like in row.items()) < LEAST:
            continue
        shared = sum(like * wanted[term] * rare[term] for term, like in row.items())
        length = 1 - _LENGTH + _LENGTH * len(bodies[place]) / max(usual, 1.0)
        score = shared * (_SATURATION + 1) / (1 + _SATURATION * length)
        weighed.append(Ranked(place, score))
    return weighed


def _with_names(one: Ranked, body: str, codes: Collection[str]) -> Ranked:
    """Gives a row more weight if it names somebody: a name is what is hardest to ask for again."""
    return Ranked(one.place, one.score * _NAMED) if names_in(body, codes) else one
