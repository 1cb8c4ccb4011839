"""Emojis that say how a reply landed wrong, and which mean something else already.

The kinds are the house's, section 2.
"""

import re

from bot.rupture import Rupture

REPAIR_EMOJI = "🔧"
STOP_EMOJI = "⏹"
DELETE_EMOJI = "🗑"
ANEW_EMOJI = "🔁"  # where an edited message may be answered anew
SEEN_EMOJI = "🌙"  # the bot's own, on what it saw at night

# Only where the person switched them on: people use these for praise and jokes too.
KIND_EMOJIS: dict[str, Rupture] = {
    "🧊": Rupture.COLD,
    "🪞": Rupture.TOO_AGREEABLE,
    "↔": Rupture.TOO_CLOSE,
    "⁉": Rupture.TOO_MANY_QUESTIONS,
    "🥱": Rupture.BLAND,
    "❓": Rupture.MISSED_THE_POINT,
    "🧵": Rupture.LOST_THE_THREAD,
    "📏": Rupture.TOO_LONG,
}

# How else a repair is asked for, and what is no repair: no emoji has such a name.
NO_EMOJI = frozenset({"", "tap", "words", "command", "edited"})
# What picks a choice where choices have numbers: keycaps, ten, and letters from A on.
_NUMBER = re.compile("[0-9#*]\u20e3|\U0001f51f|[\U0001f1e6-\U0001f1ff]")
_SKIN_AND_SELECTORS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def plain_emoji(emoji: str) -> str:
    """Gives the emoji without variation selectors and skin tones."""
    return _SKIN_AND_SELECTORS.sub("", emoji.strip())


def is_repair(emoji: str) -> bool:
    """Whether an emoji says "that landed wrong"."""
    return plain_emoji(emoji) == REPAIR_EMOJI


def kind_of_emoji(emoji: str) -> Rupture | None:
    """Gives the kind of rupture an emoji names, or None."""
    return KIND_EMOJIS.get(plain_emoji(emoji))


def is_stop(emoji: str) -> bool:
    """Whether an emoji stops the reply it is put on."""
    return plain_emoji(emoji) == STOP_EMOJI


def is_delete(emoji: str) -> bool:
    """Returns whether an emoji deletes the reply it is put on."""
    return plain_emoji(emoji) == DELETE_EMOJI


def is_anew(emoji: str) -> bool:
    """Returns whether an emoji takes up the offer to answer an edited message anew."""
    return plain_emoji(emoji) == ANEW_EMOJI


def means_something(emoji: str) -> bool:
    """Returns whether an emoji on a reply can have any effect."""
    marks = (REPAIR_EMOJI, STOP_EMOJI, DELETE_EMOJI, ANEW_EMOJI)
    return plain_emoji(emoji) in marks or kind_of_emoji(emoji) is not None


def is_taken(emoji: str) -> bool:
    """Returns whether it means something else than a repair, or is a mark of the bot's own."""
    plain = plain_emoji(emoji)
    is_mark = plain == SEEN_EMOJI or plain in NO_EMOJI or _NUMBER.fullmatch(plain) is not None
    return is_mark or (means_something(plain) and plain != REPAIR_EMOJI)
