"""Discord's menus on a message and on a person: what each is called, and what it means: pure."""

from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any

from adapters.discord.locales import localised
from adapters.discord.sentences import in_every_language, said_on_discord
from bot.commands import BY_NAME, picked
from bot.commands.values import Command
from bot.strings import Strings

JSON = dict[str, Any]
ON_A_PERSON, ON_A_MESSAGE = 2, 3  # of the kinds of commands
WRONG, KEPT = "wrong", "kept"
# By the key of its name in the strings, the command that it gives.
ON_MESSAGES = {WRONG: "repair", "why": "why", "changed": "what-changed", "report": "report"}
ON_PEOPLE = {KEPT: "status"}


def payload(strings: Strings) -> list[JSON]:
    """Gives every menu in the form that Discord registers, called in all offered languages."""
    of_messages = [_registered(ON_A_MESSAGE, key, strings) for key in ON_MESSAGES]
    return [*of_messages, *(_registered(ON_A_PERSON, key, strings) for key in ON_PEOPLE)]


def _registered(kind: int, key: str, strings: Strings) -> JSON:
    says = partial(called, key)
    return {
        "type": kind,
        "name": says(strings),
        "name_localizations": localised(says, strings),
    }


def called(key: str, strings: Strings) -> str:
    """Gives what a menu is called in the language of those strings."""
    return said_on_discord(strings).menus[key]


def chosen(data: JSON) -> str | None:
    """Gives the key of the menu that an interaction's data means, or None if it means none.

    Discord says its name in the language that it was registered in, which an operator may change:
    so it is known by each.
    """
    return _by_name().get(str(data.get("name")))


def names_of(key: str) -> frozenset[str]:
    """Gives all that a menu may be called where it is registered."""
    return frozenset(one.menus[key] for one in in_every_language())


@cache
def _by_name() -> Mapping[str, str]:
    every = in_every_language()
    return MappingProxyType({name: key for one in every for key, name in one.menus.items()})


def command_of(key: str, target: str) -> Command:
    """Gives the command that a menu means, on a message of that id or on a person."""
    if key in ON_PEOPLE:
        return picked(BY_NAME[ON_PEOPLE[key]], {})
    return picked(BY_NAME[ON_MESSAGES[key]], {"id": target})


def message_in(given: JSON) -> str | None:
    """Gives the message that a menu was opened on, or that is set for a form; None of a person."""
    if given.get("type") == ON_A_PERSON or given.get("target_id") is None:
        return None
    return str(given["target_id"])


def person_in(given: JSON) -> str | None:
    """Gives the person that a menu was opened on, or None."""
    return str(given["target_id"]) if given.get("type") == ON_A_PERSON else None
