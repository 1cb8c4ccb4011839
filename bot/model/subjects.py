"""What the plain words of a message tell: subject, mood, and what bears a situation out. Pure.

The heads of `situations` are now and then sure and wrong. What they hear is spoken of only where a
word of the message agrees; else the reply names no more than its subject, or nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bot.lexicon import lexicon

_WORDS = lexicon("en/offline/subjects").words
_NEEDED = lexicon("en/offline/borne_out").words
_ABOUT = "about_"
_SUBJECTS = tuple((key, each) for key, each in _WORDS.items() if key.startswith(_ABOUT))
SUBJECTS = frozenset(key.removeprefix(_ABOUT) for key, _ in _SUBJECTS)
_GOOD, _NOT_SO = _WORDS["good"], _WORDS["not_so"]
_WORD = re.compile(r"\w+(?:'\w+)?")
SHORT_TALK = frozenset(
    ("greeting", "how_are_you", "thanks", "goodbye", "ack", "idk", "laugh", "test", "you_there",
     "gibberish", "bored", "company", "languages", "spam")
)  # fmt: skip
SHORT = 8  # words that such talk has at most
EARLY, FEW = 6, 8  # words in which a text has begun; and of a text in which each word counts
_OWN = frozenset(("my", "our"))
_GREETING = frozenset(("dear", "hello", "hi", "hey"))
PEOPLE = frozenset(("child", "parent", "partner", "ex", "family", "friend"))
SLIGHT = frozenset(("food", "outside", "thing", "travel", "sport", "story"))


def _rank(name: str) -> int:
    return 0 if name in PEOPLE else 2 if name in SLIGHT else 1


_RANKS = {key: _rank(key.removeprefix(_ABOUT)) for key, _ in _SUBJECTS}


def subject(text: str) -> str:
    """Gives the subject that a normalized text is about by its plain words, or nothing.

    A word counts where the text is short, where the text begins with it, or after "my" and the
    like; elsewhere two of one subject are needed. Of several, people come before things.
    """
    words = [one[0] for one in _WORD.finditer(text)]
    found: Counter[str] = Counter()
    for at, word in enumerate(words):
        if at and words[at - 1] in _GREETING:
            continue
        is_near = at < EARLY or len(words) <= FEW or not _OWN.isdisjoint(words[max(0, at - 2) : at])
        if of := _of(word):
            found[of] += 2 if is_near else 1
    told = [one for one, count in found.items() if count >= 2]  # in the order of the text
    return min(told, key=_RANKS.__getitem__, default="").removeprefix(_ABOUT)


def _of(word: str) -> str:
    """Gives the subject that a word names, or nothing."""
    spelt = _spellings(word)
    return next((key for key, each in _SUBJECTS if not each.isdisjoint(spelt)), "")


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


def is_borne_out(situation: str, text: str) -> bool:
    """Returns whether a normalized text has a word that the situation needs, or needs none."""
    if situation in SHORT_TALK:
        return len(text.split()) <= SHORT
    needed = _NEEDED.get(situation)
    return needed is None or any(word in needed for word in _spelt(text))


def _spelt(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        yield from _spellings(found[0])


def _spellings(word: str) -> tuple[str, ...]:
    """Gives a word as it stands, and without what makes it a plural or possessive."""
    return (word, word.removesuffix("s").removesuffix("'")) if word.endswith("s") else (word,)
