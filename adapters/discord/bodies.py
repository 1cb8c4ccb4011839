"""The body of what the core wants said: a card, or a message of talk, with its menus' names."""

from typing import Any

from adapters.discord.api import FILES
from adapters.discord.cards import card
from adapters.discord.components import LIST, MENU, OwnButton, Under, content
from adapters.discord.sentences import said_on_discord
from bot.layout.window import Values
from bot.strings import Strings
from bot.words import Edit, Outgoing, TextFile

JSON = dict[str, Any]
_LONGEST_ALTERNATIVE = 1024  # characters, as Discord takes it


def under(
    strings: Strings, choices: tuple[str, ...], own: OwnButton | None = None, about: str = ""
) -> Under:
    """Gives what can be tapped under a message, in the language of those strings."""
    said = said_on_discord(strings).buttons
    return Under(choices, own, said[MENU.rstrip(":")], about, said[LIST.rstrip(":")])


def offered(new: Outgoing | Edit, strings: Strings, own: OwnButton | None = None) -> Under:
    """Gives what can be tapped under what is said, its values as one list where that is better."""
    below = under(strings, new.choices, own)._replace(pickers=new.pickers)
    return listing(below, new.values, strings)


def listing(below: Under, values: Values, strings: Strings) -> Under:
    """Gives the same with some of the choices as values, whose list says what is chosen."""
    said = said_on_discord(strings)
    return below._replace(values=values, pick=said.picks.get(values.of, below.pick))


def shown(new: Outgoing, strings: Strings, own: OwnButton | None = None) -> JSON:
    """Gives a new message as JSON; only talk has a button of the adapter's own."""
    if new.is_card:
        return card(new.text, offered(new, strings))
    return with_files(content(new.text, offered(new, strings, own)), new.files)


def with_files(body: JSON, files: tuple[TextFile, ...]) -> JSON:
    """Gives a body with files, each of which `Api.ask` sends as a part of its own."""
    if not files:
        return body
    return body | {"attachments": [_named(*each) for each in enumerate(files)], FILES: files}


def _named(at: int, file: TextFile) -> JSON:
    said = {"description": file.alternative[:_LONGEST_ALTERNATIVE]} if file.alternative else {}
    return {"id": str(at), "filename": file.name, **said}
