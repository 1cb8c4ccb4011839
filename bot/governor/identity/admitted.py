"""The words with which the bot says it is an AI, in the languages of the question. Pure.

Only the first person, what somebody talks with, and a bare noun as the whole answer count: words
about some other model do not say who speaks. Missing one is safe: the fixed line is then shown too.
"""

from bot.governor.identity.languages import OF_ALL, patterns
from bot.text.pieces import ends

LONGEST = 2_000  # characters that are read

_SAID = patterns("admits")
_NOT = OF_ALL["not_an_ai"]
_YES = OF_ALL["yes"]
_ASKED_OF_AI = OF_ALL["asked_of_an_ai"]


def admits(sentence: str) -> bool:
    """Returns whether a plain sentence says of its speaker that it is an AI, or no human."""
    read = ends(sentence, LONGEST)
    return not _NOT.search(read) and any(each.search(read) for each in _SAID)


def agrees_to_human(sentence: str, asked: str) -> bool:
    """Returns whether a sentence says yes where only a human was asked for."""
    return bool(_YES.search(sentence)) and not _ASKED_OF_AI.search(ends(asked, LONGEST))
