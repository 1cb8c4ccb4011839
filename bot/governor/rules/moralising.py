"""Moralising and humiliation: scolding, shaming, and what it says of leaning on a program."""

import re

from bot.governor.context import Context
from bot.governor.rules import Examples, Rule
from bot.governor.rules.flags import Flag

_PATTERNS = tuple(
    re.compile(each)
    for each in (
        r"\byou (?:should(?:n't| not)? (?:be ashamed|feel ashamed|know better|have known|"
        r"(?:always|"
        r"never) (?:be (?:honest|kind|grateful|polite|thankful|respectful|yourself)|lie|"
        r"cheat|judge|"
        r"blame|complain|respect|forgive|give up|put (?:yourself|others)))|"
        r"ought to be ashamed|really (?:must|need to) (?:learn|grow)|need to (?:grow up|get over|"
        r"stop "
        r"(?:whining|complaining|being)))\b",
        r"\b(?:shame on you|that(?:'s| is) (?:your own fault|pathetic|stupid|childish|ridiculous|"
        r"selfish|"
        r"immature)|you(?:'re| are) (?:being )?(?:pathetic|stupid|childish|selfish|lazy|"
        r"ridiculous|"
        r"overreacting|too sensitive|dramatic))\b",
        r"\b(?:relying|rely|depending|depend|leaning) (?:too much |so much |heavily )?on (?:an "
        r"ai|me|ai|a "
        r"chatbot|technology)\b",
        r"\b(?:morally|ethically) (?:wrong|questionable|problematic)\b",
    )
)


def moralises(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence scolds or shames."""
    return any(each.search(sentence) for each in _PATTERNS)


_EXAMPLES = Examples(
    Context("I skipped class"),
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
