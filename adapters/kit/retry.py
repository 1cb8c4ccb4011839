"""Retry with back-off, in the order in which events came, and only so often."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic

import structlog

from bot.bounded import BoundedMap

log = structlog.get_logger()
Sleep = Callable[[float], Awaitable[None]]
MOST_LANES = 1000
FIRST_S, MOST = 1.0, 6  # half a minute in all: nothing stops a room for long


def waits() -> Iterator[float]:
    """Yields the seconds of back-off before each further try."""
    yield from (FIRST_S * 2**times for times in range(MOST - 1))


async def surely(work: Callable[[], Awaitable[bool]], sleep: Sleep = asyncio.sleep) -> bool:
    """Runs work with retries and back-off; False if every try failed."""
    for wait in (*waits(), None):
        if await _is_done(work):
            return True
        if wait is not None:
            await sleep(wait)
    log.error("what happened on a platform is let go of: it failed too often")
    return False


async def _is_done(work: Callable[[], Awaitable[bool]]) -> bool:
    try:
        return await work()
    except Exception as failure:  # around one thing that happened
        log.error("what happened on a platform is tried again", error=type(failure).__name__)
        return False


@dataclass(slots=True)
class Again:
    """Lanes that are held by a failed event, which is retried before the later ones."""

    now: Callable[[], float] = monotonic
    _failed: BoundedMap[str, tuple[str, int, float]] = field(  # what, tries, until
        default_factory=lambda: BoundedMap(MOST_LANES)
    )

    def is_held(self, lane: str) -> bool:
        """Returns whether a lane must still wait."""
        return lane in self._failed and self.now() < self._failed[lane][2]

    def failed(self, lane: str, what: str) -> bool:
        """Holds a lane for its failed event; False if that event was tried often enough."""
        before, tries, _ = self._failed.get(lane, ("", 0, 0.0))
        tries = tries + 1 if before == what else 1
        if tries >= MOST:
            self.worked(lane)
            return False
        self._failed[lane] = (what, tries, self.now() + FIRST_S * 2 ** (tries - 1))
        return True

    def worked(self, lane: str) -> None:
        """Lets a lane go on."""
        self._failed.pop(lane, None)
