"""A person ends that help is named, and never the care: said to the bot about its lines."""

from bot.lexicon import lexicon
from bot.text.normalize import normalized
from bot.text.pieces import ends

_DECLINES = lexicon("en/crisis/declining")["declined"]


def is_declined(text: str) -> bool:
    """Whether somebody says that help need not be named again."""
    return bool(_DECLINES.search(normalized(ends(text))))
