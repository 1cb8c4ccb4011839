"""How a reply calls its person, where they set that: another name or a pet name is cut off.

A sentence is read in pieces between commas, and a piece counts only where it calls somebody: alone
before or after the rest, or after a greeting. So honey in a list of things to buy stays (`listed`).
"""

import re
from dataclasses import dataclass

from bot.boundaries import Boundaries
from bot.governor.listed import is_listed
from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.plain import plain

_LISTS = {
    name: frozenset(map(normalized, words))
    for name, words in lexicon("mul/boundaries").words.items()
}
_PETS, _GREETS = _LISTS["pets"], _LISTS["greets"]
_ENDS = " \t\n.!?…\"')*_"
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_WITHOUT_BLANKS = re.compile("[\u3040-\u9fff]")
_FEW = 2  # words: a piece beside it that has no more may be another thing of a list
_INTRODUCES = "|".join(map(re.escape, sorted(_LISTS["introduces"])))
_INTRODUCED = re.compile(rf"(?<!\w)(?:{_INTRODUCES}) ([^\W\d_]{{2,40}})")


@dataclass(frozen=True, slots=True)
class Calls:
    """What a reply may not call its person: pet names, or any name but theirs."""

    pets: frozenset[str]
    names: frozenset[str]  # others that they said they have
    own: frozenset[str]  # the words of the name they set; nothing where none is set

    def are(self, words: list[str]) -> bool:
        """Returns whether a piece of these words calls them so."""
        called = " ".join(words)
        return called in self.pets or (len(words) == 1 and called in self.names)

    def follow(self, words: list[str]) -> bool:
        """Returns whether a greeting is followed by that, in words that are no more than a call."""
        is_other = bool(self.own) and len(words) == 1 and not self.own & {*words}
        return bool(words) and (self.are(words) or is_other)


def unwanted_calls(own: Boundaries, said: str) -> Calls:
    """Gives what a reply may not call its person.

    Args:
        said: their messages of this conversation, as rules read them.
    """
    named = frozenset(_WORD.findall(plain(own.name)))
    names = frozenset(_INTRODUCED.findall(said)) - named if named else frozenset[str]()
    return Calls(_forbidden(own), names, named)


def _forbidden(own: Boundaries) -> frozenset[str]:
    """Gives the pet names that are not wanted: all of them, or those that a line names."""
    address = normalized(own.address)
    denied = (address,) if any(_names(one, address) for one in _LISTS["negates"]) else ()
    every = (*denied, *map(normalized, own.lines))
    if any(_names(one, text) for text in every for one in _LISTS["of_pets"]):
        return _PETS
    return frozenset(pet for pet in _PETS if any(_names(pet, text) for text in every))


def _names(words: str, text: str) -> bool:
    """Whether a text names words, whole ones where blanks part them."""
    if _WITHOUT_BLANKS.search(words):
        return words in text
    return f" {words} " in f" {' '.join(_WORD.findall(text))} "


def cut(text: str, unwanted: Calls) -> tuple[str, str] | None:
    """Gives what was cut off a sentence and the sentence without it; None where all may stay."""
    pieces = text.split(",")
    words = [_WORD.findall(plain(piece)) for piece in pieces]
    gone = [place for place in range(len(pieces)) if _calls(place, words, unwanted)]
    head = _greeted(pieces[0], words[0], unwanted)
    if not gone and head is None:
        return None
    left = [head if head is not None else pieces[0], *pieces[1:]]
    kept = [piece for place, piece in enumerate(left) if place not in gone]
    cut_off = text if head is not None else ",".join(pieces[place] for place in gone)
    return cut_off.strip(), _sentence(kept, text, starts_anew=0 in gone)


def _calls(place: int, words: list[list[str]], unwanted: Calls) -> bool:
    """Whether the piece at that place calls somebody as they do not want it."""
    if len(words) == 1 or not unwanted.are(words[place]) or is_listed(place, words):
        return False
    if len(words) == _FEW or (place == 1 and words[0][0:1] and words[0][0] in _GREETS):
        return True
    if place + 1 == len(words):
        return len(words[place - 1]) > _FEW
    return len(words[place + 1]) >= _FEW


def _greeted(piece: str, words: list[str], unwanted: Calls) -> str | None:
    """Gives the first piece without whom it greets, where that is not wanted; else None."""
    if len(words) < _FEW or words[0] not in _GREETS or not unwanted.follow(words[1:]):
        return None
    first = _WORD.search(piece)
    return piece[: first.end()] if first is not None else None


def _sentence(pieces: list[str], text: str, *, starts_anew: bool) -> str:
    """Gives pieces as one sentence, with the end of the whole and a capital where it begins."""
    blank = text[: len(text) - len(text.lstrip())]
    said = ",".join(pieces).strip()
    if starts_anew:
        said = said[:1].upper() + said[1:]
    end = text[len(text.rstrip(_ENDS)) :]
    return f"{blank}{said.rstrip(_ENDS)}{end}" if any(map(str.isalnum, said)) else ""
