"""A person's wish that the bot names help no more; it never ends the care."""

from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends

_DECLINES = lexicon("en/crisis/declining")["declined"]


def is_declined(text: str) -> bool:
    """Returns whether somebody says that help need not be named again."""
    return bool(_DECLINES.search(normalized(ends(text))))
