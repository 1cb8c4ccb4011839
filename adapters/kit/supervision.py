"""Supervision: a platform is reconnected with back-off until shutdown, whatever fails."""

import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

import structlog
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, wait_random_exponential

from adapters.kit.notes import Handle
from adapters.kit.platforms import Platforms
from bot.bounded import BoundedSet
from bot.engine import Engine
from bot.engine.floor import Floor
from bot.engine.writing import Leave
from bot.errors import AttuneError, NeedsOperator, PlatformAway, StoreError
from bot.logs import reason
from bot.ports import Chat

SERVING = "serving on"
MOST_TOLD = 100  # reasons why a platform is tried again
SHORTEST_WAIT_S, LONGEST_WAIT_S, HEALTHY_S = 1.1, 60.0, 60.0
log = structlog.get_logger()


class Served(Protocol):
    """A platform that serves people; its library is imported only if the platform is set."""

    @property
    def chat(self) -> Chat:
        """The chat by which the core speaks on this platform."""

    async def begin(self) -> None:
        """Signs in, and begins to listen. Raises PlatformError."""

    async def serve(self, handle: Handle, floor: Floor, leave: Leave) -> None:
        """Passes events to the core until cancelled. Raises what ended the platform."""

    async def close(self) -> None:
        """Closes connections (shutdown)."""

    def fault(self) -> str:
        """Names what does not work now, or gives an empty text if all does."""

    def losses(self) -> int:
        """Gives how often its line was lost, and made anew without ending it."""


Make = Callable[[], Awaitable[Served]]


@dataclass
class Lasting:
    """Makes a platform, serves it, and reconnects it with back-off after any failure."""

    name: str
    make: Make
    chat: Platforms
    core: Engine
    was_up: bool = False
    _lost: int = 0  # by those that were served before
    _is_over: bool = False
    _why: str = "it is signing in"  # it is not served now
    _one: Served | None = None
    _told: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST_TOLD))

    async def run(self) -> None:
        """Serves until cancelled. Raises a failure that only an operator can mend."""
        while not self._is_over:
            async for attempt in AsyncRetrying(
                wait=wait_random_exponential(
                    2, LONGEST_WAIT_S, min=min(SHORTEST_WAIT_S, LONGEST_WAIT_S)
                ),
                retry=retry_if_exception(self._may_pass),
                before_sleep=self._tell,
                reraise=True,
            ):
                with attempt:
                    await self._once()

    async def _once(self) -> None:
        one = await self.make()
        try:
            await one.begin()
            self.chat.add(self.name, one.chat)
            await self.core.recover(one.chat.serves)
            print(f"attune: {SERVING} {self.name.title()}", file=sys.stderr)
            self.was_up, self._one = True, one
            await self._serve(one)
        finally:
            self._lost += 1 + one.losses() if self._one is not None else 0
            self._one = None
            self.chat.remove(self.name)
            await one.close()

    def faults(self) -> tuple[str, ...]:
        """Names what does not work, or nothing if all does or the platform was ended."""
        fault = self._one.fault() if self._one is not None else self._why
        return (f"{self.name.title()}: {fault}.",) if fault and not self._is_over else ()

    @property
    def losses(self) -> int:
        """How often its line was lost since the process began, and made anew."""
        return self._lost + (self._one.losses() if self._one is not None else 0)

    async def _serve(self, one: Served) -> None:
        """Serves the platform once; a failure after a long run resets the back-off."""
        began = monotonic()
        try:
            await one.serve(self.core.handle, self.core.floor, self.core.leave)
            self._is_over = True
        except Exception as failure:  # around one connection: whatever ended it
            error = type(failure).__name__
            log.error("a platform ended and is served anew", what=self.name, error=error)
            if isinstance(failure, NeedsOperator) or monotonic() - began < HEALTHY_S:
                raise

    def _may_pass(self, failure: BaseException) -> bool:
        """Returns whether a retry may help: after a first success, unless an operator is needed."""
        if isinstance(failure, NeedsOperator):
            return False
        if self.was_up or isinstance(failure, PlatformAway | StoreError):
            return isinstance(failure, Exception)
        return isinstance(failure, Exception) and not isinstance(failure, AttuneError)

    def _tell(self, state: RetryCallState) -> None:
        """Logs why the platform is not served now, each reason once."""
        failure = state.outcome.exception() if state.outcome is not None else None
        why = str(failure) if isinstance(failure, AttuneError) else reason(failure)
        self._why = f"it is tried again: {why.rstrip('.')}"
        if why not in self._told:
            self._told.add(why)
            print(f"attune: {self.name.title()} is tried again: {why}", file=sys.stderr)
