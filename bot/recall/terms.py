"""The words by which what is held is found: folded, and without those that everybody uses. Pure."""

import re
from collections.abc import Collection
from functools import cache

from bot.lexicon import lexicon
from bot.text.bare import bare
from bot.text.language import common_words
from bot.text.normalize import normalized

LEAST = 2  # letters of a word
_GENERAL = lexicon("mul/recall").words
_HAN, _KANA = "\u3005\u3400-\u9fff\uf900-\ufaff", "\u3040-\u30ff"
# Chinese characters, katakana, what has blanks, ends of lines: hiragana alone is mostly grammar.
_WORD = re.compile(rf"[^\W_{_HAN}{_KANA}]+|\n|[{_HAN}]+|[\u30a0-\u30ff]+")
_IN_ASCII = re.compile(r"[a-z0-9]+|\n")  # the same, found in a third of the time
_IS_HAN = re.compile(f"[{_HAN}]")
_WRITTEN = re.compile(r"[^\W\d_][^\W_]+")
_ALIKE, _MOSTLY = 4, 0.6  # letters in common at the beginning, and what share of the longer word
END = "\n"  # of a line
EXACT, AKIN, FAINT = 1.0, 0.7, 0.4


def spelled(text: str) -> str:
    """Gives a text in the spelling in which words are compared; lines stay lines."""
    return bare(normalized(text))


def words_of(spelled_text: str) -> list[str]:
    """Gives the words of a spelled text in their order, and each end of a line."""
    pattern = _IN_ASCII if spelled_text.isascii() else _WORD
    return pattern.findall(spelled_text)


def terms_of(word: str) -> tuple[str, ...]:
    """Gives what a word is compared by: itself, or each two of Chinese characters in a row."""
    if len(word) <= 2 or not _IS_HAN.match(word):
        return (word,)
    return tuple(word[at : at + 2] for at in range(len(word) - 1))


def telling(text: str, codes: Collection[str]) -> list[str]:
    """Gives the terms of a text that tell what it is about, in the languages of these codes."""
    every = (term for word in words_of(spelled(text)) for term in terms_of(word))
    return [term for term in every if _tells(term) and not _is_common(term, codes)]


def _tells(term: str) -> bool:
    """Returns whether a term is long enough to tell anything; one Chinese character is."""
    return len(term) >= LEAST + term.isdecimal() or bool(_IS_HAN.match(term))


@cache
def common(code: str) -> frozenset[str]:
    """Gives the words of a language that tell nothing of what is meant."""
    words = common_words(code) | _GENERAL.get(code, frozenset())
    each = (one for word in words for one in words_of(spelled(word)))
    return frozenset(term for one in each for term in terms_of(one))


def likeness(term: str, other: str) -> float:
    """Gives how far two terms are one word: the same, another ending of it, faintly, or not."""
    if term == other:
        return EXACT
    shorter, longer = sorted((len(term), len(other)))
    same = _same(term, other)
    if same == shorter >= 5 or (same >= _ALIKE and same >= _MOSTLY * longer):
        return AKIN
    if same == shorter >= 3 and longer - shorter <= 2:
        return AKIN
    return FAINT if same >= 3 and longer <= 5 and same >= longer - 1 else 0.0


def _same(term: str, other: str) -> int:
    """Gives how many letters two terms have in common at their beginning."""
    for at, (one, two) in enumerate(zip(term, other, strict=False)):
        if one != two:
            return at
    return min(len(term), len(other))


def names_in(text: str, codes: Collection[str]) -> frozenset[str]:
    """Gives the spelled words of a text that are written as a name is, with a capital letter.

    What everybody says is none: a sentence may begin with it.
    """
    named = (spelled(one) for one in _WRITTEN.findall(text) if one[0].isupper())
    return frozenset(one for one in named if not _is_common(one, codes))


def _is_common(term: str, codes: Collection[str]) -> bool:
    return any(term in common(code) for code in codes)
