"""Which messages a judge is asked about: said by hint, where patterns alone would alarm too often.

Broad on purpose: what it lets through costs one question to the judge and alarms nobody by itself.
"""

import re
from collections.abc import Sequence

from bot.crisis.conversation import LATELY, weighed
from bot.crisis.tiers import Stated, Tier
from bot.text.normalize import normalized

_FIRST = re.compile(r"\b(?:i|me|my|mine|myself|im|ive|id|ill)\b")
# Leaving, giving away, tiredness of it all, a last time, being no use, sleep, pills, heights.
_HINTS = re.compile(
    r"\b(?:(?:good)?bye|farewell|gone|leav(?:e|ing)|disappear\w*|vanish\w*|end(?:ing|s)?|over|"
    r"done|finish\w*|last|final\w*|anymore|any more|no longer|never (?:again|wake)|wak(?:e|ing)|"
    r"asleep|sleep|forever|rest|peace\w*|quiet|stop\w*|tired|exhaust\w*|empty|numb|point\w*|"
    r"hopeless|worth\w*|useless|burden\w*|better off|without me|miss me|remember me|nobody|no one|"
    r"alone|will|letters?|notes?|giv(?:e|ing) away|gave|afford|sort(?:ed|ing)|affairs|insurance|"
    r"funeral|pills?|tablets?|meds?|medication|dose|rope|knife|blade|razor|gun|bridge|roof|ledge|"
    r"train|tracks|cliff|jump\w*|river|drown\w*|pain|hurt\w*|suffer\w*|escape|trapped|cope|"
    r"carry on|go on|keep going|hold on|give up|giving up|live|living|life|exist\w*|alive|born|"
    r"d(?:ie|ied|ying|ead|eath)|kill\w*|cut(?:ting)?)\b"
)


def is_unsure(before: Sequence[Stated], newest: Stated, *, hints: bool) -> bool:
    """Whether a message says nothing certain of a life at risk, and may yet hint at it.

    Where a classifier read it, that is what counts; else the words that may be hints.

    Args:
        hints: what `may_hint` says of it.
    """
    verdict = weighed((*before[1 - LATELY :], newest))
    if verdict.tier > Tier.NONE or newest.scores is not None:
        return verdict.is_unsure
    return hints or bool(newest.faint) or newest.asks_for_means


def may_hint(text: str, said: str | None = None) -> bool:
    """Whether a message speaks of oneself with a word that may be a hint.

    Args:
        said: the text normalized, where that was done before.
    """
    said = normalized(text) if said is None else said
    return bool(_FIRST.search(said)) and bool(_HINTS.search(said))
