"""How whoever sets this up is asked: a line, a secret, one of many."""

import shutil
import textwrap
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import typer

from adapters.console.render import visible

Does = Callable[[], Awaitable[bool]]


class Asking(Protocol):
    """Who is asked. Both questions raise EOFError or KeyboardInterrupt where somebody leaves."""

    def tell(self, what: str) -> None:
        """Shows a sentence of the program's own, whatever it is filled with."""

    async def line(self, question: str) -> str:
        """Asks for a line, and gives it without space around it."""

    async def secret(self, question: str) -> str:
        """Asks for a line that is shown nowhere."""


class Terminal:
    """Asks on a terminal."""

    def tell(self, what: str) -> None:
        """Prints it; no word and no address is broken, and nothing in it moves a cursor."""
        width = shutil.get_terminal_size().columns
        for line in visible(what).split("\n"):
            typer.echo(_wrapped(line, width))

    async def line(self, question: str) -> str:
        """Asks for a line; nothing typed before comes back with the arrow keys."""
        return await self._asked(question, is_secret=False)

    async def secret(self, question: str) -> str:
        """Asks for a line that shows as stars."""
        return await self._asked(question, is_secret=True)

    async def _asked(self, question: str, *, is_secret: bool) -> str:
        from prompt_toolkit import PromptSession  # it takes a while to load

        one: PromptSession[str] = PromptSession()
        return (await one.prompt_async(f"{question} ", is_password=is_secret)).strip()


def _wrapped(line: str, width: int) -> str:
    rest = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(
        line,
        max(width, 20),
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )


@dataclass(frozen=True, slots=True)
class Option:
    """One of several things to choose, and what it does: True where its question is settled."""

    label: str
    does: Does


async def chosen(ask: Asking, labels: Sequence[str], which: str, a_number: str) -> int:
    """Lists what can be chosen, and gives the place of what was: 0 is the first."""
    for number, label in enumerate(labels, 1):
        ask.tell(f"  [{number}] {label}")
    while not _is_place(typed := await ask.line(which), len(labels)):
        ask.tell(a_number.format(most=len(labels)))
    return int(typed) - 1


def _is_place(typed: str, most: int) -> bool:
    return typed.isascii() and typed.isdigit() and len(typed) < 7 and 1 <= int(typed) <= most
