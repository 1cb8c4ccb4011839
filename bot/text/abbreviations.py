"""Stops that end no sentence: abbreviations, initials, an ellipsis."""

import re
from typing import Final

from bot.lexicon import lexicon

_WORDS = lexicon("mul/abbreviations")
_NEVER_LAST = _WORDS["never_last"]
_SELDOM_LAST = _WORDS["seldom_last"]
_BEFORE_NUMBER = _WORDS["before_number"]
_WORD = re.compile(r"(?<![^\W_])[^\W\d_](?:[^\W\d_]|\.(?=[^\W\d_])){0,40}$")
_LONGEST: Final = 43  # of what `_WORD` reads, with the letter that may not stand before it
_INITIALS = re.compile(r"[A-HJ-ZÀ-Þ]|(?:[^\W\d_]\.)+[^\W\d_]")


def last_word(text: str) -> str:
    """Gives the word a text ends with, its inner stops among it; nothing where there is none."""
    found = _WORD.search(text[-_LONGEST:])
    return found[0] if found is not None else ""


def joins(before: str, after: str) -> bool:
    """Says whether a stop is inside a sentence: an ellipsis, an abbreviation, an initial."""
    if before.endswith(("..", "…")):
        return after.islower()
    last = last_word(before[:-1]) if before.endswith(".") else ""
    if not last:
        return False
    word = last.lower()
    if _SELDOM_LAST.fullmatch(word):
        return not after.isupper()
    if _BEFORE_NUMBER.fullmatch(word):
        return after.isdigit()
    return bool(_NEVER_LAST.fullmatch(word) or _INITIALS.fullmatch(last))
