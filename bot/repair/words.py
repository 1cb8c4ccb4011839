"""Repair in words: a message that says how the last reply landed wrong. English only.

A clause counts only as a whole, said to the bot about its reply, so that words about planes,
people and plans stay ordinary talk. One that only points ("that was cold") counts only where
nothing stands before it that it could point at. In languages it does not read it is silent.
"""

import re
from dataclasses import dataclass

from bot.repair.fragments import LEAD, TAIL
from bot.repair.patterns import PATTERNS
from bot.repair.pointing import ASKED, POINTING
from bot.rupture import Rupture
from bot.text.normalize import normalized
from bot.text.pieces import ends

MOST_WORDS = 30  # of one sentence
READS = ("English",)
_MOST = 2000  # characters
_MOST_SENTENCES = 3  # looked at, from the first
_Compiled = tuple[tuple[Rupture, re.Pattern[str]], ...]


def _compiled(patterns: tuple[tuple[Rupture, str], ...], tail: str) -> _Compiled:
    return tuple((kind, re.compile(rf"{LEAD}(?:{pattern}){tail}")) for kind, pattern in patterns)


_TAIL_OF_POINTING = TAIL.replace("|today", "").replace("|here", "").replace("|there", "")
_SAID = _compiled(PATTERNS, TAIL)
_POINTED = _compiled(POINTING, _TAIL_OF_POINTING)
_ASKED = _compiled(ASKED, TAIL)
_LEAD, _TAIL = re.compile(LEAD), re.compile(TAIL)
_ORDERS = re.compile(r"(?:\w+[, ]+)?(?:can|could|would|will) (?:you|we)\b")
_REPORTED = re.compile(
    r", (?:i|he|she|they|we|people|(?:the|my|our|his|her|their|a) \w+) "
    r"(?:told|said|say|says|asked|wrote|tell|thought|thinks)\b"
)
# "I wanted a plan, he wanted a party": what I wanted of somebody else.
_STORY = re.compile(r"i\b.*(?:, | so | but | and )(?:he|she|they|it|his|her|their|so i|then i)\b")
# "That's useless, this drill": what it points at is named after it.
_NAMED = re.compile(r"(?:that|this|it)\b.*, (?:this|that|the|my|his|her|our|their) [^\W_]+")
_CLAUSE_ENDS = re.compile(r",? (?:but|and|because) |, (?:so )?| [-–—]+ ")
_SENTENCES = re.compile(r"([^.!?;:…\n]+)([.!?;:…\n]*)")
_MISSING = {
    "dont": "don't", "youre": "you're", "didnt": "didn't", "thats": "that's", "im": "i'm",
    "isnt": "isn't", "wasnt": "wasn't", "ur": "your", "u": "you", "havent": "haven't",
    "doesnt": "doesn't", "youve": "you've", "arent": "aren't", "plz": "please",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Correction:
    """How a message says the last reply landed wrong, and whether it says anything besides."""

    kind: Rupture
    has_more: bool


def correction_in_words(text: str) -> Correction | None:
    """Gives how a message says the last reply landed wrong, or None when it says no such thing."""
    words = _plain(text).split()
    kinds = _kinds(" ".join(_MISSING.get(word, word) for word in words))
    found = [kind for kind in kinds if kind is not None]
    if not found:
        return None
    kind = next((kind for kind in found if kind is not Rupture.OTHER), found[0])
    return Correction(kind, has_more=None in kinds)


def rupture_in_words(text: str) -> Rupture | None:
    """Gives the kind alone."""
    found = correction_in_words(text)
    return found.kind if found is not None else None


def _plain(text: str) -> str:
    folded = normalized(ends(text, _MOST))
    return folded.replace("tl;dr", "tldr").strip().strip('"*_~')


def _kinds(plain: str) -> list[Rupture | None]:
    """Gives what each part says is wrong with the reply; None for one that says something else."""
    kinds: list[Rupture | None] = []
    is_quoted = False
    for place, (sentence, end) in enumerate(_SENTENCES.findall(plain)):
        sentence = sentence.strip(" ,\"'*_)(")
        if not sentence or _is_filling(sentence):
            continue
        is_read = place < _MOST_SENTENCES and not is_quoted
        is_first = None not in kinds
        kinds += _parts(sentence, asks="?" in end, is_first=is_first) if is_read else [None]
        is_quoted = ":" in end
    return kinds


def _is_filling(clause: str) -> bool:
    """Whether a clause says nothing by itself: "hm", "no, sorry", "please"."""
    return bool(_LEAD.fullmatch(clause + " ") or _TAIL.fullmatch(" " + clause))


def _parts(sentence: str, *, asks: bool, is_first: bool) -> list[Rupture | None]:
    """Gives the sentence as one part; or as its clauses, when what stands first in it is read."""
    if len(sentence.split()) > MOST_WORDS or _is_other(sentence):
        return [None]
    whole = _of(sentence, asks, is_first)
    if whole is not None or asks or not is_first:
        return [whole]
    clauses = [each for each in _CLAUSE_ENDS.split(sentence) if not _is_filling(each)]
    kinds = [_of(each, asks, is_first) for each in clauses]
    return kinds if kinds and kinds[0] is not None else [None]


def _is_other(sentence: str) -> bool:
    """Whether a sentence tells of somebody else, or names what it points at."""
    is_told = _STORY.match(sentence) or _REPORTED.search(sentence)
    return bool(is_told or _NAMED.fullmatch(sentence))


def _of(clause: str, asks: bool, is_first: bool) -> Rupture | None:
    tables = (_ASKED,) if asks else (_SAID, _ASKED)
    tables = (*tables, _SAID) if asks and _ORDERS.match(clause) else tables
    tables = (*tables, _POINTED) if is_first and not asks else tables
    every = (one for table in tables for one in table)
    return next((kind for kind, pattern in every if pattern.fullmatch(clause)), None)
