"""Which messages a judge is asked about: said by hint, where patterns alone would alarm too often.

Broad on purpose: what it lets through costs one question to the judge and alarms nobody by itself.
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
