"""What a reply is held to in a language, as far as its words are written. Pure.

Questions, length and telephone numbers are known by marks, counts and digits in every language.
"""

from bot.governor.acting import LANGUAGES as ACTED_IN
from bot.governor.identity.languages import group
from bot.governor.languages import FAMILIES, words_of

_BY_MARKS = ("questions", "length", "numbers")
_CLAIMS = ("claims_human", "claims_feeling", "claims_body")  # a file has each, or claims are open


def held_in(code: str) -> tuple[str, ...]:
    """Gives what a reply in a language is held to, by the keys of the sentences that say it."""
    if code == "en":
        return (*_BY_MARKS, "claims", "pieces", *FAMILIES)
    claims = all(code in {language for language, _ in group(name)} for name in _CLAIMS)
    return (
        *_BY_MARKS,
        *(("claims",) if claims else ()),
        *(("pieces",) if code in ACTED_IN else ()),
        *(family for family in FAMILIES if words_of(family, code) is not None),
    )
