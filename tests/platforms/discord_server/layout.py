"""What Discord holds the layout of a message to, and its description does not tell."""

import re
from collections.abc import Iterator
from typing import Any

JSON = dict[str, Any]
IS_CARD = 1 << 15  # IS_COMPONENTS_V2
NO_PREVIEWS = 1 << 2
ROW, BUTTON, SELECT, SECTION, TEXT, LINE, BOX = 1, 2, 3, 9, 10, 14, 17
ONLY_IN_CARDS = (SECTION, TEXT, 11, 12, 13, LINE, BOX)
MOST_ROWS, MOST_BUTTONS, MOST_LINES, MOST_PARTS, MOST_TEXT = 5, 5, 25, 40, 4000
LEGACY = ("content", "embeds", "poll", "sticker_ids")


def faults(body: JSON, stands: JSON) -> Iterator[str]:
    """Yields what is wrong about a message as it is sent, or as an edit makes it.

    Args:
        stands: the message before the edit, or nothing of a new one.
    """
    flags = int(body.get("flags") or 0) | int(stands.get("flags") or 0)
    parts = list(_each(body.get("components") or []))
    yield from _of_a_card(body, stands, parts) if flags & IS_CARD else _of_talk(body, parts)
    named = [str(one["custom_id"]) for one in parts if one.get("custom_id")]
    if len(named) != len(set(named)):
        yield "a custom id twice"
    for row in (one for one in parts if one["type"] == ROW):
        yield from _of_a_row(row.get("components") or [])


def _of_a_card(body: JSON, stands: JSON, parts: list[JSON]) -> Iterator[str]:
    for name in LEGACY:
        is_left = body.get(name) is None and bool(stands.get(name)) and name not in body
        if body.get(name) or is_left:
            yield f"{name} beside the flag of components"
    texts = [str(one.get("content")) for one in parts if one["type"] == TEXT]
    if sum(map(len, texts)) > MOST_TEXT:
        yield "over 4000 characters of text"
    if not all(text.strip() for text in texts):
        yield "a text without words"
    if len(parts) > MOST_PARTS:
        yield "over 40 components"
    if not parts and not (stands and body.get("components") is None):
        yield "no component"
    if any(one["type"] in (BUTTON, SELECT) for one in body.get("components") or []):
        yield "a button outside of a row"


def _of_talk(body: JSON, parts: list[JSON]) -> Iterator[str]:
    if any(one["type"] in ONLY_IN_CARDS for one in parts):
        yield "a component that wants the flag"
    if len(body.get("components") or []) > MOST_ROWS:
        yield "over five rows"


def _of_a_row(each: list[JSON]) -> Iterator[str]:
    menus = [one for one in each if one["type"] == SELECT]
    if menus and len(each) > 1:
        yield "a menu that is not alone in its row"
    if not 1 <= len(each) <= MOST_BUTTONS:
        yield "a row of none, or of more than five buttons"
    for menu in menus:
        values = [one["value"] for one in menu.get("options", ())]
        if not 1 <= len(values) <= MOST_LINES:
            yield "a menu of none, or of more than 25 lines"
        if len(values) != len(set(values)):
            yield "a line of a menu twice"
        if sum(bool(one.get("default")) for one in menu.get("options", ())) > 1:
            yield "a menu with two lines that are picked"


def _each(components: list[JSON]) -> Iterator[JSON]:
    """Yields every component, those within others too."""
    for one in components:
        yield one
        yield from _each(one.get("components") or [])
        yield from (one["accessory"],) if "accessory" in one else ()


def changed(payload: JSON, body: JSON) -> None:
    """Changes a message as an edit wants it; what it is for good stays."""
    for name in ("content", "components"):
        if body.get(name) is not None:
            payload[name] = body[name]
    if body.get("flags") is not None:
        wanted, kept = int(body["flags"]), int(payload["flags"]) & ~NO_PREVIEWS
        payload["flags"] = kept | wanted & (NO_PREVIEWS | IS_CARD)


def words(payload: JSON) -> str:
    """Gives what people read in a message, a link to a command as its name."""
    each = [str(one["content"]) for one in _each(payload["components"]) if one["type"] == TEXT]
    text = "\n\n".join(each) if each else str(payload["content"])
    return re.sub(r"</([\w -]+):\d+>", r"/\1", text)


def menu_of(payload: JSON, value: str) -> str | None:
    """Gives the menu of a message in which a line of that value can be picked, or None."""
    menus = (one for one in _each(payload["components"]) if one["type"] == SELECT)
    held = (one for one in menus if value in [line["value"] for line in one["options"]])
    return next((str(one["custom_id"]) for one in held), None)
