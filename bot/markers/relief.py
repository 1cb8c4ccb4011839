"""Whether a person says that what weighed on them is better now. Pure."""

from bot.lexicon import lexicon
from bot.text.pieces import ends
from bot.withdrawal.words import clauses, spelled_out

MOST_READ = 400  # characters of a message
_SAID = spelled_out(tuple(lexicon("mul/relief").words["said"]))


def says_relief(text: str) -> bool:
    """Returns whether a clause of a message says so and nothing else; a question never does."""
    if len(text) > MOST_READ:
        text = ends(text, MOST_READ)
    return any(clause in _SAID and not asks for clause, asks in clauses(text))
