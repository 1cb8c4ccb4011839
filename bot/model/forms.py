"""The forms of a message: whether it asks, wishes or reports, and whom it speaks of. Pure."""

from bot.lexicon import lexicon

_LEXICON = lexicon("en/offline/forms")
_FORMS, _ASKING = _LEXICON.patterns, _LEXICON.group("asking")
SHORT, BRIEF, LONG = 3, 9, 25  # words
_DENIES = ("'t ", "'t\n")  # after "can" and the like: no question without its mark
BEGUN = 6  # characters before which a question has begun


def forms(text: str) -> tuple[bool, ...]:
    """Gives whether a normalized text has each form of the lexicon, is short, and is long."""
    words = len(text.split())
    return (*(bool(one.search(text)) for one in _FORMS), words <= SHORT, words >= LONG)


def asks(text: str) -> bool:
    """Returns whether a normalized text asks for something, with or without a question mark."""
    return any(one.search(text) for one in _ASKING)


def is_question(text: str, code: str = "en") -> bool:
    """Returns whether a normalized text ends asking, or in English begins as a question."""
    ends = bool(_LEXICON["ends_asking"].search(text))
    if ends or code != "en":
        return ends
    begins = (one.search(text) for one in _ASKING)
    begun = [found for found in begins if found is not None and found.start() <= BEGUN]
    return any(not text.startswith(_DENIES, found.end()) for found in begun)


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
