"""A companion on its platforms, from start to shutdown: the terminal, or servers."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import structlog

from adapters.cli.compose import Around, How, companion, masters_of, running
from adapters.cli.house import strings_of
from adapters.cli.patience import opened_at_last
from adapters.cli.platforms import PLATFORMS
from adapters.cli.pulse import beating
from adapters.cli.watched import Here, watched
from adapters.console import jsonl, render, script
from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.ids import Seat
from adapters.console.out import Out
from adapters.console.sentences import OnConsole, said_on_console
from adapters.console.session import Session
from adapters.console.shown import Show
from adapters.console.terminal import Screen, drawing, is_forced, talk
from adapters.console.tongue import language_of
from adapters.console.transcript import Transcript
from adapters.kit.platforms import Platforms
from adapters.kit.supervision import Lasting, Make
from bot.clock import SteadyClock
from bot.engine import Engine
from bot.ports import Store, Vault
from bot.prompt import own_words
from bot.reading import prepare
from bot.settings import Settings
from bot.tasks import ended, start

log = structlog.get_logger()


async def chatting(settings: Settings, *, as_jsonl: bool, is_plain: bool = False) -> None:
    """Talks in the terminal, or obeys a script from standard input to its end."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty() and not as_jsonl
    screen = Screen(_said(settings), is_plain=is_plain) if is_terminal else None
    show = screen.show if screen else _printing(settings, as_jsonl=as_jsonl, is_plain=is_plain)
    transcript, clock = Transcript(settings.data_folder), ConsoleClock(settings.data_folder)
    console = Console(transcript, clock, show, strings_of(settings))
    console.seat, console.rows.is_whole = _seat(settings), as_jsonl
    try:
        how = How(is_script=screen is None, measured=watched(settings, (Here(),)))
        async with (
            running(settings, console, clock, **how) as companion,
            beating(settings.data_folder, masters=_masters(settings)),
            compiling(settings),
        ):
            session = Session(console, companion.handle, companion.settled, companion.run_due)
            await _talked(session, screen, settings.data_folder)
    finally:
        transcript.close()


async def _talked(session: Session, screen: Screen | None, folder: Path) -> None:
    if screen is not None:
        await talk(session, screen, folder)
    else:
        await script.run(session, sys.stdin.fileno())


def _seat(settings: Settings) -> Seat:
    return Seat(admins=settings.admins_of_console, locale=_locale(settings))


def _locale(settings: Settings) -> str:
    """Gives the language of whoever sits here: what the settings say, else that of the terminal."""
    is_set = "language" in settings.model_fields_set
    return settings.language if is_set else language_of(os.environ)


@asynccontextmanager
async def compiling(settings: Settings) -> AsyncIterator[None]:
    """Compiles the lexicon in a thread, while somebody reads; what is needed sooner is sooner.

    Then it reads every language, so that no message waits for that.
    """
    compiled = start(asyncio.to_thread(_compiled, settings), "the lexicon")
    try:
        yield
    finally:
        await ended(compiled)


def _compiled(settings: Settings) -> None:
    prepare()
    own_words("", strings_of(settings))


def _said(settings: Settings) -> OnConsole:
    return said_on_console(strings_of(settings).to(_locale(settings)))


def _printing(settings: Settings, *, as_jsonl: bool, is_plain: bool) -> Show:
    out, said = Out(sys.stdout), _said(settings)
    if as_jsonl:
        return jsonl.printing(out)
    return render.printing(out, said) if is_plain or not is_forced() else drawing(out, said)


async def serving(settings: Settings) -> None:
    """Serves people on every platform that is set until a signal ends it. Raises AttuneError."""
    serving = start(_serving(settings), "serve")
    for end in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(end, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving


async def _serving(settings: Settings) -> None:
    _compiled(settings)  # so that no message of anybody waits for it
    clock = SteadyClock()
    async with opened_at_last(settings) as kept:
        chat = Platforms({})
        measured = watched(settings)
        async with companion(settings, Around(chat, *kept, clock), measured=measured) as core:
            each = together(_of(settings, kept, clock), chat, core)
            measured.platforms = tuple(each)
            looks = [one.faults for one in each]
            masters = _masters(settings)
            async with beating(settings.data_folder, *looks, store=kept[0], masters=masters):
                await until_all_end([start(one.run(), one.name) for one in each])


def _masters(settings: Settings) -> tuple[int, ...]:
    """Gives the versions of the master keys that this process has; they reveal nothing of them."""
    return tuple(one.version for one in masters_of(settings))


def together(made: dict[str, Make], chat: Platforms, core: Engine) -> list[Lasting]:
    """Gives the supervisors of all platforms over one core."""
    return [Lasting(name, make, chat, core) for name, make in made.items()]


def _of(settings: Settings, kept: tuple[Store, Vault], clock: SteadyClock) -> dict[str, Make]:
    """Gives the functions that make each platform, by the prefix of its rooms' ids."""
    wanted = (one for one in PLATFORMS if one.is_set(settings))
    return {one.name: partial(one.served, settings, kept, clock) for one in wanted}


async def until_all_end(tasks: list[asyncio.Task[None]]) -> None:
    """Waits for all platforms; if one fails the others go on. Raises the last failure."""
    try:
        while tasks:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            tasks = [task for task in tasks if task not in done]
            for failure in (task.exception() for task in done):
                _tell(failure, are_others=bool(tasks))
    finally:
        for task in tasks:
            await ended(task)


def _tell(failure: BaseException | None, *, are_others: bool) -> None:
    """Logs the failure of a platform while others go on; raises that of the last one."""
    if failure is not None and not are_others:
        raise failure
    if failure is not None:
        log.error("a platform ended; the others go on", what=str(failure))
