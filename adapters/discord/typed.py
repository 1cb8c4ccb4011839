"""Commands that people type as a message instead of picking them: pure."""

from adapters.discord.capabilities import SERVER
from bot.commands import BY_NAME, command_in, parse
from bot.commands.near import commands_near, is_surely
from bot.commands.values import AskOnce, Command, Import, Off, Stop, Unparsable
from bot.crisis.tiers import Tier, tier
from bot.holding.orders import order_in
from bot.text.normalize import normalized
from bot.withdrawal import wish_beside, wish_in

MOST_OF_A_LINE = 120  # characters of one that does not exist
SET = "set"  # the command that sets what an admin may
MOST_OF_HELP = 2  # words of the list of commands; more, such as "help me", are a message
LONGEST = 4  # words of one that has no slash: what is longer only begins like a command
# What is said alone for want of a command box; "help" may mean more than the list of commands.
LONE = {"help": "help", "commands": "help", "status": "status", "about": "about"}


def command(text: str) -> Command | None:
    """Gives the command that a message types, or None; also None for `ask`, which is a message."""
    given, words = parse(text), text.split()
    if given is None:
        return _mistyped(text)
    if isinstance(given, AskOnce) or (given.name == "help" and len(words) > MOST_OF_HELP):
        return None
    longest = LONGEST if BY_NAME[given.name].options else 2
    return given if words[0][:1] in ("/", "!") or len(words) <= longest else None


def meant(given: Command) -> str:
    """Gives the name of a command, or of the one that a mistyped one is like; empty for none."""
    if not isinstance(given, Unparsable) or given.name:
        return given.name
    return next((one.name for one in commands_near(given, SERVER, admins=given.for_admins)), SET)


def _mistyped(text: str) -> Unparsable | None:
    """Gives a command that does not exist, typed with its slash, if it is like one that does."""
    given = command_in(text[:MOST_OF_A_LINE])
    is_short = len(text) <= MOST_OF_A_LINE and len(text.split()) <= LONGEST
    if not (is_short and text[:1] in ("/", "!")) or not isinstance(given, Unparsable):
        return None
    says_all = bool(given.rest) or len(text.split()) == 2
    return given if says_all and is_surely(given, SERVER) and not _is_told(text) else None


def _is_told(text: str) -> bool:
    """Returns whether a line with a slash says what is heard as a message: a wish, or an order."""
    behind = text.partition(" ")[2]
    every = (wish_in(text), wish_in(behind), wish_beside(text), order_in(behind))
    return any(one is not None for one in every) or tier(text) > Tier.NONE


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
