"""Cards: what is read and tapped, in Discord's Components V2; what a message says, of either kind.

A card is one container with an accent: its words, a line above its last small words, what can be
tapped. Discord takes no `content` beside it, and a message that is a card stays one for good.
"""

from typing import Any

from adapters.discord.components import (
    ALONE,
    BOX,
    NOBODY,
    Under,
    content,
    parts_of,
    quiet,
    rows,
    under_of,
)
from bot.layout.markup import SMALL

JSON = dict[str, Any]
IS_CARD = 1 << 15
TEXT, LINE = 10, 14
ACCENT = 0x5B8DB8
APART = "\n\n"  # what a line stands for in the words


def card(text: str, under: Under) -> JSON:
    """Gives a card as JSON: its words, and what can be tapped."""
    words, _, last = text.rpartition(APART)
    is_small = bool(words) and all(one.startswith(SMALL) for one in last.split("\n"))
    each = [_text(words), {"type": LINE}, _text(last)] if is_small else [_text(text)]
    box = {"type": BOX, "accent_color": ACCENT, "components": [*each, *rows(under)]}
    return {"components": [box], "flags": IS_CARD, "allowed_mentions": NOBODY}


def is_card(message: JSON) -> bool:
    """Returns whether a message is a card, as Discord has it or as it is sent."""
    return bool(int(message.get("flags") or 0) & IS_CARD)


def words(message: JSON) -> str:
    """Gives the words of a message, whether it is a card or not."""
    each = [str(one.get("content") or "") for one in parts_of(message) if one.get("type") == TEXT]
    return APART.join(each) if each else str(message.get("content") or "")


def edited(message: JSON, text: str | None, under: Under) -> JSON:
    """Gives the body of an edit, after which a message is of the kind that it was.

    Args:
        text: the new words, or None to keep those that stand.
    """
    if is_card(message):
        # Flags are set as a whole: what marks a message of one person's must be sent again.
        alone = int(message.get("flags") or 0) & ALONE
        return card(words(message) if text is None else text, under) | {"flags": IS_CARD | alone}
    body = content(text or "", under)
    return body if text is not None else {one: body[one] for one in body if one != "content"}


def as_it_stands(message: JSON) -> JSON:
    """Gives the body that shows a message anew: nothing is picked in its menu any more."""
    return edited(message, None, under_of(message))


def _text(text: str) -> JSON:
    return {"type": TEXT, "content": quiet(text)}
