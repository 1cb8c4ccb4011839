"""Reads whether a whole message asks for help with writing to somebody."""

from enum import Enum, auto

from bot.lexicon import lexicon
from bot.text.normalize import normalized

_WORDS = lexicon("en/reach")
_NAMED, _NOBODY = _WORDS["names_somebody"], _WORDS["names_nobody"]
_PASSED_BY = _WORDS["is_for_nobody_living"]
MOST = 600  # characters of a message that is read


class Asks(Enum):
    """What a message that asks for such help says of whom it is to."""

    SOMEBODY = auto()
    NOBODY = auto()


# Words to the dead, and words that say goodbye, are talked about like anything else: three drafts
# to send would be the wrong answer to both.
def asks_in(text: str) -> Asks | None:
    """Gives what a message in English asks for, or None where it asks for no such help."""
    if len(text) > MOST:
        return None
    said = " ".join(normalized(text).split()).strip("\"'*_ ")
    if _NOBODY.match(said):
        return Asks.NOBODY
    is_asked = _NAMED.match(said) is not None and _PASSED_BY.search(said) is None
    return Asks.SOMEBODY if is_asked else None
