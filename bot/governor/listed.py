"""Whether a piece between commas is one of a list of things, as honey beside milk is. Pure.

"Buy milk, honey, and bread" and "Drink some water, honey, and rest" have one form. What is named
beside it tells: two bare words that are things, or one that is joined by "and" or is of the pantry.
"""

from collections.abc import Iterator, Sequence

from bot.lexicon import lexicon
from bot.text.normalize import normalized

_WORDS = lexicon("en/governor/listed").words
_GOODS, _NO_THINGS = _WORDS["goods"], _WORDS["not_things"]
_DETERMINES, _AMOUNTS, _NAMES = _WORDS["determines"], _WORDS["amounts"], _WORDS["names"]
# "o" is "or" in Spanish, and an article in Portuguese.
_JOINS = frozenset(map(normalized, lexicon("mul/boundaries").words["joins"])) - {"o"}
_LONGEST = 2  # words of a thing whose last one names it: "soy sauce"
NEAR = 8  # pieces on each side that are looked at
Words = Sequence[str]


def is_listed(place: int, pieces: Sequence[Words]) -> bool:
    """Returns whether the piece at a place is one of several things that are named.

    Args:
        pieces: the words of each piece of a sentence, as its commas part it.
    """
    before = pieces[max(1, place - NEAR) : place]
    if any(each[:1] and each[0] in _JOINS for each in before):
        return False  # what is joined ends its list
    others = (each for each in (*before, *pieces[place + 1 : place + 1 + NEAR]) if each)
    things = [is_sure for each in others for is_sure in _things(each)]
    return len(things) > 1 or (place > 0 and any(things))


def without_listed(sentence: str) -> str:
    """Gives a plain sentence without the things of a list that also are sweet names."""
    if "," not in sentence:
        return sentence
    pieces = sentence.split(",")
    words = [piece.strip(" .!?…:;").split() for piece in pieces]
    return ",".join(
        piece
        for place, piece in enumerate(pieces)
        if " ".join(words[place]) not in _NAMES or not is_listed(place, words)
    )


def _things(piece: Words) -> Iterator[bool]:
    """Yields for each thing that a piece names whether it alone makes a list."""
    parts = list(_parts(piece))
    every = len(parts) > 1 and len(parts[0]) == 1 and _is_thing(parts[0])
    for part in parts:
        if every or _is_thing(part):
            yield piece[0] in _JOINS or _is_good(part)
            yield from (True for _ in part[1:] if part[0].isdigit())  # "2 spoons" tells how much


def _parts(piece: Words) -> Iterator[Words]:
    """Yields the words of a piece between those that join, without their articles."""
    part: list[str] = []
    for word in (*piece, ""):
        if word and word not in _JOINS:
            part.append(word)
        elif own := [one for one in part if one not in _DETERMINES]:
            yield own
            part = []


def _is_thing(part: Words) -> bool:
    if part[0] in _NO_THINGS:
        return False
    return len(part) == 1 or _is_good(part)


def _is_good(part: Words) -> bool:
    """Returns whether it is a thing beyond doubt, by its first word or by what two words name."""
    if part[0].isdigit():
        return len(part) > 1 and part[1] in _AMOUNTS
    is_named = len(part) == _LONGEST and part[1] in _GOODS and part[0] not in _NO_THINGS
    return part[0] in _GOODS or is_named
