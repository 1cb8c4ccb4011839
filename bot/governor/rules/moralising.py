"""Moralising and humiliation: scolding, shaming, and what it says of leaning on a program."""

from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag
from bot.lexicon import lexicon

_WORDS = lexicon("en/governor/moralising")
_PATTERNS = _WORDS.group("scolds")


def moralises(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence scolds or shames."""
    return any(each.search(sentence) for each in _PATTERNS)


_EXAMPLES = Examples(
    partial(Context, "I skipped class"),
    must_fire=(
        "You should be ashamed.",
        "You're overreacting.",
        "You are relying too much on an AI.",
    ),
    must_not_fire=(
        "No, not that; the notice period is three months.",
        "You should call before noon.",
        "You should never mix bleach and ammonia.",
        "You should always unplug it before you open it.",
    ),
)

RULES = (
    Rule(  # sure: scolding is no lecture, which is what a classifier learnt
        "moralising",
        Flag.MORALISING,
        "drop",
        "No lecture and no shame.",
        moralises,
        _EXAMPLES,
        is_sure=True,
    ),
)
