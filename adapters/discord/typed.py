"""Commands that people type as a message instead of picking them: pure."""

from bot.commands import BY_NAME, parse
from bot.commands.values import AskOnce, Command, Import, Off, Stop
from bot.text.normalize import normalized

LONGEST = 4  # words of one that has no slash: what is longer only begins like a command
# What is said alone for want of a command box; "help" may mean more than the list of commands.
LONE = {"help": "help", "commands": "help", "status": "status", "about": "about"}


def command(text: str) -> Command | None:
    """Gives the command that a message types, or None; also None for `ask`, which is a message."""
    given, words = parse(text), text.split()
    if given is None or isinstance(given, AskOnce):
        return None
    longest = LONGEST if BY_NAME[given.name].options else 2
    return given if words[0][:1] in ("/", "!") or len(words) <= longest else None


def brings_a_file(text: str) -> bool:
    """Returns whether a message types the command that looks into the file beside it."""
    return isinstance(command(text), Import)


def lone(text: str) -> str | None:
    """Gives the command that a single word surely means, or None."""
    return LONE.get(normalized(text).strip().strip(".!?"))


def takes_effect(given: Command | None, text: str) -> str:
    """Gives `off` or `stop` if a message is only that command, else an empty text."""
    is_bare = isinstance(given, Off | Stop) and len(text.lstrip("/! ").split()) == 2
    return given.name if given is not None and is_bare else ""
