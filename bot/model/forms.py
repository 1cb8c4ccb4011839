"""The forms of a message: whether it asks, wishes or reports, and whom it speaks of. Pure."""

import re
from functools import cache

from bot.lexicon import Lexicon, lexicon

_LEXICON = lexicon("en/offline/forms")
_FORMS, _ASKING = _LEXICON.patterns, _LEXICON.group("asking")
SHORT, BRIEF, LONG = 3, 9, 25  # words
_DENIES = ("'t ", "'t\n")  # after "can" and the like: no question without its mark
BEGUN = 6  # characters before which a question has begun
_SENTENCE = re.compile(r"[^.!。！…\n]{1,400}")


def forms(text: str) -> tuple[bool, ...]:
    """Gives whether a normalized text has each form of the lexicon, is short, and is long."""
    words = len(text.split())
    return (*(bool(one.search(text)) for one in _FORMS), words <= SHORT, words >= LONG)


def asks(text: str) -> bool:
    """Returns whether a normalized text asks for something, with or without a question mark."""
    return any(one.search(text) for one in _ASKING)


def is_question(text: str, code: str = "en") -> bool:
    """Returns whether a normalized text ends asking, or a sentence of it asks without its mark."""
    if _LEXICON["ends_asking"].search(text):
        return True
    if code == "en":
        return _begins_asking(text)
    return any(_asks_alone(one[0], code) for one in _SENTENCE.finditer(text))


def _begins_asking(text: str) -> bool:
    """Returns whether an English text begins as a question."""
    begins = (one.search(text) for one in _ASKING)
    begun = [found for found in begins if found is not None and found.start() <= BEGUN]
    return any(not text.startswith(_DENIES, found.end()) for found in begun)


def _asks_alone(sentence: str, code: str) -> bool:
    """Returns whether a sentence asks in the words of its language, and not only begins so."""
    words = _of(code)
    asking, stating = words.group("asking"), words.group("stating")
    return any(one.search(sentence) for one in asking) and not any(
        one.search(sentence) for one in stating
    )


def asks_you(text: str) -> bool:
    """Returns whether a normalized text is short and asks who reads it about itself alone."""
    if len(text.split()) > BRIEF or not (asks(text) and _LEXICON["are_you"].search(text)):
        return False
    return not any(_LEXICON[one].search(text) for one in ("i", "my", "they"))


def is_to_you(text: str) -> bool:
    """Returns whether a normalized text speaks to who reads it, or of a machine."""
    return any(_LEXICON[one].search(text) for one in ("you", "machine"))


def is_of_others(text: str) -> bool:
    """Returns whether a normalized text speaks of somebody who is near its writer."""
    return bool(_LEXICON["near"].search(text))


@cache
def _of(code: str) -> Lexicon:
    """Reads the forms of a language, when the first text in it comes."""
    return lexicon(f"{code}/offline/forms")
