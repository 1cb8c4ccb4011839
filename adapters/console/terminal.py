"""The console on a terminal: drawn, streaming, with history."""

import os
from io import StringIO
from pathlib import Path
from typing import TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console as Paint
from rich.text import Text

from adapters.console.drawn import drawn
from adapters.console.out import Out
from adapters.console.render import Page, Piece, plain
from adapters.console.sentences import OnConsole
from adapters.console.session import Session
from adapters.console.shown import Show, ShownAction

HISTORY = "console.history"


class Screen:
    """Prints actions above the line that is being typed: drawn, or as plain lines."""

    def __init__(
        self, said: OnConsole, paint: Paint | None = None, *, is_plain: bool = False
    ) -> None:
        self._paint = paint or _paint()
        self._said, self._is_plain = said, is_plain
        self._page = Page(said, is_drawn=not is_plain)

    def show(self, action: ShownAction) -> None:
        """Prints one action; what is private says so in words."""
        piece = self._page.piece(action)
        if piece is not None and self._is_plain:
            self._lines(piece)
        elif piece is not None:
            self._paint.print(drawn(piece, self._paint))

    def welcome(self) -> None:
        """Says how to begin."""
        self._paint.print(Text(self._said.welcome, style="dim"))

    def _lines(self, piece: Piece) -> None:
        for line in plain(piece):
            self._paint.print(Text(line.text), soft_wrap=True)


def is_forced() -> bool:
    """Whether drawing is asked for where no terminal is, by FORCE_COLOR."""
    return Paint(file=StringIO()).is_terminal


def drawing(out: Out, said: OnConsole) -> Show:
    """Gives a sink that prints each action as a terminal would show it."""
    screen = Screen(said, paint := _paint(StringIO()))

    def show(action: ShownAction) -> None:
        with paint.capture() as captured:
            screen.show(action)
        if shown := captured.get().removesuffix("\n"):
            out.line(shown)

    return show


async def talk(session: Session, screen: Screen, folder: Path) -> None:
    """Reads lines at a prompt until /quit or the end of input; no line waits for a reply."""
    prompt: PromptSession[str] = PromptSession(history=FileHistory(_history(folder)))
    with patch_stdout(raw=True):
        screen.welcome()
        while (text := await _ask(prompt, session)) is not None:
            if not await session.line(as_choice(session, text), waits=False):
                return


def as_choice(session: Session, text: str) -> str:
    """Gives a bare number as the choice it names on an open card, anything else as it is."""
    card, typed = session.speaker.sight.open_card(), text.strip()
    if card is None or not (typed.isascii() and typed.isdigit()):
        return text
    is_offered = 1 <= int(typed[:6]) <= len(card.choices)
    return f"/choose {typed} {card.id}" if is_offered else text


def _paint(file: TextIO | None = None) -> Paint:
    """Gives what draws: no markup, no emoji codes: a text is what it says, whoever wrote it."""
    return Paint(file=file, highlight=False, markup=False, emoji=False)


async def _ask(prompt: PromptSession[str], session: Session) -> str | None:
    seat = session.console.seat
    try:
        return await prompt.prompt_async(lambda: f"{seat.name} ({seat.place})> ")
    except KeyboardInterrupt:
        return ""  # Ctrl-C gives up the line, as in a shell; Ctrl-D leaves
    except EOFError:
        return None


def _history(folder: Path) -> str:
    path = folder / HISTORY
    fd = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        os.fchmod(fd, 0o600)
    finally:
        os.close(fd)
    return str(path)
