"""Actions as lines for people to read: nothing in them can move a cursor or pose as a line."""

import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from adapters.console.lines import mended
from adapters.console.out import Out
from adapters.console.sentences import OnConsole
from adapters.console.shown import Show, ShownAction
from bot.bounded import BoundedMap
from bot.layout.markup import SMALL

Tone = Literal["reply", "private", "choices", "error", "quiet"]
MOST = 1000  # messages whose words are known, so that only what grew is printed
_INDENT = "    "
_REORDERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Printed:
    """One line, and the tone it is printed in."""

    text: str = field(repr=False)
    tone: Tone


class Page:
    """Turns actions into lines; of a reply that grows only the grown part is given."""

    def __init__(self, say: OnConsole) -> None:
        self._say = say
        self._stands = BoundedMap[str, str](MOST)  # what was printed of each message

    def lines(self, action: ShownAction) -> tuple[Printed, ...]:
        """Gives the lines that tell one action."""
        match action["do"]:
            case "seen":
                return ()
            case "error":
                return _block("! ", action["text"], "error")
            case "react":
                return _note(action, self._say.reacts)
            case "delete":
                return _note(action, self._say.took_away)
            case "say":
                return (*self._said(action, self._head(action) + "> "), *_choices(action))
            case "extend":
                return self._grown(action)
            case "replace":
                return self._replaced(action)

    def _said(self, action: ShownAction, head: str) -> tuple[Printed, ...]:
        if action["id"] is None:
            return _block("", action["text"], "quiet")
        self._stands[action["id"] or ""] = action["text"]
        return _block(head, action["text"], "reply" if action["to"] is None else "private")

    def _grown(self, action: ShownAction) -> tuple[Printed, ...]:
        before = self._stands.get(action["id"] or "", "")
        if not action["text"].startswith(before):
            return self._replaced(action)
        grown = action["text"][len(before) :].strip()
        self._stands[action["id"] or ""] = action["text"]
        head = _INDENT if before else self._head(action) + "> "
        return _block(head, grown, "reply" if action["to"] is None else "private") if grown else ()

    def _replaced(self, action: ShownAction) -> tuple[Printed, ...]:
        if self._stands.get(action["id"] or "") == action["text"]:
            return _choices(action)
        head = self._say.now_reads.format(message=self._head(action))
        return (*self._said(action, f"{head} "), *_choices(action))

    def _head(self, action: ShownAction) -> str:
        only = "" if action["to"] is None else self._say.for_one.format(name=action["to"])
        return f"{_room(action)}{action['id']}{only and f' {only}'}"


def printing(out: Out, say: OnConsole) -> Show:
    """Gives a sink that prints each action as plain lines."""
    page = Page(say)

    def show(action: ShownAction) -> None:
        for line in page.lines(action):
            out.line(line.text)

    return show


def visible(text: str) -> str:
    """Gives the text with every control character made a visible one, line ends excepted."""
    return "".join(_visible(char) for char in mended(text))


def _visible(char: str) -> str:
    code = ord(char)
    if char in "\n\t":
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    is_hidden = unicodedata.category(char) in ("Cc", "Zl", "Zp") or char in _REORDERING
    return f"<{code:04x}>" if is_hidden else char


def _room(action: ShownAction) -> str:
    return "" if action["room"] == "dm" else f"[{action['room']}] "


def _block(head: str, text: str, tone: Tone) -> tuple[Printed, ...]:
    first, *others = visible(text).split("\n")
    lines = ((head, first), *((_INDENT, line) for line in others))
    return tuple(_line(before, line, tone) for before, line in lines)


def _line(before: str, line: str, tone: Tone) -> Printed:
    """Gives one line of a message; small text is dim, and stands without its mark."""
    is_small = line.startswith(SMALL)
    return Printed(before + line.removeprefix(SMALL), "quiet" if is_small else tone)


def _choices(action: ShownAction) -> tuple[Printed, ...]:
    if not action["choices"]:
        return ()
    labels = [f"[{at}] {label}" for at, label in enumerate(action["choices"], 1)]
    return (Printed(_INDENT + visible("  ".join(labels)).replace("\n", " "), "choices"),)


def _note(action: ShownAction, told: str) -> tuple[Printed, ...]:
    line = told.format(emoji=action["text"], message=action["id"])
    return (Printed(_room(action) + visible(line).replace("\n", " "), "quiet"),)
