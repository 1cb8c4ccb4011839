"""What an interaction's data says: who acted, what was given, how it is acknowledged: pure."""

import re
from collections.abc import Callable
from typing import Any

from adapters.discord import ids, menus
from adapters.discord.cards import as_it_stands
from adapters.discord.commands import ELSEWHERE, IN_DIRECT, Given, given_in
from adapters.discord.components import LIST, MENU
from adapters.discord.modal import filled
from adapters.discord.sentences import said_on_discord
from bot.commands import BY_NAME
from bot.commands.values import Command, MutePerson
from bot.errors import PlatformError
from bot.ids import PersonId
from bot.strings import Strings

JSON = dict[str, Any]
Sentence = Callable[[Strings], str]
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


def refusal(data: JSON, given: Given | None, me: str) -> Sentence | None:
    """Gives why a command can do nothing here, or None if it can."""
    if _is_of_another(data["data"], me):
        return lambda say: say.repair.not_mine
    if menus.person_in(data["data"]) not in (None, me, who(data)):
        return lambda say: said_on_discord(say).of_others
    entry = BY_NAME.get(given.command.name) if given is not None else None
    is_for_guests = entry is not None and entry.for_guests
    is_refused = is_guest(data) and not is_for_guests
    return (lambda say: say.rooms.for_guests) if is_refused else None


def _is_of_another(given: JSON, me: str) -> bool:
    """Returns whether a menu was opened on a message that is not the bot's."""
    shown = ((given.get("resolved") or {}).get("messages") or {}).values()
    return any(str((one.get("author") or {}).get("id")) != me for one in shown)
