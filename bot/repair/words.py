"""Repair in words: a message that says how the last reply landed wrong. English only.

A clause counts only as a whole, said to the bot about its reply, so that words about planes,
people and plans stay ordinary talk. One that only points ("that was cold") counts only where
nothing stands before it that it could point at. In languages it does not read it is silent.
"""

import re
import unicodedata

from bot.repair.fragments import LEAD, TAIL
from bot.repair.patterns import PATTERNS
from bot.repair.pointing import ASKED, POINTING
from bot.rupture import Rupture

MOST_WORDS = 30
READS = ("English",)
_MOST_SENTENCES = 3  # looked at, from the first
_Compiled = tuple[tuple[Rupture, re.Pattern[str]], ...]


def _compiled(patterns: tuple[tuple[Rupture, str], ...], tail: str) -> _Compiled:
    return tuple((kind, re.compile(rf"{LEAD}(?:{pattern}){tail}")) for kind, pattern in patterns)


_TAIL_OF_POINTING = TAIL.replace("|today", "").replace("|here", "").replace("|there", "")
_SAID = _compiled(PATTERNS, TAIL)
_POINTED = _compiled(POINTING, _TAIL_OF_POINTING)
_ASKED = _compiled(ASKED, TAIL)
_LEAD = re.compile(LEAD)
_ORDERS = re.compile(r"(?:\w+[, ]+)?(?:can|could|would|will) (?:you|we)\b")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_REPORTED = re.compile(
    r", (?:i|he|she|they|we|people|(?:the|my|our|his|her|their|a) \w+) "
    r"(?:told|said|say|says|asked|wrote|tell|thought|thinks)\b"
)
# "I wanted a plan, he wanted a party": what I wanted of somebody else.
_STORY = re.compile(r"i\b.*(?:, | so | but | and )(?:he|she|they|it|his|her|their|so i|then i)\b")
_CLAUSE_ENDS = re.compile(r",? (?:but|and|because|so) | [-–—]+ |, ")
_SENTENCES = re.compile(r"([^.!?;:…\n]+)([.!?;:…\n]*)")
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
    found = [kind for kind in _kinds(plain) if kind is not None]
    return next((kind for kind in found if kind is not Rupture.OTHER), found[0] if found else None)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    return folded.replace("tl;dr", "tldr").strip().strip('"“”*_~')


def _kinds(plain: str) -> list[Rupture | None]:
    """Gives what each sentence says is wrong with the reply; None for one that says nothing."""
    kinds: list[Rupture | None] = []
    is_first, is_quoted = True, False
    for sentence, end in _SENTENCES.findall(plain)[:_MOST_SENTENCES]:
        sentence = sentence.strip(" ,\"'“”*_")
        if not sentence or _is_lead(sentence):
            continue
        asks = "?" in end
        kind = None if is_quoted else _of(sentence, asks=asks, is_first=is_first)
        kinds.append(kind)
        is_first, is_quoted = is_first and kind is not None, ":" in end
    return kinds


def _is_lead(sentence: str) -> bool:
    """Whether a sentence only leads up to something: "hm", "no, sorry"."""
    return _LEAD.fullmatch(sentence + " ") is not None


def _of(sentence: str, *, asks: bool, is_first: bool) -> Rupture | None:
    if _STORY.match(sentence):
        return None
    first = next((each for each in _CLAUSE_ENDS.split(sentence) if not _is_lead(each)), "")
    clauses = (sentence, first) if is_first and not asks else (sentence,)
    return next((kind for clause in clauses if (kind := _clause(clause, asks, is_first))), None)


def _clause(clause: str, asks: bool, is_first: bool) -> Rupture | None:
    tables = (_ASKED,) if asks else (_SAID, _ASKED)
    tables = (*tables, _SAID) if asks and _ORDERS.match(clause) else tables
    tables = (*tables, _POINTED) if is_first and not asks else tables
    every = (one for table in tables for one in table)
    return next((kind for kind, pattern in every if pattern.fullmatch(clause)), None)
