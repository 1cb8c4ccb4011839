"""What a typed line is: a message, a command of Attune's, or one of the console's own."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from difflib import get_close_matches

from adapters.console.sentences import OnConsole
from bot.capabilities import EVERYWHERE
from bot.commands import GROUPS
from bot.commands.near import commands_near
from bot.commands.values import Unparsable
from bot.errors import AttuneError

MENTION = re.compile(r"^@attune(?![\w-])[:,]?\s*", re.IGNORECASE)
_COMMAND = re.compile(r"/([A-Za-z-]+)(?:\s+(.*))?", re.DOTALL)
OWN = (
    *("as", "choose", "clock", "delete", "edit", "go"),
    *("help", "quit", "react", "reply", "room", "unreact"),
)
ALIKE = 0.66  # from it on one of the terminal's own words is like another: `raect` like `react`
MOST_OF_A_WORD = 40  # characters
_ID = re.compile(r"[ur][1-9][0-9]*")
_SPAN = re.compile(r"\+([0-9]{1,5})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class Mistyped(AttuneError):
    """Says what to type instead, in the sentence that `why` takes; nothing was done."""

    def __init__(self, why: Callable[[OnConsole], str]) -> None:
        super().__init__()
        self.why = why


@dataclass(frozen=True, slots=True)
class Typed:
    """A line in two parts: the console's word for it, `say` for a message, and what follows."""

    word: str
    rest: str = field(default="", repr=False)


def read(line: str) -> Typed | None:
    """Gives what a line is, or None for an empty one. Raises Mistyped for a slash alone."""
    text = mended(line).strip()
    if not text:
        return None
    if not text.startswith("/"):
        return Typed("say", text)
    if text.startswith("//"):
        return Typed("say", text[1:])
    found = _COMMAND.fullmatch(text)
    if found is None:
        raise unknown()
    word = found[1].casefold()
    if word in ("attune", "attune-admin"):
        return Typed("command", text[1:])
    return Typed(word, (found[2] or "").strip())


def unknown(word: str = "") -> Mistyped:
    """Gives the fault of a command that does not exist, with the one that was probably meant."""
    near = _near(word[:MOST_OF_A_WORD].casefold())
    if not near:
        return Mistyped(lambda say: say.no_command)
    return Mistyped(lambda say: f"{say.near.format(command=near)} {say.no_command}")


def _near(word: str) -> str:
    """Gives the command of the console's own or of Attune's that a word is like; else nothing."""
    if own := get_close_matches(word, (*OWN, *GROUPS), n=1, cutoff=ALIKE):
        return f"/{own[0]}"
    found = commands_near(Unparsable(word=word), EVERYWHERE, admins=False)
    return found[0].bare if found else ""


def mended(text: str) -> str:
    """Gives the text with every lone half of a character made U+FFFD, so it can be encoded."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def is_id(word: str) -> bool:
    """Says whether a word has the form of a message's id."""
    return _ID.fullmatch(word) is not None


def first_word(rest: str) -> tuple[str, str]:
    """Gives the first word and everything after it."""
    word, after = [*rest.split(None, 1), "", ""][:2]
    return word, after.strip()


def last_word(rest: str) -> tuple[str, str]:
    """Gives everything before the last word, and the last word."""
    before, word = ["", "", *rest.rsplit(None, 1)][-2:]
    return before.strip(), word


def span(rest: str) -> timedelta:
    """Gives how far `/clock` moves on. Raises Mistyped: back is not possible."""
    found = _SPAN.fullmatch(rest)
    if found is None:
        raise Mistyped(lambda say: say.bad_clock)
    return timedelta(**{_UNITS[found[2]]: int(found[1])})
