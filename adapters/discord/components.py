"""How a message is written for Discord, and how its buttons are read again: pure."""

import hashlib
import re
from typing import Any, NamedTuple

from bot.ids import SendKey

JSON = dict[str, Any]
ROW, BUTTON, GREY = 1, 2, 2
IN_A_ROW = 5
CHOICE, STOP, PRIVATE, NOTE, ASIDE = "c:", "stop", "private", "note:", "wrong"
ALONE = 1 << 2  # shows no previews, and tells that it was said to one person alone
NOBODY: JSON = {"parse": []}
MOST = 2000  # characters of a message
_CODE = r"```.*?(?:```|\Z)|`[^`\n]{1,400}`"
# A bare address shows a preview, and fetching it tells its owner; between these marks it does not.
_ADDRESS = re.compile(
    rf"{_CODE}|(?<![<\w])(https?://(?!discord\.com/channels/)[^\s<>`]+)", re.DOTALL | re.I
)
_TRAILING = ".,;:!?)]}\"'*_~|”’»"
_QUIET = re.compile(r"<(https?://[^\s<>]+)>", re.I)


class OwnButton(NamedTuple):
    """A button of the adapter's own, which is no choice of the core's."""

    custom_id: str
    label: str


def content(
    text: str, choices: tuple[str, ...], about: str = "", *, extra: OwnButton | None = None
) -> JSON:
    """Gives text and buttons as JSON; a button's id holds its label, so that a restart loses
    nothing.

    Args:
        about: the message whose choices these are, if it is another than the one shown.
        extra: a button of the adapter's own.
    """
    buttons = [_button(f"{CHOICE}{about}:{label}"[:100], label) for label in choices]
    buttons += [_button(*extra)] if extra is not None else []
    rows = [buttons[place : place + IN_A_ROW] for place in range(0, len(buttons), IN_A_ROW)]
    shown = [{"type": ROW, "components": row} for row in rows]
    return {"content": quiet(text), "components": shown, "allowed_mentions": NOBODY}


def quiet(text: str) -> str:
    """Gives a text whose addresses show no preview: in marks, or without "https://" if too long."""
    marked = _ADDRESS.sub(_marked, text)
    return marked if len(marked) <= MOST else _ADDRESS.sub(_unlinked, text)


def unquieted(text: str) -> str:
    """Gives the words of a message as they were before `quiet`."""
    return _QUIET.sub(r"\1", text)


def _marked(found: re.Match[str]) -> str:
    if found[1] is None:
        return found[0]
    address = found[1].rstrip(_TRAILING)
    return f"<{address}>{found[1][len(address) :]}"


def _unlinked(found: re.Match[str]) -> str:
    return found[0] if found[1] is None else found[1].partition("://")[2]


def _button(custom_id: str, label: str) -> JSON:
    return {"type": BUTTON, "style": GREY, "label": label[:80], "custom_id": custom_id}


def choice(custom_id: str) -> tuple[str, str] | None:
    """Gives the message whose choice was pressed ("" for the one shown) and the choice's label."""
    if not custom_id.startswith(CHOICE):
        return None
    about, _, label = custom_id.removeprefix(CHOICE).partition(":")
    return about, label


def buttons(message: JSON) -> list[JSON]:
    """Gives all buttons under a message."""
    rows = message.get("components")
    found = [row.get("components") for row in rows or [] if isinstance(row, dict)]
    each = [one for row in found if isinstance(row, list) for one in row]
    return [one for one in each if isinstance(one, dict) and one.get("custom_id")]


def choices(message: JSON) -> tuple[str, ...]:
    """Gives the labels of the choices under a message."""
    found = (choice(str(one["custom_id"])) for one in buttons(message))
    return tuple(one[1] for one in found if one is not None)


def nonce(key: SendKey) -> str:
    """Gives the nonce of a send's key, by which Discord deduplicates sends for some minutes."""
    return hashlib.sha256(key.encode()).hexdigest()[:25]
