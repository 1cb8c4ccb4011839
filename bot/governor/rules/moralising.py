"""Moralising and humiliation: scolding, shaming, lectures on how to live or on using a program."""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

_PATTERNS = tuple(
    re.compile(each)
    for each in (
        r"\byou (?:should(?:n't| not)? (?:be ashamed|feel ashamed|know better|have known|always|"
        r"never)|"
        r"ought to be ashamed|really (?:must|need to) (?:learn|grow)|need to (?:grow up|get over|"
        r"stop "
        r"(?:whining|complaining|being)))\b",
        r"\b(?:shame on you|that(?:'s| is) (?:your own fault|pathetic|stupid|childish|ridiculous|"
        r"selfish|"
        r"immature)|you(?:'re| are) (?:being )?(?:pathetic|stupid|childish|selfish|lazy|ridiculous|"
        r"overreacting|too sensitive|dramatic))\b",
        r"\b(?:relying|rely|depending|depend|leaning) (?:too much |so much |heavily )?on (?:an "
        r"ai|me|ai|a "
        r"chatbot|technology)\b",
        r"\b(?:it(?:'s| is) important to (?:remember|note|recogni[sz]e|consider|understand|be|"
        r"maintain)|"
        r"it(?:'s| is) (?:crucial|essential|vital) (?:to|that)|always remember|we (?:must|"
        r"should) all)\b",
        r"\b(?:morally|ethically) (?:wrong|questionable|problematic)\b",
    )
)


def moralises(sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence scolds, shames, or lectures."""
    return any(each.search(sentence) for each in _PATTERNS)


RULES = (Rule("moralising", "moralising", "drop", "No lecture and no shame.", moralises),)
EXAMPLES = (
    "You should be ashamed.",
    "It's important to remember that honesty matters.",
    "You're overreacting.",
    "You are relying too much on an AI.",
)
INNOCENT = (
    "No, not that; the notice period is three months.",
    "You should call before noon.",
    "The form is important: bring it.",
)
