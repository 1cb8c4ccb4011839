"""Repair in words: a message that says how the last reply landed wrong.

English is read by patterns: a clause counts only as a whole, said to the bot about its reply, so
that words about planes, people and plans stay ordinary talk. One that only points ("that was cold")
counts only where nothing stands before it that it could point at. In the ten other languages only
whole sentences that stand in their tables count, where a message begins (`bot/whole_messages/`).
"""

import re
from dataclasses import dataclass

from bot.lexicon import lexicon
from bot.rupture import Rupture
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.whole_messages import said_first

MOST_WORDS = 30  # of one sentence
_MOST = 2000  # characters
_MOST_SENTENCES = 3  # looked at, from the first
_Ways = tuple[tuple[Rupture, re.Pattern[str]], ...]


def _ways(name: str) -> _Ways:
    """Gives each phrase of a complaint, with its kind of rupture."""
    return tuple((Rupture(str(one.facts["kind"])), one.pattern) for one in lexicon(name).entries)


_SAID = _ways("en/repair/said")
_POINTED = _ways("en/repair/pointing")
_ASKED = _ways("en/repair/asked")
_READ = lexicon("en/repair/reading")
_MISSING = _READ.spellings["missing"]
# The kinds as the tables of other languages call their phrases.
_IN_TABLES = {kind.replace(" ", "_"): kind for kind in Rupture}
_SENTENCES = re.compile(r"([^.!?;:…\n]+)([.!?;:…\n]*)")


@dataclass(frozen=True, slots=True)
class Correction:
    """How a message says the last reply landed wrong, and whether it says anything else."""

    kind: Rupture
    has_more: bool


def correction_in_words(text: str) -> Correction | None:
    """Gives how a message says the last reply landed wrong, or None."""
    words = _plain(text).split()
    kinds = _kinds(" ".join(_MISSING.get(word, word) for word in words))
    found = [kind for kind in kinds if kind is not None]
    if not found:
        return _elsewhere(text)
    kind = next((kind for kind in found if kind is not Rupture.OTHER), found[0])
    return Correction(kind, has_more=None in kinds)


def _elsewhere(text: str) -> Correction | None:
    """Gives how a message in another language says it, or None."""
    said, has_more = said_first(text) or (None, False)
    kind = _IN_TABLES.get(said.what) if said is not None else None
    return Correction(kind, has_more=has_more) if kind is not None else None


def _plain(text: str) -> str:
    folded = normalized(ends(text, _MOST))
    return folded.replace("tl;dr", "tldr").strip().strip('"*_~')


def _kinds(plain: str) -> list[Rupture | None]:
    """Gives the complaint in each part of a message, or None for a part that is none."""
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
    return bool(_READ["lead"].fullmatch(clause + " ") or _READ["tail"].fullmatch(" " + clause))


def _parts(sentence: str, *, asks: bool, is_first: bool) -> list[Rupture | None]:
    """Gives the sentence as one part, or as its clauses if the first of them is a complaint."""
    if len(sentence.split()) > MOST_WORDS or _is_other(sentence):
        return [None]
    whole = _of(sentence, asks, is_first)
    if whole is not None or asks or not is_first:
        return [whole]
    clauses = [each for each in _READ["clause_ends"].split(sentence) if not _is_filling(each)]
    kinds = [_of(each, asks, is_first) for each in clauses]
    return kinds if kinds and kinds[0] is not None else [None]


def _is_other(sentence: str) -> bool:
    """Returns whether a sentence is about somebody else, or names its subject."""
    is_told = _READ["story"].match(sentence) or _READ["reported"].search(sentence)
    return bool(is_told or _READ["named"].fullmatch(sentence))


def _of(clause: str, asks: bool, is_first: bool) -> Rupture | None:
    tables = (_ASKED,) if asks else (_SAID, _ASKED)
    tables = (*tables, _SAID) if asks and _READ["orders"].match(clause) else tables
    tables = (*tables, _POINTED) if is_first and not asks else tables
    every = (one for table in tables for one in table)
    return next((kind for kind, pattern in every if pattern.fullmatch(clause)), None)
