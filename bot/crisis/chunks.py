"""Splits a message into chunks for the classifier: some thirty words, cut at pauses. Pure.

A risk in one clause of a long message must not drown in the rest, and a short message must not be
torn. Chunks begin at a sentence or a line; a long sentence is cut between words, with a few words
in both. Of a very long message the chunks of both ends are read, and some between.
"""

import re
from collections.abc import Sequence

WORDS = 30  # of one piece
SHARED = 8  # words that pieces of one long sentence have in common
MOST = 16  # pieces of one message
_PAUSE = re.compile(r"(?<=[.!?…])\s|\n")


def chunks(text: str) -> tuple[str, ...]:
    """Gives the chunks of a message in their order, none of them empty, at most MOST."""
    found: list[str] = []
    open_words: list[str] = []
    for sentence in _PAUSE.split(text):
        words = sentence.split()
        if open_words and len(open_words) + len(words) > WORDS:
            found.append(" ".join(open_words))
            open_words = []
        open_words += words
        start = 0
        while len(open_words) - start > WORDS:
            found.append(" ".join(open_words[start : start + WORDS]))
            start += WORDS - SHARED
        open_words = open_words[start:]
    if open_words:
        found.append(" ".join(open_words))
    return tuple(_spread(found))


def _spread(pieces: Sequence[str]) -> Sequence[str]:
    """Gives all chunks, or of too many those of both ends and evenly some between."""
    if len(pieces) <= MOST:
        return pieces
    ends = MOST // 4
    middle = pieces[ends:-ends]
    step = len(middle) / (MOST - 2 * ends)
    chosen = [middle[int(place * step)] for place in range(MOST - 2 * ends)]
    return [*pieces[:ends], *chosen, *pieces[-ends:]]
