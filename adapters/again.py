"""When what failed is tried again: later each time, in the order it came, and not for ever."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from time import monotonic

FIRST_S, MOST = 1.0, 6  # half a minute in all: nothing stops a room for long


def waits() -> Iterator[float]:
    """Gives for how long to wait before each further try."""
    yield from (FIRST_S * 2**times for times in range(MOST - 1))


@dataclass(slots=True)
class Again:
    """Lanes in which one event failed: it is tried again before all that came after it."""

    now: Callable[[], float] = monotonic
    _failed: dict[str, tuple[str, int, float]] = field(default_factory=dict)  # what, tries, until

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
