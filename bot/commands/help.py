"""What help says: what people really do, each with its command, and every command by its topic."""

from bot.capabilities import Capabilities
from bot.commands.entry import Entry, Topic
from bot.commands.table import COMMANDS
from bot.layout.markup import heading, point, small
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


def first_page(strings: Strings) -> str:
    """Gives what people really do, a line each, and where the rest is."""
    said = strings.help
    return "\n".join((heading(said.heading), *map(point, said.often), small(said.all_below)))


def page(topic: Topic, can: Capabilities, strings: Strings) -> str:
    """Gives the commands of a topic that exist on a platform that can do this, a line each."""
    said = strings.help
    of_it = (one for one in COMMANDS if one.topic is topic and exists(one, can))
    lines = (point(f"{one.short} : {explained(one, can, strings)}") for one in of_it)
    notes = (small(said.notes[topic]),) if topic in said.notes else ()
    return "\n".join((heading(said.topics[topic]), *lines, *notes))


def help_lines(can: Capabilities, strings: Strings) -> list[str]:
    """Gives every command that exists there, a line each: how it is typed, and what it does."""
    return [
        _line(one, explained(one, can, strings), strings) for one in COMMANDS if exists(one, can)
    ]


def _line(entry: Entry, does: str, strings: Strings) -> str:
    said = strings.help.for_admins.format(does=does) if entry.for_admins else does
    return f"{entry.words} : {said}"
