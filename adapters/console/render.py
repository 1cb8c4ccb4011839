"""Actions as pieces of a page: nothing in them can move a cursor or pose as a line.

A piece is one action in a form that can be drawn; `printing` writes it as plain lines.
"""

import unicodedata
from dataclasses import dataclass, field, replace
from typing import Literal

from adapters.console import rows
from adapters.console.ids import Seat
from adapters.console.lines import mended
from adapters.console.out import Out
from adapters.console.sentences import OnConsole
from adapters.console.shown import Look, Show, ShownAction, lines_of, look_of
from adapters.kit.marked import Line, Run
from bot.bounded import BoundedMap

Tone = Literal["reply", "private", "choices", "error", "quiet"]
MOST = 1000  # messages whose words are known, so that only what grew is printed
INDENT = "    "
_REORDERING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Piece:
    """What one action puts on the page.

    Args:
        head: who says it, and to whom; what it begins with.
        choices: each with its number, "More" among them.
        is_card: to be read and tapped: set apart from talk where that can be drawn.
    """

    head: str
    lines: tuple[Line, ...]
    tone: Tone
    choices: tuple[str, ...] = field(default=(), repr=False)
    is_card: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """One plain line, and the tone it is printed in."""

    text: str = field(repr=False)
    tone: Tone


class Page:
    """Turns actions into pieces; of a reply that grows only the grown part is given."""

    def __init__(self, say: OnConsole, *, is_drawn: bool = False) -> None:
        self._say, self._is_drawn = say, is_drawn
        self._stands = BoundedMap[str, str](MOST)  # what was printed of each message

    def lines(self, action: ShownAction) -> tuple[Printed, ...]:
        """Gives the plain lines that tell one action."""
        piece = self.piece(action)
        return plain(piece) if piece is not None else ()

    def piece(self, action: ShownAction) -> Piece | None:
        """Gives what tells one action; None where nothing is to be told."""
        match action["do"]:
            case "seen":
                return None
            case "error":
                return Piece("! ", self._words(action), "error")
            case "react":
                return _note(action, self._says(action).reacts)
            case "delete":
                return _note(action, self._says(action).took_away)
            case "say":
                return self._said(action, f"{self._head(action)}> ")
            case "extend":
                return self._grown(action)
            case "replace":
                return self._replaced(action)

    def _said(self, action: ShownAction, head: str) -> Piece:
        words = (*self._words(action), *self._files(action))
        if action["id"] is None:
            return Piece("", words, "quiet")
        self._stands[action["id"]] = look_of(action).text
        is_card = look_of(action).form == "card"
        return Piece(head, words, _tone(action), self._row(action), is_card)

    def _grown(self, action: ShownAction) -> Piece | None:
        look, before = look_of(action), self._stands.get(action["id"] or "", "")
        if not look.text.startswith(before):
            return self._replaced(action)
        self._stands[action["id"] or ""] = look.text
        if not (grown := look.text[len(before) :].strip()):
            return None
        head = INDENT if before else f"{self._head(action)}> "
        part = Look(grown, look.form)
        return Piece(head, self._words({**action, "look": part}), _tone(action))

    def _replaced(self, action: ShownAction) -> Piece | None:
        if self._stands.get(action["id"] or "") == look_of(action).text:
            row = self._row(action)
            return Piece("", (), "choices", row) if row else None
        head = self._says(action).now_reads.format(message=self._head(action))
        return self._said(action, f"{head} ")

    def _words(self, action: ShownAction) -> tuple[Line, ...]:
        lines = lines_of(action, is_drawn=self._is_drawn)
        return tuple(replace(line, runs=_harmless(line.runs)) for line in lines)

    def _files(self, action: ShownAction) -> tuple[Line, ...]:
        """Gives a line for each file that came with an action, which says where it is."""
        saved = self._says(action).saved_as
        lines = (saved.format(path=path) for path in action.get("files", ()))
        return tuple(Line(_harmless((Run(line),))) for line in lines)

    def _row(self, action: ShownAction) -> tuple[str, ...]:
        """Gives the choices that stand, numbered; a program that reads all has no use for it."""
        passed = look_of(action).passed
        row, rest = rows.shown(action["choices"], passed)
        labels = (*row, self._says(action).more) if rest else row
        return tuple(f"[{at}] {one_line(label)}" for at, label in enumerate(labels, passed + 1))

    def _says(self, action: ShownAction) -> OnConsole:
        """Gives what stands beside an action, in the language of its message."""
        return action.get("said") or self._say

    def _head(self, action: ShownAction) -> str:
        only = _only(action["to"], self._says(action))
        return f"{_room(action)}{action['id']}{only and f' {only}'}"


def _only(who: str | None, said: OnConsole) -> str:
    """Says who alone reads something; nothing where everybody does."""
    if who is None:
        return ""
    return said.for_you if who == Seat().name else said.for_one.format(name=who)


def before(line: Line) -> str:
    """Gives what stands before the words of a line: words to copy are set in."""
    return INDENT if line.kind == "copied" else line.mark


def plain(piece: Piece) -> tuple[Printed, ...]:
    """Gives a piece as lines without any drawing: what it says of itself stands in words."""
    told = [
        Printed(
            (INDENT if place else piece.head) + before(line) + line.text,
            "quiet" if line.kind == "small" else piece.tone,
        )
        for place, line in enumerate(piece.lines)
    ]
    row = (Printed(INDENT + "  ".join(piece.choices), "choices"),) if piece.choices else ()
    return (*told, *row)


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


def one_line(text: str) -> str:
    """Gives a visible text on one line."""
    return visible(text).replace("\n", " ")


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


def _harmless(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, text=visible(run.text)) for run in runs)


def _tone(action: ShownAction) -> Tone:
    return "reply" if action["to"] is None else "private"


def _room(action: ShownAction) -> str:
    return "" if action["room"] == "dm" else f"[{action['room']}] "


def _note(action: ShownAction, told: str) -> Piece:
    line = told.format(emoji=action["text"], message=action["id"])
    return Piece(_room(action), (Line((Run(one_line(line)),)),), "quiet")
