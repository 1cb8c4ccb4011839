"""The first run and `attune setup`, as the command line begins and ends them."""

import asyncio
import sys
from collections.abc import Awaitable, Callable

import typer

from adapters.cli.compose import STRINGS
from adapters.cli.setup import menu, model
from adapters.cli.setup.asking import Terminal
from adapters.cli.setup.desk import Desk
from adapters.cli.setup.given import Given
from adapters.cli.setup.sentences import said_on_setup
from bot.errors import SettingsFault
from bot.settings import Settings

CTRL_C = 130  # as a shell says that an interrupt ended a command


def with_model(settings: Settings, *, as_jsonl: bool) -> Settings:
    """Gives the settings, after asking for a model where none is set and somebody sits there."""
    if not model.is_asked(settings, as_jsonl=as_jsonl):
        return settings
    desk = _desk()
    _ask(desk, model.first_run)
    return desk.given.settings()


def set_up() -> None:
    """Walks through all that can be set up. Raises SettingsFault without a terminal."""
    desk = _desk()
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsFault((desk.said.needs_terminal,))
    _ask(desk, menu.walk)


def _desk() -> Desk:
    return Desk(Terminal(), Given(), said_on_setup(STRINGS))


def _ask(desk: Desk, walk: Callable[[Desk], Awaitable[None]]) -> None:
    """Asks; whoever leaves with Ctrl-D ends well, and with Ctrl-C as an interrupt ends."""
    try:
        asyncio.run(_awaited(walk(desk)))
    except (EOFError, KeyboardInterrupt) as left:
        desk.ask.tell(f"\n{desk.said.left}")
        raise typer.Exit(CTRL_C if isinstance(left, KeyboardInterrupt) else 0) from None


async def _awaited(work: Awaitable[None]) -> None:
    await work
