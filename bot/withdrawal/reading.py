"""The wish to leave in a message, if there is one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache

from bot.withdrawal.fillers import Fillers, fillers_of
from bot.withdrawal.languages import IN_EVERY, LANGUAGES
from bot.withdrawal.meant import may_be_of_life
from bot.withdrawal.words import Clauses, LeavingWords, clauses, folded, spelled_out

READ = 4000  # characters of a message that are looked at
OWN_NAME = "attune"
MOST = 300  # in a longer one only a sure wish at its head counts
_AND = IN_EVERY.phrases["and"]  # folded, in any language
_QUOTES = frozenset('"“”„«»「」『』>')


class Wish(IntEnum):
    """How surely a message withdraws."""

    UNSURE = 1  # it looks like it: asked about before anything changes
    BARE = 2  # it does, unless it answers what was asked last
    STRONG = 3  # it does, and means nothing else


@dataclass(frozen=True, slots=True)
class Found:
    """How surely a message withdraws, and in which language it says so."""

    wish: Wish
    language: str
    may_be_of_life: bool = False  # where one is at risk, its words could be said of that instead
    erases: bool = False  # it asks that what is kept be erased
    leaves: bool = True  # it asks for more than that
    is_all: bool = False  # the message says nothing else


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One language as it is compared: the meaning of each phrase, and the fillers around it."""

    language: str
    wishes: dict[str, Wish]
    erasing: frozenset[str]  # those that ask for an erase
    fillers: Fillers

    def said(self, clause: str, *, asks: bool) -> Found | None:
        """Gives the wish of a clause; a question that is no request becomes an unsure one."""
        if clause in self.wishes:
            found = self._found(clause)
            return replace(found, wish=Wish.UNSURE) if asks else found
        phrase = self.fillers.stripped(clause.split())
        return self._found(phrase) if phrase in self.wishes else None

    def _found(self, phrase: str) -> Found:
        wish = self.wishes[phrase]
        is_erase = phrase in self.erasing
        is_of_life = may_be_of_life(phrase, is_clear=wish > Wish.UNSURE, erases=is_erase)
        is_of_life = wish < Wish.STRONG and is_of_life
        return Found(wish, self.language, is_of_life, erases=is_erase, leaves=not is_erase)


def _spoken(words: LeavingWords) -> _Spoken:
    wishes = dict.fromkeys(spelled_out(words.bare), Wish.BARE)
    wishes |= dict.fromkeys(spelled_out(words.strong), Wish.STRONG)
    erasing = spelled_out(words.erase)
    wishes |= dict.fromkeys(spelled_out(words.unsure) | erasing, Wish.UNSURE)
    fillers = fillers_of((*words.around, *IN_EVERY.phrases["anywhere"]))
    return _Spoken(words.language, wishes, erasing, fillers)


@cache
def _table() -> tuple[_Spoken, ...]:
    """Gives every language, spelled out once: at the first reading."""
    return tuple(_spoken(words) for words in LANGUAGES)


def _stands_around(clause: str) -> bool:
    return any(clause in one.fillers.phrases for one in _table())


def wish_in(text: str, name: str = "") -> Found | None:
    """Gives the wish to leave in a message, or None.

    Args:
        name: what the bot is called here, which counts as "Attune" does.
    """
    said = called(clauses(text[:READ]), folded(name))
    if _says_more(said):
        return _at_head(*said[0], is_quoted=quotes(text))
    meant = {one: said_in(one[0], asks=one[1]) for one in dict.fromkeys(said)}
    found = [meant[one] for one in said]
    wishes = [one for one in found if one is not None]
    others = [clause for one, (clause, _) in zip(found, said, strict=True) if one is None]
    if wishes and all(map(_only_stands_around, dict.fromkeys(others))):
        return replace(together(max(wishes, key=lambda one: one.wish), wishes), is_all=True)
    if not wishes or quotes(text):
        return None
    if found[0] is not None and found[0].wish is Wish.STRONG:
        return together(found[0], wishes)
    asked = _to_ask_about(found[0], found[-1])
    return together(asked, wishes) if asked is not None else None


def together(clearest: Found, every: Sequence[Found]) -> Found:
    """Gives the clearest of several wishes, and whether any of them erases, or leaves."""
    erases, leaves = any(one.erases for one in every), any(one.leaves for one in every)
    return replace(clearest, erases=erases, leaves=leaves)


def quotes(text: str) -> bool:
    """Returns whether a text has a mark with which people quote others."""
    return bool(_QUOTES & set(text[:READ]))


def called(said: Clauses, name: str) -> Clauses:
    """Gives the clauses with "attune" in place of the bot's name here."""
    if name in ("", OWN_NAME):
        return said
    own = ((f" {clause} ".replace(f" {name} ", f" {OWN_NAME} "), asks) for clause, asks in said)
    return tuple((clause.strip(), asks) for clause, asks in own)


def _says_more(said: Clauses) -> bool:
    """Returns whether a message is long and says more, so that only its head is read."""
    if sum(len(clause) for clause, _ in said) <= MOST:
        return False
    every = dict.fromkeys(said)
    return any(
        not _stands_around(clause) and said_in(clause, asks=asks) is None for clause, asks in every
    )


def _at_head(clause: str, asks: bool, *, is_quoted: bool) -> Found | None:
    """Gives a sure wish at the head of a long message, or None."""
    found = said_in(clause, asks=asks)
    is_sure = found is not None and found.wish is Wish.STRONG and not is_quoted
    return found if is_sure else None


def _only_stands_around(clause: str) -> bool:
    """Returns whether a clause holds only fillers of a language, as "hey attune" does."""
    return any(one.fillers.are_all_of(clause) for one in _table())


def _to_ask_about(first: Found | None, last: Found | None) -> Found | None:
    """Gives a wish at either end of other words, as an unsure one."""
    ends = [one for one in (first, last) if one is not None and one.wish > Wish.UNSURE]
    return Found(Wish.UNSURE, ends[0].language) if ends else None


def said_in(clause: str, *, asks: bool = False) -> Found | None:
    """Gives the wish of a clause in the first language that has it; None for a very long one."""
    if len(clause) > MOST:
        return None
    found = _said_whole(clause, asks=asks)
    return found if found is not None else _said_in_halves(clause, asks=asks)


def _said_whole(clause: str, *, asks: bool) -> Found | None:
    every = (one.said(clause, asks=asks) for one in _table())
    return next((found for found in every if found is not None), None)


def _said_in_halves(clause: str, *, asks: bool) -> Found | None:
    """Gives two wishes joined by "and" as one; None unless both are wishes."""
    for word in _AND:
        first, joined, second = clause.partition(f" {word} ")
        halves = [_said_whole(one, asks=asks) for one in (first, second) if joined]
        found = [one for one in halves if one is not None]
        if len(found) == 2:
            is_of_life = any(one.may_be_of_life for one in found)
            both = together(max(found, key=lambda one: one.wish), found)
            return replace(both, may_be_of_life=is_of_life)
    return None
