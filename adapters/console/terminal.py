"""The console on a terminal: coloured, streaming, with history. Only here are its libraries."""

import os
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console as Paint
from rich.text import Text

from adapters.console.render import Page, Tone
from adapters.console.sentences import OnConsole
from adapters.console.session import Session
from adapters.console.shown import ShownAction

HISTORY = "console.history"

_COLOURS: dict[Tone, str] = {
    "reply": "default",
    "private": "magenta italic",
    "choices": "cyan",
    "error": "red",
    "quiet": "dim",
}


class Screen:
    """Prints actions in colour, above the line that is being typed."""

    def __init__(self, said: OnConsole, paint: Paint | None = None) -> None:
        self._paint = paint if paint is not None else Paint(highlight=False, soft_wrap=True)
        self._said, self._page = said, Page(said)

    def show(self, action: ShownAction) -> None:
        """Prints one action; a private one stands out by its words, not only by its colour."""
        for line in self._page.lines(action):
            self._paint.print(Text(line.text, style=_COLOURS[line.tone]))

    def welcome(self) -> None:
        """Says how to begin."""
        self._paint.print(Text(self._said.welcome, style=_COLOURS["quiet"]))


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
