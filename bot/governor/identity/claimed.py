"""Whether a sentence says falsely that a person speaks, or truly that an AI does. Pure.

English is read in `rules/claims.py`; here are the other languages of the question.
"""

from bot.governor.identity.admitted import admits
from bot.governor.identity.languages import OF_ALL, patterns
from bot.text.pieces import ends

LONGEST = 2_000  # characters of a sentence that are read

_CLAIMED = patterns("claims_human")
_BARE = OF_ALL["bare_answer"]


def says_human(sentence: str) -> bool:
    """Returns whether a plain sentence says, in another language, that a person speaks."""
    read = ends(sentence, LONGEST)
    return any(each.search(read) for each in _CLAIMED)


def says_ai(sentence: str) -> bool:
    """Returns whether a plain sentence says, in any of the languages, that an AI speaks."""
    return admits(sentence) and not says_human(sentence)


def only_answers(sentence: str) -> bool:
    """Returns whether a plain sentence answers yes or no without saying what the bot is."""
    return bool(_BARE.search(sentence)) and not says_ai(sentence)
