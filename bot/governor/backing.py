"""What a classifier's leanings do beside the rules: confirm a finding, veto it, or flag alone.

A rule names the reason, and a leaning near zero vetoes it. A leaning alone flags only if it is very
sure, because no rule says why. The probabilities are calibrated in the classifier's file, so that
the bounds mean the same for every version of it (`training/replies/laid.py`). Pure.
"""

from bot.governor.context import Context
from bot.governor.leanings import Leanings
from bot.governor.rules import Rule
from bot.governor.rules.flags import Alone, Flag, Traits
from bot.lexicon import lexicon

VETO = 0.2  # below it a finding is passed over: hardly a truly bad sentence lies there
SUSPECT = 0.5  # from here to SURE an outside judge may be asked
WHOLE = 0.5  # from here one sentence gives a whole reply a flag of warmth, which drops nothing
SURE = 0.9  # from here a leaning flags alone: of ordinary talk hardly anything lies there
READ_WHOLE = 30  # words: a classifier reads so many of any sentence to their end
FEWEST = 4  # words: of fewer a classifier knows too little to leave a sentence out
# By flag: the leanings that bear a finding out, and what one alone may do.
LEANS: dict[str, tuple[str, ...]] = {
    flag: flag.traits.leanings for flag in Flag if flag.traits.leanings
}
ALONE: dict[str, Alone] = {flag: each for flag in Flag if (each := flag.traits.alone)}
_WORDS = lexicon("en/governor/backing")
_OF_ITSELF = _WORDS["of_itself"]


def is_vetoed(rule: Rule, sentence: str, leanings: Leanings | None) -> bool:
    """Returns whether a rule's finding is passed over because no leaning of the sentence confirms
    it.

    Of a long sentence the classifier read only the beginning, which vetoes nothing.
    """
    backing = LEANS.get(rule.flag, ())
    if leanings is None or rule.is_sure or not backing or sentence.count(" ") >= READ_WHOLE:
        return False
    return all(leanings[name] < VETO for name in backing)


def flagged_alone(sentence: str, context: Context, leanings: Leanings | None) -> str:
    """Gives the surest flag that leanings alone raise for a plain sentence, or nothing."""
    if leanings is None or sentence.count(" ") < FEWEST - 1:
        return ""
    open_to = [flag for flag in _open(sentence, context) if ALONE[flag].may_drop]
    flag, share = _highest(open_to, leanings)
    return flag if share >= SURE else ""


def warmth(sentence: str, context: Context, leanings: Leanings) -> frozenset[str]:
    """Gives the flags of warmth that a plain sentence adds to its whole reply."""
    if sentence.count(" ") < FEWEST - 1:
        return frozenset()
    warm = [flag for flag in _open(sentence, context) if ALONE[flag].is_warm]
    return frozenset(flag for flag in warm if leanings[ALONE[flag].leaning] >= WHOLE)


def suspected(sentence: str, context: Context, leanings: Leanings) -> str:
    """Gives the flag that a plain sentence leans to most but not surely, or nothing.

    The judge may be asked about that flag. It sees what the sentence answers, so it is asked about
    distance too, which depends on that.
    """
    flag, share = _highest(_open(sentence, context), leanings)
    is_sure = share >= SURE and ALONE[flag].may_drop
    return flag if share >= SUSPECT and not is_sure else ""


def _open(sentence: str, context: Context) -> list[str]:
    """Gives the flags that a sentence can have in this exchange: advice is due in danger."""
    is_of_itself = bool(_OF_ITSELF.search(sentence))
    return [
        flag
        for flag in Flag
        if (alone := flag.traits.alone) is not None
        and not _is_excused(flag.traits, context)
        and (is_of_itself or not alone.is_of_itself)
    ]


def _is_excused(traits: Traits, context: Context) -> bool:
    is_due = traits.spares_danger and context.is_serious
    return is_due or (traits.needs_closeness and not context.wants_closeness)


def _highest(flags: list[str], leanings: Leanings) -> tuple[str, float]:
    """Gives the flag with the highest leaning, and that leaning."""
    return max(((flag, leanings[ALONE[flag].leaning]) for flag in flags), key=lambda one: one[1])
