"""What Discord holds registered commands to, and its description does not tell."""

from collections.abc import Iterator
from typing import Any

from tests.platforms.discord_server.schemas import locales

JSON = dict[str, Any]
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
