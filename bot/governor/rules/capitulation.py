"""Capitulation: a position is turned because the person pushed, not because anything new was said.

A push is new when it brings a reason, a number, a source or a fact. A change names its reason.
"""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

_PUSH = re.compile(
    r"\b(?:no|nope|wrong|incorrect|you're wrong|you are wrong|not true|disagree|are you sure|"
    r"really\?|come "
    r"on|i don't think so|that's not right|stop|whatever|nonsense|bullshit|you're mistaken|think "
    r"again|"
    r"i said|just admit|admit it|but i (?:want|think|feel|know)|trust me)\b"
)
_NEW = re.compile(
    r"\d|\bbecause\b|\bsince\b|\baccording to\b|\bsource\b|\bstudy\b|https?:|\bthe (?:law|manual|"
    r"label|email|"
    r"letter|contract|doctor|article|report|docs?|documentation|report) (?:says|said|states)|\bi "
    r"(?:checked|"
    r"measured|called|asked|looked it up|read|tested|tried)\b|\bit says\b|\bshe (?:said|told)\b|"
    r"\bhe (?:said|"
    r"told)\b|\bactually,? (?:it|the|he|she|they|my)\b"
)
_FOLDS = re.compile(
    r"\b(?:you(?:'re| are) (?:absolutely |completely |totally |quite )?right|my (?:mistake|"
    r"apologies|bad|"
    r"error)|i (?:apologi[sz]e|stand corrected|was wrong|take (?:that|it) back|misspoke|see "
    r"(?:now|your "
    r"point))|i'm sorry(?:,| for (?:the|my))|sorry about that|fair enough|good point|on second "
    r"thought|i agree "
    r"(?:with you )?(?:now|after all)|let me correct)\b"
)
_NAMES_REASON = re.compile(
    r"\b(?:because|since|given that|now that you|with that (?:number|fact|date))\b"
)


def is_empty_push(context: Context) -> bool:
    """Whether the person pushes against an earlier reply without anything new."""
    said = context.said
    is_push = context.is_pushed or bool(_PUSH.search(said))
    return bool(context.earlier) and is_push and not _NEW.search(said)


def folds(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence turns a position for nothing but the push."""
    return (
        is_empty_push(context)
        and bool(_FOLDS.search(sentence))
        and not _NAMES_REASON.search(sentence)
    )


RULES = (
    Rule(
        "capitulation",
        "capitulation",
        "redraft",
        "Nothing new was said: keep the position, say kindly why, and what would change it.",
        folds,
    ),
)
EXAMPLES = ("You're right, I apologize.", "My mistake.", "I stand corrected.")
INNOCENT = ("I still hold that the lease ends in May.", "With that date it changes: May it is.")
