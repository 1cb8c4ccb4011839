"""What help says of the commands that exist where it is read."""

from bot.capabilities import Capabilities
from bot.commands.entry import Entry
from bot.commands.table import COMMANDS
from bot.strings import Strings


def exists(entry: Entry, can: Capabilities) -> bool:
    """Whether there is such a command on a platform that can do this."""
    return entry.needs is None or entry.needs(can)


def explained(entry: Entry, can: Capabilities, strings: Strings) -> str:
    """Gives what a command does, with what help adds where a platform can do that."""
    does = strings.help.does[entry.name]
    if entry.where is None or not entry.where(can):
        return does
    return f"{does}, {strings.help.also[entry.name]}"


def help_lines(can: Capabilities, strings: Strings) -> list[str]:
    """Gives every command that exists there, a line each: how it is typed, and what it does."""
    return [
        _line(one, explained(one, can, strings), strings) for one in COMMANDS if exists(one, can)
    ]


def _line(entry: Entry, does: str, strings: Strings) -> str:
    said = strings.help.for_admins.format(does=does) if entry.for_admins else does
    return f"{entry.words} : {said}"
