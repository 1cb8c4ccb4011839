"""What the plain words of a message say of its tone, and which bear a situation out. Pure.

The heads of `situations` are now and then sure and wrong. What they hear is spoken of only where
the words of the message agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.lexicon import Entry, lexicon

_WORDS = lexicon("en/offline/signs").words
_NEEDED = lexicon("en/offline/borne_out").words
_GOOD, _NOT_SO = _WORDS["good"], _WORDS["not_so"]
_WORD = re.compile(r"\w+(?:'\w+)?")
SHORT_TALK = frozenset(
    ("greeting", "how_are_you", "thanks", "goodbye", "ack", "idk", "laugh", "test", "you_there",
     "gibberish", "bored", "company", "languages", "spam")
)  # fmt: skip
SHORT = 8  # words that such talk has at most
NEEDY = frozenset(_NEEDED)  # the situations that need a word


@dataclass(frozen=True, slots=True)
class Mood:
    """What the words of a text say of how it is told."""

    is_hard: bool
    is_wearing: bool  # said of hard things mostly, and of others
    is_good: bool
    is_joking: bool
    is_turning: bool  # from one thing to another that speaks against it


def mood(text: str) -> Mood:
    """Gives how a normalized text is told; what is denied or wished for is not good."""
    words = set(_spelt(text))
    is_good = bool(words & _GOOD) and not words & _NOT_SO
    hard, wearing, joking, turning = (
        bool(words & _WORDS[one]) for one in ("hard", "wearing", "joking", "turning")
    )
    return Mood(hard, wearing, is_good, joking, turning)


def tone(text: str, code: str = "en") -> str:
    """Gives the tone that a normalized text has by a turn of phrase, or nothing."""
    found = (entry for entry in _tones(code) if entry.pattern.search(text))
    return next((entry.group or entry.id for entry in found), "")


def tones_in(code: str) -> frozenset[str]:
    """Gives the tones that turns of phrase of a language may have."""
    return frozenset(entry.group or entry.id for entry in _tones(code))


@cache
def _tones(code: str) -> tuple[Entry, ...]:
    """Reads the turns of phrase of a language, when the first text in it comes."""
    return lexicon(f"{code}/offline/tones").entries


def is_borne_out(situation: str, text: str) -> bool:
    """Returns whether a normalized text has a word that the situation needs; some need brevity."""
    if situation in SHORT_TALK:
        return len(text.split()) <= SHORT
    return any(word in _NEEDED.get(situation, ()) for word in _spelt(text))


def _spelt(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        yield from _spellings(found[0])


def _spellings(word: str) -> tuple[str, ...]:
    """Gives a word as it stands, and without what makes it a plural or possessive."""
    return (word, word.removesuffix("s").removesuffix("'")) if word.endswith("s") else (word,)
