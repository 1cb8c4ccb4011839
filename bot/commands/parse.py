"""From a typed line, or from options that were picked, to the one value of a command."""

from bot.commands.entry import Entry
from bot.commands.readers import Options
from bot.commands.table import BY_NAME
from bot.commands.values import (
    AskOnce,
    Command,
    SetARule,
    ShowSettings,
    Status,
    Unparsable,
)
from bot.text.normalize import normalized

GROUPS = ("attune", "attune-admin")
HELP = "help"  # of admins: what can be set
LONGEST_HEAD = 200  # characters in which the word of a command must begin
LONGEST_WORD = 40  # characters of a name that is none
LONGEST_REST = 60  # and of what follows it: a longer one is not said again


def parse(line: str) -> Command | None:
    """Gives the command of a typed line, or None if there is no such command.

    A command whose words cannot be read is `Unparsable`.
    """
    head = _bare(line.lstrip()[:LONGEST_HEAD]).split(None, 1)
    if not head or head[0] not in GROUPS:
        return None
    given = _bare(line).split(None, 2)
    if not given or given[0] not in GROUPS:
        return None
    if len(given) == 1:
        return Status() if given[0] == GROUPS[0] else ShowSettings()
    if (given[0], given[1]) == (GROUPS[1], HELP):
        return SetARule()
    entry = BY_NAME.get(given[1])
    if entry is None or entry.for_admins != (given[0] == GROUPS[1]):
        return None
    return picked(entry, _split(entry, _after(line, given[2]) if len(given) > 2 else ""))


def command_in(line: str) -> Command:
    """Gives the command of a line that is one by its first word; one without a name for none."""
    return parse(line) or _mistyped(line)


def picked(entry: Entry, options: Options) -> Command:
    """Gives a command by its options, each as it was typed or picked."""
    return entry.reads(options) or Unparsable(entry.name)


def again(entry: Entry, rest: str) -> Command:
    """Gives a command with what was typed behind another name."""
    return picked(entry, _split(entry, rest))


def asked_in(line: str) -> str | None:
    """Gives what a line asks that is `/attune ask TEXT`: it is a message, and no command."""
    given = parse(line)
    return given.text if isinstance(given, AskOnce) else None


def _mistyped(line: str) -> Unparsable:
    """Gives a command that does not exist, with the little of it that tells what was meant."""
    given = _bare(line[:LONGEST_HEAD]).split(None, 2)
    if len(given) < 2 or given[0] not in GROUPS:
        return Unparsable()
    rest = " ".join(_after(line, "").split()) if len(given) > 2 else ""
    rest = rest if len(rest) <= LONGEST_REST else ""
    return Unparsable("", given[1][:LONGEST_WORD], rest, given[0] == GROUPS[1])


def _bare(line: str) -> str:
    """Gives a line in its one spelling, without the mark that begins a command."""
    return normalized(line).strip().removeprefix("/").removeprefix("!")


def _after(line: str, rest: str) -> str:
    """Gives what follows a command's name as it was typed; `rest` where it is typed as no word."""
    is_apart = normalized(line.split(None, 1)[0]).strip() in ("/", "!")  # from the word after it
    head = 3 if is_apart else 2
    return line.split(None, head)[head].strip() if len(line.split(None, head)) > head else rest


def _split(entry: Entry, rest: str) -> Options:
    if entry.splits is not None:
        return entry.splits(rest)
    return {entry.options[0].name: rest} if entry.options else {}
