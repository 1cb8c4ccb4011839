"""Whether a sentence asks the person something."""

import re
import unicodedata

from bot.crisis.answers import StraightQuestion
from bot.governor.tables import cells
from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends
from bot.text.plain import plain
from bot.text.quotes import QUOTE_LINE, SHOWN
from bot.text.sentences import Kind, Sentence, split

_CLOSERS = "\"'`*_~)]}”’»」|"
STOPS = ("?", "？", "؟", "⁇", "⁈", "⁉", "!", "！", ".", "…", "。", "｡", ":", "।", "۔", "॥")
_ASKING = frozenset("?？؟⁇⁈⁉")
_HINTS = frozenset((*_ASKING, "¿", "か"))
_EMOJI = frozenset(("So", "Sk", "Mn", "Me", "Cf"))
_CLOSED_LATER = re.compile(r"[?？][”»」]")
READ = 4000  # characters of a reply, in which it asks
_WORDS = lexicon("en/governor/questions")
_STRAIGHT = _WORDS["straight"]
_IN_JAPANESE = lexicon("ja/governor/questions")
_ENDS_IN_KA, _NODS = _IN_JAPANESE["ends_in_ka"], _IN_JAPANESE["only_nods"]


_OF_DYING = _WORDS["of_dying"]
_TO_THEM = _WORDS["to_them"]
_OF_A_WORK = _WORDS["of_a_work"]
_OF_MEANS = _WORDS["of_means"]
_OF_ANOTHER = _WORDS["of_another"]


def is_question(sentence: Sentence) -> bool:
    """Returns whether prose ends in a question mark of its own, also before closers or emoji.

    Spanish may leave out the second mark, and Japanese both. A table row asks if one of its cells
    does.
    """
    if sentence.kind is Kind.ROW:
        return any(is_question(Sentence(cell, Kind.PROSE)) for cell in cells(sentence.text))
    text = sentence.text
    if sentence.kind is not Kind.PROSE or _HINTS.isdisjoint(text) or QUOTE_LINE.match(text):
        return False
    own = SHOWN.sub("x", text)
    if _asks_without_a_mark(own):
        return True
    if _CLOSED_LATER.search(_after_words(own)):
        return False
    words = bare(own)
    return bool(_ASKING & set(words[len(words.rstrip("".join(STOPS))) :]))


def _asks_without_a_mark(own: str) -> bool:
    """Returns whether a sentence asks by its opening mark, or by its last particle."""
    opened = own.rpartition("¿")
    if opened[1] and _ASKING.isdisjoint(opened[2]) and any(map(str.isalnum, opened[2])):
        return True
    return "か" in own and bool(_ENDS_IN_KA.search(said := plain(own)) and not _NODS.search(said))


def asks_straight(text: str) -> bool:
    """Returns whether a text asks straight about suicide, or about being safe."""
    return bool(_STRAIGHT.search(plain(text)))


def asked_in(text: str) -> StraightQuestion:
    """Gives what a reply asks its person straight: about dying first, else about means."""
    read = ends(text, READ)
    if "?" not in normalized(read):
        return StraightQuestion.NOTHING
    every = [plain(one.text) for one in split(read) if is_question(one)]
    own = [one for one in every if _TO_THEM.search(one) and not _is_of_another(one)]
    if any(map(_OF_DYING.search, own)):
        return StraightQuestion.DYING
    return StraightQuestion.MEANS if any(map(_OF_MEANS.search, own)) else StraightQuestion.NOTHING


def _is_of_another(sentence: str) -> bool:
    """Returns whether a sentence asks about somebody else's life, or about one in fiction."""
    return bool(_OF_ANOTHER.search(sentence) or _OF_A_WORK.search(sentence))


def _after_words(text: str) -> str:
    """Gives the marks that follow the last word of a text."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return text[end:]


def bare(text: str) -> str:
    """Gives the text without closers, blanks and emoji after its last mark."""
    end = len(text)
    while end and _is_trailing(text[end - 1]):
        end -= 1
    return text[:end]


def _is_trailing(mark: str) -> bool:
    return mark.isspace() or mark in _CLOSERS or unicodedata.category(mark) in _EMOJI
