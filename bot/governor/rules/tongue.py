"""Another language: a reply in another language than that of the person's words.

Only where both are sure (`bot/text/language.py`); not where they ask for words, or for a language,
and not where a life may be at risk: there nothing waits for a second draft.
"""

import re
from functools import partial

from bot.governor.context import Context
from bot.governor.rules import Rule
from bot.text.language import ASKED_IN, language

_ASKED_FOR = re.compile(
    r"\b(?:translat\w{0,5}|übersetz\w{0,4}|tradu\w{0,8}|tłumacz\w{0,6}|vertaal\w{0,3}|çevir\w{0,4}|"
    r"перевед\w{0,4}|in (?:english|german|french|spanish|italian|portuguese|dutch|polish|turkish|"
    r"russian|arabic|hindi|chinese|japanese|korean)|auf (?:deutsch|englisch|französisch|spanisch|"
    r"italienisch)|en (?:anglais|allemand|français|espagnol|inglés|alemán|francés|español)|"
    r"(?:em|in) (?:inglês|português|inglese|italiano)|practi[cs]e my \w{3,12})\b"
)

_ALIKE = {"ar", "ur"}


def is_other(name: str, sentence: str, context: Context, before: tuple[str, ...]) -> bool:
    """Whether a sentence, with what stands, is surely in another language than that one."""
    if context.language != name or context.is_in_danger or context.asks_for_words:
        return False
    if context.states(_ASKED_FOR):
        return False
    found = language(" ".join((*before[-1:], sentence)))
    if {found, name} == _ALIKE:
        return False  # read as rules read it, a few letters tell them apart
    return found not in ("", name) and language(sentence) == found


RULES = tuple(
    Rule(
        f"other-language-{name}",
        "language",
        "redraft",
        told,
        partial(is_other, name),
        stands_at_last=True,
    )
    for name, told in ASKED_IN.items()
)
EXAMPLES = (
    "You should tell your boss about it, and take the day for yourself.",
    "Es ist nicht deine Schuld, und du musst das heute nicht allein machen.",
)
INNOCENT = (
    "Dile a tu jefa lo que pasó, y si no puedes con la reunión, sal un momento.",
    "OK.",
    "LinkedIn Premium, Netflix, Spotify.",
)
