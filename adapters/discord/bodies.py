"""The body of what the core wants said: a card, or a message of talk, with its menu's name."""

from typing import Any

from adapters.discord.cards import card
from adapters.discord.components import MENU, OwnButton, Under, content
from adapters.discord.sentences import said_on_discord
from bot.strings import Strings
from bot.words import Outgoing

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
    return content(new.text, under(strings, new.choices, own))
