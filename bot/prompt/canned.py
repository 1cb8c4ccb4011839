"""Removes the program's own sentences from what a model is shown as its own words.

A model that reads a notice, a receipt or the lead of a repair as its own turn writes such lines
again. The program's sentences are recognised in every language at once, so that a change of
language changes nothing, and by a part, since a platform may cut a message in two. A question, or
an answer to one about another's life, stays, because the person's next message answers it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.crisis import texts
from bot.crisis.signs import What
from bot.strings.crisis import FloorWords
from bot.strings.strings import MODEL, Strings

# What stays: it asks something, or it is the talk itself.
_STAYS = frozenset(
    (
        *("replies.no_romance", "replies.carried_over"),
        *("risk.unsure", "risk.open", "risk.said_yes", "risk.said_plainly"),
        "rooms.greeting",  # its parts are anybody's words: it is known by two of them at once
    )
)
_LEAST = 8  # characters of the beginning or the end of a text, where it was cut
_LEAST_WITHIN = 24  # of the middle of one
_SMALL = "-#*_ "  # how platforms write a small line
_END = "\x00"
_SENTENCE = re.compile(r"^[—–] |[.:!?)）。।۔؟…]$")  # and no word on a button
_FILLED = re.compile(r"\{\w+\}|/[ \w-]+")  # a platform writes commands in its own way


@dataclass(frozen=True, slots=True)
class _Canned:
    """The program's own sentences, in the form in which they are recognised."""

    every: str  # each line between two marks
    filled: tuple[str, ...]  # how texts begin that are filled in, where that says enough
    tails: tuple[str, ...]
    asked: tuple[str, ...]
    helps: tuple[str, ...]
    is_ai: frozenset[str]  # alone it is an answer, and stays one
    notices: frozenset[str]
    announces: tuple[str, ...]  # how the operator's line to everybody begins
    greets: tuple[tuple[str, ...], ...]  # what stands in a greeting, all of it at once

    def greets_in(self, line: str) -> bool:
        """Returns whether a line is the greeting."""
        bare = " ".join(line.split())
        return any(all(each in bare for each in parts) for parts in self.greets)


def _known(strings: Strings) -> _Canned:
    return _canned(strings.to(MODEL))  # one for all: it reads every language


@cache
def _canned(strings: Strings) -> _Canned:
    spoken = strings.every
    fixed = (each for one in spoken for each in _fixed(one) if _SENTENCE.search(each))
    lines = tuple(" ".join(line.split()) for each in fixed for line in each.split("\n"))
    begins = (line.partition("{")[0] for line in lines if "{" in line)
    every = strings.every_crisis
    return _Canned(
        _END + _END.join(lines) + _END,
        tuple(each for each in begins if len(each) >= _LEAST * 2),
        (*(one.replies.honest_instead for one in spoken), *(words.steady for words in every)),
        tuple(each for one in every for each in (one.asked, one.concern, *one.asks.values())),
        tuple(line for one in every for line in (one.help, one.eating_help)),
        frozenset(strings.every_is_ai),
        frozenset(each for one in spoken for each in _notices(one)),
        tuple(one.replies.announced.partition("{")[0].strip() for one in spoken),
        tuple(map(_parts_of_greeting, spoken)),
    )


def _notices(strings: Strings) -> tuple[str, str]:
    return (strings.replies.notice, strings.replies.notice_under_18)


def _parts_of_greeting(strings: Strings) -> tuple[str, ...]:
    parts = (" ".join(each.split()) for each in _FILLED.split(strings.rooms.greeting))
    return tuple(each for each in parts if len(each) >= _LEAST)


def _fixed(strings: Strings) -> Iterator[str]:
    for key, text in strings.lines.items():
        if key not in _STAYS and not key.startswith("crisis."):
            yield text
    yield from (*strings.replies.stances.values(), *strings.repair.every_lead)
    if strings.code == MODEL:
        yield from strings.every_is_ai
        for words in strings.every_crisis:
            yield from _of_language(words)


def _of_language(words: FloorWords) -> tuple[str, ...]:
    bodies = (line for what in (None, *What) for line in words.body(what))
    lines = (words.steady, words.aloud, words.an_ai, words.write_on, *bodies)
    return (*words.only_the_programs, *lines)


def own_words(text: str, strings: Strings) -> str:
    """Gives a model's own words in a message of the bot's, or an empty text."""
    known = _known(strings)
    if texts.is_vital(strings, text) and not text.startswith(known.asked):
        return ""
    lines = _before_help(text.strip().split("\n"), known.helps)
    while lines and _is_canned(lines[-1], known):
        lines.pop()
    first = (place for place, line in enumerate(lines) if not _is_canned(line, known))
    left = "\n".join(lines[next(first, len(lines)) :]).strip()
    for tail in known.tails:
        left = left.removesuffix(tail).rstrip()
    return left or (text.strip() if text.strip() in known.is_ai else "")


def stands_under_replies(line: str, strings: Strings) -> bool:
    """Returns whether a line is the greeting, a notice or the operator's, as under replies."""
    known = _known(strings)
    return line in known.notices or known.greets_in(line) or line.startswith(known.announces)


def _before_help(lines: list[str], helps: tuple[str, ...]) -> list[str]:
    """Gives the lines before the line of help; the admins' own line follows that."""
    at = (place for place, line in enumerate(lines) if line.startswith(helps))
    return lines[: next(at, len(lines))]


def _is_canned(line: str, known: _Canned) -> bool:
    """Returns whether a line is blank, or one of the program's own, whole or in part."""
    plain, every = " ".join(line.split()).strip(_SMALL), known.every
    if not plain or plain.startswith(known.filled) or known.greets_in(plain):
        return True
    if plain not in every:
        return False
    is_edge = f"{_END}{plain}" in every or f"{plain}{_END}" in every
    is_whole = f"{_END}{plain}{_END}" in every
    return is_whole or len(plain) >= _LEAST_WITHIN or (is_edge and len(plain) >= _LEAST)
