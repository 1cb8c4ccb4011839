"""A sentence -> whether it asks the person something."""

import re
import unicodedata

from bot.governor.ngrams import plain
from bot.governor.quoting import QUOTE_LINE, SHOWN
from bot.governor.sentences import Kind, Sentence

_CLOSERS = "\"'`*_~)]}”’»」|"
STOPS = ("?", "？", "؟", "⁇", "⁈", "⁉", "!", "！", ".", "…", "。", "｡", ":", "।", "۔", "॥")
_ASKING = frozenset("?？؟⁇⁈⁉")
_EMOJI = frozenset(("So", "Sk", "Mn", "Me", "Cf"))
_CLOSED_LATER = re.compile(r"[?？][”»」]")
_STRAIGHT = re.compile(
    r"\b(?:suicid\w*|kill(?:ing)? yourself|end(?:ing)? your life|taking your (?:own )?life|"
    r"want(?:ing)? to (?:die|be dead)|not want(?:ing)? to (?:be alive|live|be here)|"
    r"don't want to (?:be alive|live|be here)|safe (?:right now|tonight|where you are)|"
    r"(?:have|got) (?:a plan|anything with you))\b"
)


def is_question(sentence: Sentence) -> bool:
    """Whether it is prose that ends in a question mark of its own, also behind closers or emoji."""
    if sentence.kind is not Kind.PROSE or QUOTE_LINE.match(sentence.text):
        return False
    own = SHOWN.sub("x", sentence.text)
    if _CLOSED_LATER.search(_after_words(own)):
        return False
    words = bare(own)
    return bool(_ASKING & set(words[len(words.rstrip("".join(STOPS))) :]))


def asks_straight(text: str) -> bool:
    """Whether it speaks straight out of suicide, or of being safe."""
    return bool(_STRAIGHT.search(plain(text)))


def _after_words(text: str) -> str:
    """Gives the marks that follow the last word of a text."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return text[end:]


def bare(text: str) -> str:
    """Gives the text without what may follow its last mark: closers, blanks and emoji."""
    end = len(text)
    while end and _is_trailing(text[end - 1]):
        end -= 1
    return text[:end]


def _is_trailing(mark: str) -> bool:
    return mark.isspace() or mark in _CLOSERS or unicodedata.category(mark) in _EMOJI
