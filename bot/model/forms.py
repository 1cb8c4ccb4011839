"""The forms of a message: whether it asks, wishes or reports, and whom it speaks of. Pure."""

from bot.lexicon import lexicon

_LEXICON = lexicon("en/offline/forms")
_FORMS, _ASKING = _LEXICON.patterns, _LEXICON.group("asking")
SHORT, LONG = 3, 25  # words


def forms(text: str) -> tuple[bool, ...]:
    """Gives whether a normalized text has each form of the lexicon, is short, and is long."""
    words = len(text.split())
    return (*(bool(one.search(text)) for one in _FORMS), words <= SHORT, words >= LONG)


def asks(text: str) -> bool:
    """Returns whether a normalized text asks for something, with or without a question mark."""
    return any(one.search(text) for one in _ASKING)
