"""Moralising and humiliation: scolding, shaming, lectures on how to live or on using a "
"program."""

import re

from bot.governor.context import Context
from bot.governor.rules import Rule

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
        r"\bit(?:'s| is) (?:\w+ )?(?:important|crucial|essential|vital) to (?:remember|note|"
        r"recogni[sz]e|consider|understand|keep in mind|maintain (?:healthy|a healthy|"
        r"balance)|be "
        r"(?:kind|honest|mindful|patient|open|respectful|aware|gentle|true))\b|\balways "
        r"remember\b|"
        r"\bwe (?:must|should) all\b",
        r"\bit(?:'s| is) (?:\w+ )?(?:important|crucial|essential|vital) (?:to|that you) (?:take "
        r"(?:care|"
        r"time)|prioriti[sz]e|communicate|set (?:clear |healthy )?boundaries|seek|reach out|"
        r"acknowledge|"
        r"allow yourself|give yourself|practi[cs]e (?:self|good|mindful)|address|approach|stay "
        r"(?:positive|"
        r"calm|open)|listen to (?:your|each)|talk (?:openly|to (?:your|someone))|express)\b",
        r"\b(?:(?:open |honest |clear |good |effective )?communication|self-care|balance|"
        r"consistency|patience|honesty) is (?:the )?key\b",
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
    "It's important to communicate openly with your partner.",
    "It is essential to take care of yourself.",
    "You are relying too much on an AI.",
    "Communication is key.",
)
INNOCENT = (
    "No, not that; the notice period is three months.",
    "You should call before noon.",
    "The form is important: bring it.",
    "You should never mix bleach and ammonia.",
    "You should always unplug it before you open it.",
    "It is important to take the lid off first.",
    "It is essential to dry the wood first.",
    "The smaller one is the key to the shed.",
)
