"""Retry with back-off, in the order in which things came, and not for ever."""

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
    """Gives for how long to wait before each further try."""
    yield from (FIRST_S * 2**times for times in range(MOST - 1))


async def surely(work: Callable[[], Awaitable[bool]], sleep: Sleep = asyncio.sleep) -> bool:
    """Does it, and again with waits between where it failed; False where it failed too often."""
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
    """Lanes in which one event failed: it is tried again before all that came after it."""

    now: Callable[[], float] = monotonic
    _failed: BoundedMap[str, tuple[str, int, float]] = field(  # what, tries, until
        default_factory=lambda: BoundedMap(MOST_LANES)
    )

    def is_held(self, lane: str) -> bool:
        """Whether nothing is taken up in a lane yet."""
        return lane in self._failed and self.now() < self._failed[lane][2]

    def failed(self, lane: str, what: str) -> bool:
        """Holds the lane for what failed there; False where it was tried often enough."""
        before, tries, _ = self._failed.get(lane, ("", 0, 0.0))
        tries = tries + 1 if before == what else 1
        if tries >= MOST:
            self.worked(lane)
            return False
        self._failed[lane] = (what, tries, self.now() + FIRST_S * 2 ** (tries - 1))
        return True

    def worked(self, lane: str) -> None:
        """Lets go of a lane."""
        self._failed.pop(lane, None)
