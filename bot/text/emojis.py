"""Emojis as Unicode defines them: one sign to whoever sees it, however many marks it is made of."""

from typing import Final

import regex

MOST: Final = 16  # marks of one emoji; a kiss of two people in their colours has ten
# UTS #51, section 1.4.9, without digits and what only colours another: they are none alone. Marks
# that nobody sees follow a black flag only, where they name a part of a country.
_LONE: Final = (
    r"\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f"
    r"|[\p{Extended_Pictographic}&&\p{Emoji}](?:\p{Emoji_Modifier}|[\ufe0e\ufe0f])?"
)
_EMOJI: Final = regex.compile(
    rf"(?V1)\p{{Regional_Indicator}}{{2}}|[0-9#*]\ufe0f?\u20e3|(?:{_LONE})(?:\u200d(?:{_LONE}))*"
)
_SIGN: Final = regex.compile(r"\X")
_TEXT_AT_FIRST: Final = regex.compile(
    r"(?V1)[\p{Extended_Pictographic}--\p{Emoji_Presentation}](?!\ufe0f)"
)


def is_emoji(sign: str) -> bool:
    """Returns whether a text is one emoji, with or without what says that it is drawn as one."""
    return len(sign) <= MOST and _EMOJI.fullmatch(sign) is not None


def emojis_in(word: str) -> tuple[str, ...]:
    """Gives the emojis that a word is made of; none where it holds anything else."""
    signs = tuple(_SIGN.findall(word))
    return signs if all(map(is_emoji, signs)) else ()


def drawn(emoji: str) -> str:
    """Gives an emoji with what has it drawn where it would be shown as text."""
    return str(_TEXT_AT_FIRST.sub("\\g<0>\ufe0f", emoji))
