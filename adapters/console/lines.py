"""What a typed line is: a message, a command of Attune's, or one of the console's own."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from adapters.console.sentences import OnConsole
from bot.errors import AttuneError

MENTION = re.compile(r"^@attune(?![\w-])[:,]?\s*", re.IGNORECASE)
_COMMAND = re.compile(r"/([A-Za-z-]+)(?:\s+(.*))?", re.DOTALL)
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


def unknown() -> Mistyped:
    """Gives the fault of a command that does not exist."""
    return Mistyped(lambda say: say.no_command)


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
