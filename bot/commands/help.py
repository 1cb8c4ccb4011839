"""What help says of the commands that exist where it is read."""

from bot.capabilities import Capabilities
from bot.commands.entry import Entry
from bot.commands.table import COMMANDS


def exists(entry: Entry, can: Capabilities) -> bool:
    """Whether there is such a command on a platform that can do this."""
    return entry.needs is None or entry.needs(can)


def explained(entry: Entry, can: Capabilities) -> str:
    """Gives what a command does, with what help adds where a platform can do that."""
    if entry.where is None or not entry.where[0](can):
        return entry.does
    return f"{entry.does}, {entry.where[1]}"


def help_lines(can: Capabilities) -> list[str]:
    """Gives every command that exists there, a line each: how it is typed, and what it does."""
    return [_line(one, explained(one, can)) for one in COMMANDS if exists(one, can)]


def _line(entry: Entry, does: str) -> str:
    return f"{entry.words} : {'for admins: ' if entry.for_admins else ''}{does}"
