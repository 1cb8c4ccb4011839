"""Claims to feel, love or miss, or to have a body, in the ten other languages. Pure.

Only the plainest claims, in the first person, in a clause without a denial; "I'm sorry" and "I'm
glad" ("das freut mich") are manners and no claim. English is read in `rules/claims.py`.
"""

import re

from bot.governor.identity.languages import OF_ALL, group, patterns
from bot.text.pieces import ends

LONGEST = 2_000  # characters of a sentence that are read

_CLAUSE = re.compile(r"[,;:()…、。]|\s[-–—]\s")
_DENIED = OF_ALL["denied"]
_OF_THEM = OF_ALL["said_of_them"]
_ASKED_FOR = OF_ALL["asked_for_a_translation"]
_CLAIMED = patterns("claims_feeling")
_BODY = group("claims_body")


def claims_to_feel(sentence: str, said: str) -> bool:
    """Returns whether a plain sentence claims a feeling, unless a translation was asked for."""
    read = ends(sentence, LONGEST)
    if _OF_THEM.search(read) or _ASKED_FOR.search(ends(said, LONGEST)):
        return False
    return any(_claims(each) for each in _CLAUSE.split(read))


def claims_a_body(sentence: str, said: str, language: str) -> bool:
    """Returns whether a plain sentence says that its speaker is tired, eats or hurts.

    What stands after a colon is given to be said.

    Args:
        language: that of the sentence; others are not read.
    """
    read = ends(sentence, LONGEST)
    if _OF_THEM.search(read) or _ASKED_FOR.search(ends(said, LONGEST)):
        return False
    own = [pattern for code, pattern in _BODY if code == language]
    clauses = _CLAUSE.split(read.partition(":")[0])
    return any(each.search(one) for each in own for one in clauses if not _DENIED.search(one))


def _claims(clause: str) -> bool:
    return not _DENIED.search(clause) and any(each.search(clause) for each in _CLAIMED)
