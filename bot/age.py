"""An age said plainly in the first person: "I'm 15". Anything else is None.

English is read by patterns; in the ten other languages only ages below 18, and only as whole
clauses (`bot/whole_messages/`). Minutes, distances, ranks and other people's ages are no ages of
the person who speaks.
"""

import re

from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.whole_messages import said_age as said_elsewhere

ADULT = 18
_NUMERALS = {
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
}  # fmt: skip
_WORDS = lexicon("en/age")
_NOT_AN_AGE = _WORDS["not_an_age"]
_PATTERNS = _WORDS.group("patterns")
_OTHERS = _WORDS["others"]
_QUOTED = re.compile(r"\"[^\"\n]*\"|^[ \t]*>[^\n]*", re.MULTILINE)


def said_age(text: str) -> int | None:
    """Gives the age a person says they are, or None when they say none."""
    plain = " ".join(_QUOTED.sub(" ", normalized(ends(text))).split())
    for pattern in _PATTERNS:
        found = pattern.search(plain)
        if found and _is_own(plain, found.end("age")):
            return _NUMERALS.get(found["age"]) or int(found["age"])
    return None


def _is_own(plain: str, end: int) -> bool:
    """Whether the number that ends there is an age, and the speaker's own, now."""
    return not _NOT_AN_AGE.match(plain, end) and not _OTHERS.search(plain, 0, end)


def says_under_18(text: str) -> bool:
    """Whether a person says plainly, in the first person, that they are under 18."""
    age = said_age(text)
    age = said_elsewhere(text) if age is None else age
    return age is not None and 5 <= age < ADULT
