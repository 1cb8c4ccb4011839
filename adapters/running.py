"""A companion on its platform, for as long as the process lives: the terminal, or Matrix."""

import asyncio
import signal
import sys
from contextlib import suppress

from adapters.compose import companion, opened, running
from adapters.console import jsonl, render, script
from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.out import Out
from adapters.console.session import Session
from adapters.console.shown import Show
from adapters.console.terminal import Screen, talk
from adapters.console.transcript import Transcript
from adapters.matrix.serve import Matrix
from bot.clock import SystemClock
from bot.settings import Settings
from bot.tasks import start

SERVING = "serving on Matrix"


async def chatting(settings: Settings, *, as_jsonl: bool) -> None:
    """Talks in the terminal, or obeys a script from standard input to its end."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty() and not as_jsonl
    screen = Screen() if is_terminal else None
    show: Show = screen.show if screen else _printing(as_jsonl=as_jsonl)
    transcript, clock = Transcript(settings.data_folder), ConsoleClock(settings.data_folder)
    console = Console(transcript, clock, show)
    console.seat.admins = settings.admins_of_console
    try:
        async with running(settings, console, clock, is_script=screen is None) as companion:
            session = Session(console, companion.handle, companion.settled, companion.run_due)
            if screen is not None:
                await talk(session, screen, settings.data_folder)
            else:
                await script.run(session, sys.stdin.fileno())
    finally:
        transcript.close()


def _printing(*, as_jsonl: bool) -> Show:
    out = Out(sys.stdout)
    return jsonl.printing(out) if as_jsonl else render.printing(out)


async def serving(settings: Settings) -> None:
    """Serves people on Matrix until a signal ends it. Raises AttuneError."""
    serving = start(_matrix(settings), "serve")
    for end in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(end, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving


async def _matrix(settings: Settings) -> None:
    clock = SystemClock()
    async with opened(settings) as kept:
        matrix = await Matrix.of(settings, *kept, clock)
        try:
            await matrix.begin()
            async with companion(settings, matrix.chat, kept, clock) as one:
                print(f"attune: {SERVING}", file=sys.stderr)
                await matrix.serve(one.handle)
        finally:
            await matrix.close()
