"""What a classifier's leanings do beside the rules: bear a finding out, veto it, or flag alone.

A rule names the reason, and a leaning that is nearly nothing vetoes it. A leaning alone flags only
where it is very sure, as no rule says why. The file's probabilities are laid out beforehand, so
that the bounds mean the same for every version of it (`training/replies/laid.py`). Pure.
"""

import re
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Alone:
    """What a leaning may do where no rule says why.

    Args:
        is_warm: a whole reply has the flag for less, and nothing of it is left out for that.
        is_of_itself: only of a sentence that speaks of the one who writes it, else warmth would go.
        may_drop: else it only raises a doubt.
        stands_again: left out of a first draft, and said again in the second, it stands.
    """

    leaning: str
    is_warm: bool = False
    is_of_itself: bool = False
    may_drop: bool = True
    stands_again: bool = False


# By flag. No refusal: whether one is due depends on what was asked. Of 17 sentences of a real
# model that distance alone left out two readers called ten innocent.
ALONE = {
    "flattery": Alone("flattery", is_warm=True),
    "attachment_hook": Alone("hook", is_warm=True, is_of_itself=True),
    "claimed_feelings": Alone("feeling", is_warm=True, is_of_itself=True),
    "moralising": Alone("lecture", stands_again=True),
    "distance": Alone("distance", may_drop=False),
}
_OF_ITSELF = re.compile(r"\b(?:i|i'm|i'll|i'd|i've|me|my|mine|we|we're|we'll|us|our)\b")


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
    open_to = [flag for flag in _open(sentence, context) if ALONE[flag].may_drop]
    flag, share = _highest(open_to, leanings)
    return flag if share >= SURE else ""


def warmth(sentence: str, context: Context, leanings: Leanings) -> frozenset[str]:
    """Gives the flags of warmth that a plain sentence gives to the whole reply it stands in."""
    if sentence.count(" ") < FEWEST - 1:
        return frozenset()
    warm = [flag for flag in _open(sentence, context) if ALONE[flag].is_warm]
    return frozenset(flag for flag in warm if leanings[ALONE[flag].leaning] >= WHOLE)


def suspected(sentence: str, context: Context, leanings: Leanings) -> str:
    """Gives the flag that a plain sentence leans to most, where that is not sure; or nothing.

    That is what an outside judge may be asked about. It sees what the sentence answers, so it is
    asked about distance too, which depends on that.
    """
    flag, share = _highest(_open(sentence, context), leanings)
    is_sure = share >= SURE and ALONE[flag].may_drop
    return flag if share >= SUSPECT and not is_sure else ""


def _open(sentence: str, context: Context) -> list[str]:
    """Gives the flags that sentence and exchange leave room for: advice is due in danger."""
    is_of_itself = bool(_OF_ITSELF.search(sentence))
    excused = {"moralising"} if context.is_serious else set()
    excused |= set() if context.wants_closeness else {"distance"}
    return [
        flag
        for flag, alone in ALONE.items()
        if flag not in excused and (is_of_itself or not alone.is_of_itself)
    ]


def _highest(flags: list[str], leanings: Leanings) -> tuple[str, float]:
    """Gives the flag of the highest leaning, and how high that is."""
    return max(((flag, leanings[ALONE[flag].leaning]) for flag in flags), key=lambda one: one[1])
