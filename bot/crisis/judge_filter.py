"""Which messages the judge is asked about: hints that would alarm too often as patterns.

Broad on purpose: a message that passes costs one question to the judge and alarms nobody by itself.
"""

from collections.abc import Sequence

from bot.crisis.conversation import LATELY, weighed
from bot.crisis.tiers import Stated, Tier
from bot.lexicon import lexicon
from bot.text.normalize import normalized

_WORDS = lexicon("en/crisis/judge_filter")
_FIRST = _WORDS["of_oneself"]
_HINTS = _WORDS["hint"]  # leaving, giving away, tiredness of it all, a last time, being no use


def is_unsure(before: Sequence[Stated], newest: Stated, *, hints: bool) -> bool:
    """Returns whether a message says nothing certain of a life at risk, but may hint at it.

    By a classifier's scores if there are any, else by the words that may be hints.

    Args:
        hints: the result of `may_hint` for it.
    """
    verdict = weighed((*before[1 - LATELY :], newest))
    if verdict.tier > Tier.NONE or newest.scores is not None:
        return verdict.is_unsure
    return hints or bool(newest.faint) or newest.asks_for_means


def may_hint(text: str, said: str | None = None) -> bool:
    """Returns whether a message speaks of oneself with a word that may be a hint.

    Args:
        said: the normalized text, if it was normalized before.
    """
    said = normalized(text) if said is None else said
    return bool(_FIRST.search(said)) and bool(_HINTS.search(said))
