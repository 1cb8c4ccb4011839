"""What Discord holds registered commands to, and its description does not tell."""

from collections.abc import Iterator
from typing import Any

from tests.platforms.discord_server.schemas import locales

JSON = dict[str, Any]
CHAT, ON_PERSON, ON_MESSAGE = 1, 2, 3
MOST_MENUS, LONGEST_NAME = 5, 32  # of each kind; characters
MOST = 8000  # characters of a command, of each text its longest localisation
_LOCALISED = ("name_localizations", "description_localizations")


def faults(commands: list[JSON]) -> Iterator[str]:
    """Yields what is wrong about commands as they are registered."""
    for command in commands:
        if length(command) > MOST:
            yield f"{command['name']}: over {MOST} characters"
        for node in nodes(command):
            named = {one for field in _LOCALISED for one in node.get(field) or {}}
            yield from (f"{node['name']}: no such locale: {one}" for one in named - locales())
    for kind in (CHAT, ON_PERSON, ON_MESSAGE):
        yield from _of_a_kind([one for one in commands if one.get("type", CHAT) == kind], kind)


def _of_a_kind(commands: list[JSON], kind: int) -> Iterator[str]:
    """Yields what is wrong about the names of one kind, which nobody may take for each other."""
    if kind != CHAT and len(commands) > MOST_MENUS:
        yield f"over {MOST_MENUS} menus of a kind"
    told = {"", *(code for one in commands for code in one.get("name_localizations") or {})}
    for code in told:
        names = [_called(one, code) for one in commands]
        yield from (f"a name twice: {one}" for one in names if names.count(one) > 1)
        yield from (f"a name too long: {one}" for one in names if not 1 <= len(one) <= LONGEST_NAME)


def _called(command: JSON, code: str) -> str:
    return str((command.get("name_localizations") or {}).get(code, command["name"]))


def length(command: JSON) -> int:
    """Counts what Discord counts: names, descriptions and the values of choices."""
    return sum(
        _longest(node, "name") + _longest(node, "description") + len(str(node.get("value", "")))
        for node in nodes(command)
    )


def nodes(command: JSON) -> Iterator[JSON]:
    """Yields a command, and all below it that has a name."""
    yield command
    for one in (*(command.get("options") or ()), *(command.get("choices") or ())):
        yield from nodes(one)


def _longest(node: JSON, field: str) -> int:
    every = (node.get(field) or "", *(node.get(f"{field}_localizations") or {}).values())
    return max(len(str(one)) for one in every)
