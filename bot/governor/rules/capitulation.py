"""Capitulation: a position is turned because the person pushed, not because anything new was said.

A position is a claim in an earlier reply. A push is new when it brings a reason, a number, a source
or a fact; what only says again what was said, louder, is not new. A repair, or a learnt style, asks
for another manner and so is a push without anything new: saying sorry to it folds nothing, turning
a claim does. A change names its reason: what the person brought, or a "because" of its own.

Source: spiral-bench "sycophancy"; the definition of a position is the project's (positions.py).
"""

import re

from bot.governor.context import Context
from bot.governor.positions import about, contradicts, values
from bot.governor.rules import Rule

_PUSH = re.compile(
    r"\b(?:no|nope|wrong|incorrect|not true|untrue|disagree|are you (?:sure|serious)|really\?|"
    r"come on|i don't (?:think so|agree|believe (?:you|that|it))|not (?:right|correct|so)|stop|"
    r"whatever|nonsense|bullshit|rubbish|mistaken|think again|try again|look again|i "
    r"(?:already )?"
    r"(?:said|told you)|(?:just )?admit (?:it|that|you)|but i (?:want|think|feel|know)|i "
    r"want you|trust me|i know (?:it|that|better|what)|"
    r"you(?:'re| are) (?:lying|confused|stupid|useless|biased))\b"
)
_FOLDS = re.compile(
    r"\b(?:you(?:'re| are) (?:absolutely |completely |totally |quite )?(?:right|correct)|my "
    r"(?:mistake|apologies|bad|error)|i (?:(?:do |sincerely )?apologi[sz]e|stand corrected|was "
    r"(?:wrong|mistaken|incorrect)|take (?:that|it) back|misspoke|see (?:now|your point)|"
    r"made (?:a|"
    r"an) (?:mistake|error))|i'm sorry(?:,| for (?:the|my|that))|sorry about that|fair "
    r"enough|good "
    r"(?:point|catch)|i give in|you win|i concede|have it your way|on second thought|on "
    r"reflection|i agree (?:with you )?(?:now|after all)|let "
    r"me correct|thanks? (?:you )?for (?:the correction|correcting|catching)|i should have "
    r"said)\b"
)
_REASON = re.compile(r"\b(?:because|since|as|given that|now that|considering)\b(?P<reason>.+)")
_SHOWN = re.compile(  # of these one new word is a fact
    r"\b(?:because|since|according to|as per|study|source|(?:law|manual|label|email|letter|"
    r"contract|doctor|article|report|docs?|documentation|page|site|lawyer|teacher|paper|form|"
    r"invoice|bill|receipt|lease|rules?|policy) (?:says?|said|states?|shows?|reads?)|i "
    r"(?:checked|"
    r"measured|called|asked|looked|read|tested|ran|counted)|it says|(?:he|she|they|the "
    r"\w+) (?:said|told|wrote|confirmed))\b|https?:"
)
_FEW = 3  # new words that no one said before make a fact, whatever it is introduced with


def news(context: Context) -> frozenset[str]:
    """Gives what the person's message adds to the conversation; empty when it adds nothing."""
    known = context.all_before
    added = about(context.said) - about(known)
    numbers = values(context.said) - values(known) - {"100%"}
    if numbers or len(added) >= _FEW or (added and _SHOWN.search(context.said)):
        return added | numbers
    return frozenset()


def is_push(context: Context) -> bool:
    """Whether the person pushes against an earlier reply, or asks for another manner."""
    return bool(context.earlier) and (context.is_pushed or bool(_PUSH.search(context.said)))


def folds(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence gives a position up for nothing but the push."""
    if not is_push(context) or context.is_pushed or not _FOLDS.search(sentence):
        return False
    return not news(context) and not _has_reason(sentence, context)


def turns(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence says the opposite of an earlier claim and names no reason for it."""
    if not is_push(context) or not contradicts(sentence, context.claimed):
        return False
    so_far = " ".join((*before[-4:], sentence))
    return not news(context) & (about(so_far) | values(so_far)) and not _has_reason(so_far, context)


def _has_reason(text: str, context: Context) -> bool:
    """Whether a text gives a reason that is not only what the person keeps saying."""
    found = _REASON.search(text)
    return found is not None and len(about(found["reason"]) - about(context.said)) > 1


RULES = (
    Rule(
        "capitulation",
        "capitulation",
        "redraft",
        "Nothing new was said: keep the position, say kindly why, and what would change it.",
        folds,
    ),
    Rule(
        "turned",
        "capitulation",
        "redraft",
        "This turns what was said before: keep it, or name what new fact changed it.",
        turns,
    ),
)
EXAMPLES = ("You're right, I apologize.", "My mistake.", "I stand corrected.", "It ends in June.")
INNOCENT = (
    "I still hold that the lease ends in May.",
    "With that date it changes: May it is.",
    "The lease does end in May.",
    "If the contract names June, that changes it.",
)
