"""Repair in words: a message that says how the last reply landed wrong. English only.

A clause counts only as a whole, said to the bot about its reply, so that words about planes,
people and plans stay ordinary talk. In languages it does not read it is silent.
"""

import re
import unicodedata

from bot.repair.patterns import LEAD, PATTERNS, TAIL
from bot.rupture import Rupture

MOST_WORDS = 30
READS = ("English",)

_COMPILED = tuple((kind, re.compile(rf"{LEAD}(?:{pattern}){TAIL}")) for kind, pattern in PATTERNS)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_REPORTED = re.compile(r", (?:i|he|she|they|we|people) (?:told|said|say|says|asked|wrote|tell)\b")
_CLAUSE_ENDS = re.compile(r"[.!?;:…\n]+|,? (?:but|and|because|so) | [-–—]+ |, ")
_ENDS = re.compile(r"[.!?;:…\n]+")
_MISSING = {
    "dont": "don't", "youre": "you're", "didnt": "didn't", "thats": "that's", "im": "i'm",
    "isnt": "isn't", "wasnt": "wasn't", "ur": "your", "u": "you", "havent": "haven't",
    "doesnt": "doesn't", "youve": "you've", "arent": "aren't", "plz": "please",
}  # fmt: skip


def rupture_in_words(text: str) -> Rupture | None:
    """Gives how a message says the last reply landed wrong, or None when it says no such thing."""
    words = _plain(text).split()
    plain = " ".join(_MISSING.get(word, word) for word in words)
    if not words or len(words) > MOST_WORDS or _REPORTED.search(plain):
        return None
    found = [kind for clause in _clauses(plain) if (kind := _of(clause)) is not None]
    return next((kind for kind in found if kind is not Rupture.OTHER), found[0] if found else None)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    return folded.replace("tl;dr", "tldr").strip().strip('"“”*_~')


def _clauses(plain: str) -> tuple[str, ...]:
    """Gives the sentences of a message, and what stands first in the first of them."""
    sentences = [each.strip(" ,\"'“”*_") for each in _ENDS.split(plain)]
    sentences = [each for each in sentences if each]
    first = [each.strip(" ,") for each in _CLAUSE_ENDS.split(plain) if each.strip(" ,")][:1]
    return tuple(dict.fromkeys((*sentences[:3], *first)))


def _of(clause: str) -> Rupture | None:
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(clause)), None)
