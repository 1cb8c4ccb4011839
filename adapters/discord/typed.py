"""Commands that people type as a message instead of picking them: pure."""

from bot.commands import BY_NAME, parse
from bot.commands.values import AskOnce, Command, Off, Stop
from bot.text.normalize import normalized

LONGEST = 4  # words of one that has no slash: what is longer only begins like a command
# What is said alone for want of a command box; "help" may mean more than the list of commands.
LONE = {"help": "help", "commands": "help", "status": "status", "about": "about"}


def command(text: str) -> Command | None:
    """Gives a command that was typed; None for anything else, also for what is asked with one."""
    given, words = parse(text), text.split()
    if given is None or isinstance(given, AskOnce):
        return None
    longest = LONGEST if BY_NAME[given.name].options else 2
    return given if words[0][:1] in ("/", "!") or len(words) <= longest else None


def lone(text: str) -> str | None:
    """Gives the name of the command that one word alone can hardly mean anything else by."""
    return LONE.get(normalized(text).strip().strip(".!?"))


def takes_effect(given: Command | None, text: str) -> str:
    """Gives the plain word of what holds wherever it is said; empty for anything else."""
    is_bare = isinstance(given, Off | Stop) and len(text.lstrip("/! ").split()) == 2
    return given.name if given is not None and is_bare else ""
