"""What every test of the console needs: a folder, a clock to set, and what was shown."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.console.chat import Console
from adapters.console.clock import ConsoleClock
from adapters.console.lines import Mistyped
from adapters.console.sentences import said_on_console
from adapters.console.session import Session
from adapters.console.shown import ShownAction
from adapters.console.transcript import Transcript
from bot.events import Event, Outcome
from bot.strings import ENGLISH

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
SAID = said_on_console(ENGLISH)


def told(fault: Mistyped) -> str:
    """Gives what the terminal says of a line that was mistyped."""
    return fault.why(SAID)


@dataclass(slots=True)
class SetClock:
    """A clock that stands until it is moved."""

    at: datetime = NOON

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass(slots=True)
class Stage:
    """A console with a core that only remembers what reached it."""

    console: Console
    clock: SetClock
    shown: list[ShownAction] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    answer: Callable[[Event], Awaitable[Outcome]] | None = None

    @property
    def session(self) -> Session:
        return Session(self.console, self._handle, self._settled, self._run_due)

    async def type(self, *lines: str) -> None:
        session = self.session
        for line in lines:
            await session.line(line)

    @property
    def newest(self) -> ShownAction:
        return self.shown[-1]

    async def _handle(self, event: Event) -> Outcome:
        self.events.append(event)
        self.order.append("handle")
        return Outcome.DECIDED if self.answer is None else await self.answer(event)

    async def _settled(self) -> None:
        self.order.append("settled")

    async def _run_due(self) -> None:
        self.order.append("run_due")


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Opens a console on the folder and lets go of it at the end."""
    clock, shown = SetClock(), list[ShownAction]()
    transcript = Transcript(folder)
    try:
        console = Console(transcript, ConsoleClock(folder, clock), shown.append, ENGLISH)
        console.downloads = folder
        yield Stage(console, clock, shown)
    finally:
        transcript.close()
