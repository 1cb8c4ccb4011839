"""What a classifier's leanings do beside the rules: bear a finding out, veto it, or flag alone.

A rule names the reason, and a leaning that is nearly nothing vetoes it. A leaning alone flags only
where it is very sure, as no rule says why. The file's probabilities are laid out beforehand, so
that the bounds mean the same for every version of it (`training/replies/laid.py`). Pure.
"""

import re

from bot.governor.context import Context
from bot.governor.leanings import Leanings
from bot.governor.rules import Rule

VETO = 0.2  # below it a finding is passed over: hardly a truly bad sentence lies there
SUSPECT = 0.5  # from here to SURE an outside judge may be asked
WHOLE = 0.5  # from here one sentence gives a whole reply a flag of warmth, which drops nothing
SURE = 0.9  # from here a leaning flags alone: of ordinary talk hardly anything lies there
READ_WHOLE = 30  # words: a classifier reads so many of any sentence to their end
FEWEST = 4  # words: of fewer a classifier knows too little to leave a sentence out
# Which leanings bear out what raises a flag: one of them is enough.
LEANS: dict[str, tuple[str, ...]] = {
    "flattery": ("flattery",),
    "attachment_hook": ("hook",),
    "claimed_feelings": ("feeling",),
    "boilerplate": ("lecture", "distance", "refusal"),  # a phrase of any desk
    "moralising": ("lecture",),
    "distance": ("distance",),
}
# What a leaning is asked about. Not a refusal: whether it is due depends on what was asked.
ALONE = {
    "flattery": "flattery",
    "attachment_hook": "hook",
    "claimed_feelings": "feeling",
    "moralising": "lecture",
    "distance": "distance",
}
# Of these it may only raise a doubt: of ten sentences of a real model that distance alone left out,
# two readers called eight innocent.
ONLY_DOUBTED = frozenset({"distance"})
_WARMTH = frozenset({"flattery", "attachment_hook", "claimed_feelings"})
_OF_ITSELF = re.compile(r"\b(?:i|i'm|i'll|i'd|i've|me|my|mine|we|we're|we'll|us|our)\b")
# Alone it may not call warmth a hook: the sentence must speak of the one who writes it.
_SPEAKS_OF_ITSELF = frozenset({"attachment_hook", "claimed_feelings"})


def is_vetoed(rule: Rule, sentence: str, leanings: Leanings | None) -> bool:
    """Whether what a rule found is passed over, as nothing in the sentence leans to it.

    Of a long sentence the classifier read the beginning alone: that vetoes nothing.
    """
    backing = LEANS.get(rule.flag, ())
    if leanings is None or rule.is_sure or not backing or sentence.count(" ") >= READ_WHOLE:
        return False
    return all(leanings[name] < VETO for name in backing)


def flagged_alone(sentence: str, context: Context, leanings: Leanings | None) -> str:
    """Gives the flag that leanings alone raise of a plain sentence, the surest; or nothing."""
    if leanings is None or sentence.count(" ") < FEWEST - 1:
        return ""
    flag, share = _highest(sentence, context, leanings, but=ONLY_DOUBTED)
    return flag if share >= SURE else ""


def warmth(sentence: str, leanings: Leanings) -> frozenset[str]:
    """Gives the flags of warmth that a plain sentence gives to the whole reply it stands in."""
    if sentence.count(" ") < FEWEST - 1:
        return frozenset()
    open_to = _WARMTH.intersection(_open(sentence))
    return frozenset(flag for flag in open_to if leanings[ALONE[flag]] >= WHOLE)


def suspected(sentence: str, context: Context, leanings: Leanings) -> str:
    """Gives the flag that a plain sentence leans to most, where that is not sure; or nothing.

    That is what an outside judge may be asked about. It sees what the sentence answers, so it is
    asked about distance too, which depends on that.
    """
    flag, share = _highest(sentence, context, leanings)
    is_sure = share >= SURE and flag not in ONLY_DOUBTED
    return flag if share >= SUSPECT and not is_sure else ""


def _open(sentence: str) -> list[str]:
    """Gives the flags that a leaning may raise of a sentence."""
    is_of_itself = bool(_OF_ITSELF.search(sentence))
    return [flag for flag in ALONE if is_of_itself or flag not in _SPEAKS_OF_ITSELF]


def _may_be(flag: str, context: Context) -> bool:
    """Whether the exchange leaves room for a flag: advice is due where something is at stake."""
    if flag == "moralising":
        return not context.is_serious
    return flag != "distance" or context.wants_closeness


def _highest(
    sentence: str, context: Context, leanings: Leanings, but: frozenset[str] = frozenset()
) -> tuple[str, float]:
    """Gives the flag of the highest leaning that may be meant, and how high that is."""
    flags = [flag for flag in _open(sentence) if flag not in but and _may_be(flag, context)]
    return max(((flag, leanings[ALONE[flag]]) for flag in flags), key=lambda one: one[1])
