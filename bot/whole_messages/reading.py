"""Reads a message by the tables: as a whole, by its first sentence, or for an age."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.whole_messages.lines import head_of
from bot.whole_messages.tables import Language, Said, first_words, tables, written
from bot.withdrawal.words import clauses

LONGEST = 100  # characters of a sentence in which something is said
_READ = 2000  # characters of a message
_SENTENCES = 6  # of a message, from its first: what comes later is what it tells
_FEWEST = 3  # words of a question that is asked of the bot: "zu lang?" may be about anything
_UNDER_18 = "under_18"
_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？\n]*")
_NUMBER = re.compile(r"(?<=\d)[.,:](?=\d)")
_QUOTED = re.compile(r"\"[^\"\n]*\"|「[^「」\n]*」|^[ \t]*>[^\n]*", re.MULTILINE)
_WORD = re.compile(r"[^\W_][\w']*")
_NOTHING = Said("")
_Clauses = tuple[tuple[str, bool], ...]


def said_whole(text: str) -> Said | None:
    """Gives what a whole message says, beside words that mean nothing by themselves; else None."""
    if len(text) > LONGEST or not _may_be_read(normalized(text)):
        return None
    said = clauses(text)
    return _first(_all_of(said, language) for language in tables())


def said_first(text: str) -> tuple[Said, bool] | None:
    """Gives what the first sentence that means anything says, and whether more follows.

    None where that sentence says anything else.
    """
    own = _own(text)
    if not _may_be_read(own):
        return None
    sentences = _sentences(own)
    for sentence in sentences:
        for language in tables():
            if found := _all_of(sentence, language):
                return found, not all(_is_filling(each, language) for each in sentences)
        if not any(_is_filling(sentence, language) for language in tables()):
            return None
    return None


def said_age(text: str) -> int | None:
    """Gives the age below 18 that a person says they are where a sentence begins, or None."""
    own = _NUMBER.sub("", _own(text))
    if not _numeral().search(own):
        return None
    for found in islice(_SENTENCE.finditer(own), _SENTENCES):
        sentence = clauses(found[0][:LONGEST])  # where one begins, however it goes on
        if sentence and head_of(sentence[0][0]) in first_words():
            said = _first(_opening(sentence, language) for language in tables())
            if said is not None and said.what == _UNDER_18:
                return said.value
    return None


def _may_be_read(text: str) -> bool:
    """Returns whether a normalized text begins as something in a table does: a cheap first look."""
    found = _WORD.search(text)
    said = clauses(found[0][:LONGEST]) if found is not None else ()
    return bool(said) and head_of(said[0][0]) in first_words()


@cache
def _numeral() -> re.Pattern[str]:
    """Gives what any age looks like, in figures or in the words of any language."""
    every = (lexicon(f"{code}/plain_words").words for code in written())
    numerals = (one.partition("=")[0] for words in every for one in words.get("numerals", ()))
    return re.compile("|".join((r"\d", *sorted(map(re.escape, map(normalized, numerals))))))


def _own(text: str) -> str:
    """Gives a message without what it quotes."""
    return _QUOTED.sub(" ", normalized(ends(text, _READ)))


def _sentences(text: str) -> Iterator[_Clauses]:
    """Yields the clauses of each of the first sentences; a long one is only known to be one."""
    for found in islice(_SENTENCE.finditer(text), _SENTENCES):
        long = found.end() - found.start() > LONGEST
        if said := (("\0", False),) if long else clauses(found[0]):
            yield said


def _first(found: Iterable[Said | None]) -> Said | None:
    return next((one for one in found if one is not None), None)


def _opening(sentence: _Clauses, language: Language) -> Said | None:
    """Gives what the first clause of a sentence says that means anything."""
    if not language.may_begin(sentence[0][0]):
        return None
    own = (clause for clause, _ in sentence if not language.fillers.are_all_of(clause))
    return language.first_said(next(own, ""))


def _is_filling(sentence: _Clauses, language: Language) -> bool:
    return all(language.fillers.are_all_of(clause) for clause, _ in sentence)


def _all_of(said: _Clauses, language: Language) -> Said | None:
    """Gives the one thing that clauses say, as one or each of them; None where they say more."""
    if not (said and language.may_begin(said[0][0])):
        return None
    asks = any(asks for _, asks in said)
    whole = _meant(language.gap.join(clause for clause, _ in said), language, asks=asks)
    if whole is not None or len(said) == 1:
        return whole if whole != _NOTHING else None
    found: set[Said] = set()
    for clause, is_question in said:
        one = _meant(clause, language, asks=is_question)
        if one is None:
            return None
        found.add(one)
    found.discard(_NOTHING)
    return found.pop() if len(found) == 1 else None


def _meant(clause: str, language: Language, *, asks: bool) -> Said | None:
    """Gives what a clause says, which may be nothing by itself; None for anything else."""
    found = language.said(clause)
    if found is not None and (not asks or _is_long(clause)):
        return found
    return _NOTHING if language.fillers.are_all_of(clause) else None


def _is_long(clause: str) -> bool:
    """Returns whether a question names enough to be asked of the bot."""
    is_in_one = " " not in clause and not clause.isascii()  # Japanese is written without blanks
    return is_in_one or clause.count(" ") + 1 >= _FEWEST
