"""A companion on its platforms, for as long as the process lives: the terminal, or servers."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from typing import Protocol

import structlog
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_random_exponential

from adapters.compose import companion, opened, running
from adapters.console import jsonl, render, script
from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.out import Out
from adapters.console.session import Session
from adapters.console.shown import Show
from adapters.console.terminal import Screen, talk
from adapters.console.transcript import Transcript
from adapters.platforms import Platforms
from bot.clock import SystemClock
from bot.companion import Companion
from bot.errors import PlatformAway
from bot.events import Event, Outcome
from bot.ports import Chat, Clock, Store, Vault
from bot.settings import Settings
from bot.tasks import ended, start

SERVING = "serving on"
LONGEST_WAIT_S = 60.0
log = structlog.get_logger()


class Served(Protocol):
    """A platform that serves people; what it needs is loaded only where it is set."""

    @property
    def chat(self) -> Chat:
        """What is said there."""

    async def begin(self) -> None:
        """Signs in, and begins to listen. Raises PlatformError."""

    async def serve(self, handle: Callable[[Event], Awaitable[Outcome]]) -> None:
        """Hands what happens to the core until it is cancelled. Raises what ended it."""

    async def close(self) -> None:
        """Lets go of connections."""


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
    """Serves people on every platform that is set until a signal ends it. Raises AttuneError."""
    serving = start(_serving(settings), "serve")
    for end in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(end, serving.cancel)
    with suppress(asyncio.CancelledError):
        await serving


async def _serving(settings: Settings) -> None:
    clock = SystemClock()
    async with opened(settings) as kept, AsyncExitStack() as stack:
        served = await _of(settings, kept, clock)
        for one in served.values():
            stack.push_async_callback(one.close)
        chat = Platforms({})
        async with companion(settings, chat, kept, clock) as core:
            await together(served, chat, core)


async def together(served: dict[str, Served], chat: Platforms, core: Companion) -> None:
    """Serves all until all ended; where one ends by a fault the others go on. Raises the last."""
    await _all([start(_lasting(name, one, chat, core), name) for name, one in served.items()])


async def _lasting(name: str, one: Served, chat: Platforms, core: Companion) -> None:
    """Serves one platform; while it is away it is tried again, and holds up no other."""
    wait = wait_random_exponential(multiplier=1, max=LONGEST_WAIT_S)
    async for attempt in AsyncRetrying(
        wait=wait, retry=retry_if_exception_type(PlatformAway), before_sleep=_told_away(name)
    ):
        with attempt:
            await one.begin()
    chat.add(name, one.chat)
    await core.recover(one.chat.serves)
    print(f"attune: {SERVING} {name.title()}", file=sys.stderr)
    await one.serve(core.handle)


def _told_away(name: str) -> Callable[[RetryCallState], None]:
    """Says once why a platform cannot be served yet."""
    told: set[str] = set()

    def tell(state: RetryCallState) -> None:
        why = str(state.outcome.exception()) if state.outcome is not None else ""
        if why not in told:
            told.add(why)
            print(f"attune: {name.title()} is tried again: {why}", file=sys.stderr)

    return tell


async def _of(settings: Settings, kept: tuple[Store, Vault], clock: Clock) -> dict[str, Served]:
    """Gives the platforms that are set, each by how its rooms' names begin."""
    served: dict[str, Served] = {}
    if settings.matrix_homeserver:
        from adapters.matrix.serve import Matrix

        served["matrix"] = await Matrix.of(settings, *kept, clock)
    if settings.discord_token is not None:
        from adapters.discord.serve import Discord

        served["discord"] = Discord(settings, *kept, clock)
    return served


async def _all(tasks: list[asyncio.Task[None]]) -> None:
    try:
        while tasks:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            tasks = [task for task in tasks if task not in done]
            for task in done:
                failure = task.exception()
                if failure is not None and tasks:
                    log.error("a platform ended; the others go on", what=str(failure))
                elif failure is not None:
                    raise failure
    finally:
        for task in tasks:
            await ended(task)
