"""What an interaction's data says: who acted, what was given, how it is acknowledged: pure."""

import re
from typing import Any

from adapters.discord import ids, menus
from adapters.discord.cards import as_it_stands
from adapters.discord.commands import ELSEWHERE, IN_DIRECT, Given, given_in
from adapters.discord.components import LIST, MENU
from adapters.discord.modal import filled
from bot.commands.values import Command, MutePerson
from bot.errors import PlatformError
from bot.ids import PersonId

JSON = dict[str, Any]
_USER = re.compile(r"\d{1,20}", re.ASCII)
SUBMITTED = 5  # of the kinds of interactions
DEFER_UPDATE, UPDATE = 6, 7


def command_of(data: JSON) -> Given | None:
    """Gives the command that was picked, or that a submitted form or a menu means."""
    given = data["data"]
    if data["type"] == SUBMITTED:
        return filled(given)
    menu = menus.chosen(given)
    if menu is not None:
        return Given(menus.command_of(menu, str(given["target_id"])))
    return given_in(given)


def person_of(given: Command) -> PersonId | None:
    """Gives the person that a command names, whom Discord itself picked by their id."""
    if not isinstance(given, MutePerson) or not _USER.fullmatch(given.named):
        return None
    return ids.person(given.named)


def acknowledgement(data: JSON) -> JSON:
    """Gives what is said to a tap at once: a menu is shown anew, with nothing picked in it.

    That takes no call more than to say that an answer is coming. What the message offers then is
    what its person saw; whatever the core makes of the choice comes after it.
    """
    is_picked = str(data["data"].get("custom_id")).startswith((MENU, LIST))
    message = data.get("message") or {}
    if not is_picked or not message.get("components"):
        return {"type": DEFER_UPDATE}
    return {"type": UPDATE, "data": as_it_stands(message)}


def is_guest(data: JSON) -> bool:
    """Returns whether the bot is no member here, and the person installed it for themselves."""
    owners = data.get("authorizing_integration_owners")
    is_theirs = isinstance(owners, dict) and bool(owners) and "0" not in owners
    context = data.get("context")
    return context == ELSEWHERE or (is_theirs and context != IN_DIRECT)


def who(data: JSON) -> str:
    """Gives who acted: in a server the member, in a direct message the user."""
    found = (data.get("member") or {}).get("user") or data.get("user") or {}
    if not found.get("id"):
        raise PlatformError("Discord did not say who acted.")
    return str(found["id"])
