"""Commands that people type as a message instead of picking them: pure."""

from adapters.discord.capabilities import SERVER
from bot.commands import BY_NAME, command_in, parse
from bot.commands.near import commands_near, setting_near
from bot.commands.values import AskOnce, Command, Import, Off, Stop, Unparsable
from bot.text.normalize import normalized

MOST_OF_A_LINE = 120  # characters of one that does not exist
SET = "set"  # the command that sets what an admin may
LONGEST = 4  # words of one that has no slash: what is longer only begins like a command
# What is said alone for want of a command box; "help" may mean more than the list of commands.
LONE = {"help": "help", "commands": "help", "status": "status", "about": "about"}


def command(text: str) -> Command | None:
    """Gives the command that a message types, or None; also None for `ask`, which is a message."""
    given, words = parse(text), text.split()
    if given is None:
        return _mistyped(text)
    if isinstance(given, AskOnce):
        return None
    longest = LONGEST if BY_NAME[given.name].options else 2
    return given if words[0][:1] in ("/", "!") or len(words) <= longest else None


def meant(given: Command) -> str:
    """Gives the name of a command, or of the one that a mistyped one is like; empty for none."""
    if not isinstance(given, Unparsable) or given.name:
        return given.name
    return next((one.name for one in commands_near(given, SERVER, admins=True)), SET)


def _mistyped(text: str) -> Unparsable | None:
    """Gives a command that does not exist, typed with its slash, if it is like one that does."""
    given = command_in(text[:MOST_OF_A_LINE])
    is_short = len(text) <= MOST_OF_A_LINE and len(text.split()) <= LONGEST
    if not (is_short and text[:1] in ("/", "!")) or not isinstance(given, Unparsable):
        return None
    is_like = commands_near(given, SERVER, admins=True) or setting_near(given, SERVER)
    return given if is_like else None


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
