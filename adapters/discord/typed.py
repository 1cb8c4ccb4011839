"""Commands that people type as a message instead of picking them: pure."""

from bot.commands import COMMANDS, asked_in, parse
from bot.text.normalize import normalized

LONGEST = 4  # words of one that has no slash: what is longer only begins like a command
# What is said alone for want of a command box; "help" may mean more than the list of commands.
LONE = {"help": "help", "commands": "help", "status": "status", "about": "about"}
_ALONE = frozenset(one.name for one in COMMANDS if len(one.usage.split()) == 2)


def command(text: str) -> str | None:
    """Gives a command that was typed, as the core reads it; None for anything else."""
    given, words = parse(text), text.split()
    if given is None or asked_in(text) is not None:
        return None
    longest = 2 if given.name in _ALONE else LONGEST
    has_slash = words[0][:1] in ("/", "!")
    return text.strip() if has_slash or len(words) <= longest else None


def lone(text: str) -> str | None:
    """Gives the command that one word alone can hardly mean anything else by."""
    found = LONE.get(normalized(text).strip().strip(".!?"))
    return f"attune {found}" if found is not None else None


def takes_effect(words: str) -> str:
    """Gives the plain word of what holds wherever it is said; empty for anything else."""
    given = parse(words)
    is_one = given is not None and given.name in ("off", "stop") and not given.for_admins
    return given.name if given is not None and is_one and not given.rest else ""
