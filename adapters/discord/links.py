"""Commands in the bot's own pieces, as links that begin them, and as plain words again: pure."""

import re
from collections.abc import Mapping

from adapters.discord.commands import SHARED, picked_as
from adapters.discord.components import MOST
from bot.commands import BY_NAME, GROUPS

_GROUP = "attune(?:-admin)?"
# In marks of code a link is not shown as one; marks about the command alone are taken away. What
# stands after "> " are another's words, and stays as they said it.
_COMMAND = re.compile(
    rf"^> [^\n]*|```.*?(?:```|\Z)|`/(?P<code>{_GROUP} [a-z0-9-]+)`|`[^`\n]{{1,400}}`"
    rf"|(?<![\w/<`])/(?P<said>{_GROUP} [a-z0-9-]+)",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(
    rf"</(?P<group>{_GROUP}) (?P<sub>[a-z0-9-]+):\d+>(?: (?P<option>[a-z]+):(?P<value>[a-z-]+))?"
)


def linked(text: str, ids: Mapping[str, str]) -> str:
    """Gives a text of the bot's own whose commands are links, as far as Discord said their ids.

    Args:
        ids: of each group of commands, by its name.
    """
    found = _COMMAND.sub(lambda one: _link(one, ids), text)
    return found if len(found) <= MOST else text


def unlinked(text: str) -> str:
    """Gives a text with its commands in plain words, as they were before `linked`."""
    return _LINK.sub(_unlink, text)


def _link(found: re.Match[str], ids: Mapping[str, str]) -> str:
    said = found["code"] or found["said"]
    if said is None:
        return found[0]
    group, _, name = said.partition(" ")
    is_known = name in BY_NAME and GROUPS[BY_NAME[name].for_admins] == group
    if group not in ids or not is_known:
        return found[0]
    sub = picked_as(name)[1]
    return f"</{group} {sub}:{ids[group]}>{_option(sub, name)}"


def _option(sub: str, name: str) -> str:
    """Gives what is to be picked in a subcommand that several commands share."""
    shared = SHARED.get(sub)
    if shared is None or name == sub:
        return ""
    value = next(value for value, meant in shared.meant.items() if meant == name)
    return f" {shared.chooser.name}:{value}"


def _unlink(found: re.Match[str]) -> str:
    group, sub, option = found["group"], found["sub"], found["option"]
    shared = SHARED.get(sub)
    is_shared = shared is not None and option == shared.chooser.name
    if shared is None or not is_shared or found["value"] not in shared.meant:
        return f"/{group} {sub}" + (f" {option}:{found['value']}" if option else "")
    return f"/{group} {shared.meant[found['value']]}"
