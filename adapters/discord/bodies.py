"""The body of what the core wants said: a card, or a message of talk, with its menu's name."""

from typing import Any

from adapters.discord.api import FILE
from adapters.discord.cards import card
from adapters.discord.components import MENU, OwnButton, Under, content
from adapters.discord.sentences import said_on_discord
from bot.strings import Strings
from bot.words import Outgoing, TextFile

JSON = dict[str, Any]


def under(
    strings: Strings, choices: tuple[str, ...], own: OwnButton | None = None, about: str = ""
) -> Under:
    """Gives what can be tapped under a message, in the language of those strings."""
    return Under(choices, own, said_on_discord(strings).buttons[MENU.rstrip(":")], about)


def shown(new: Outgoing, strings: Strings, own: OwnButton | None = None) -> JSON:
    """Gives a new message as JSON; only talk has a button of the adapter's own."""
    if new.is_card:
        return card(new.text, under(strings, new.choices))
    return with_file(content(new.text, under(strings, new.choices, own)), new.file)


def with_file(body: JSON, file: TextFile | None) -> JSON:
    """Gives a body with a file, which `Api.ask` sends as a part of its own."""
    if file is None:
        return body
    return body | {"attachments": [{"id": "0", "filename": file.name}], FILE: file}


def noted(note: JSON, strings: Strings) -> JSON:
    """Gives a waiting note as it is shown; earlier ones have no form, language or file."""
    below = under(
        strings.to(note.get("language", "")), tuple(note["choices"]), about=note["message"]
    )
    body = (card if note.get("card") else content)(note["text"], below)
    return with_file(body, TextFile(*note["file"]) if note.get("file") else None)
