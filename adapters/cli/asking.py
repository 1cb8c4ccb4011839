"""The first run and `attune setup`, as the command line begins and ends them.

What asks is imported only where somebody is asked, because its libraries take a while to load.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import typer

from adapters.cli.setup.sentences import said_on_setup
from bot.errors import SettingsFault
from bot.settings import Settings
from bot.strings import ENGLISH

if TYPE_CHECKING:
    from adapters.cli.setup.desk import Desk

STRINGS = ENGLISH  # what who sets this up reads
CTRL_C = 130  # as a shell says that an interrupt ended a command


def has_model(settings: Settings) -> bool:
    """Whether a model is set: a file or an address."""
    return bool(settings.model_file or settings.model_url)


def is_asked(settings: Settings, *, as_jsonl: bool) -> bool:
    """Whether the first run asks: no model is set, and there is a terminal to ask on."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty() and not as_jsonl
    return is_terminal and settings.model_ask and not has_model(settings)


def with_model(settings: Settings, *, as_jsonl: bool) -> Settings:
    """Gives the settings, after asking for a model where none is set and somebody sits there."""
    if not is_asked(settings, as_jsonl=as_jsonl):
        return settings
    from adapters.cli.setup import model

    desk = _desk()
    _ask(desk, model.first_run)
    return desk.given.settings()


def set_up() -> None:
    """Walks through all that can be set up. Raises SettingsFault without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsFault((said_on_setup(STRINGS).needs_terminal,))
    from adapters.cli.setup import menu

    _ask(_desk(), menu.walk)


def set_up_here() -> None:
    """Asks for a model to run inside this program. Raises SettingsFault without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsFault((said_on_setup(STRINGS).needs_terminal,))
    from adapters.cli.setup import here

    _ask(_desk(), here.choose)


def _desk() -> "Desk":
    from adapters.cli.setup.asking import Terminal
    from adapters.cli.setup.desk import Desk
    from adapters.cli.setup.given import Given

    return Desk(Terminal(), Given(), said_on_setup(STRINGS))


def _ask(desk: "Desk", walk: "Callable[[Desk], Awaitable[None]]") -> None:
    """Asks; whoever leaves with Ctrl-D ends well, and with Ctrl-C as an interrupt ends."""
    try:
        asyncio.run(_awaited(walk(desk)))
    except (EOFError, KeyboardInterrupt) as left:
        desk.ask.tell(f"\n{desk.said.left}")
        raise typer.Exit(CTRL_C if isinstance(left, KeyboardInterrupt) else 0) from None


async def _awaited(work: Awaitable[None]) -> None:
    await work
