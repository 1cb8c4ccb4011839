"""An event loop whose time jumps to the next timer, so that hours pass at once and in order."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

T = TypeVar("T")
Ready = list[tuple[selectors.SelectorKey, int]]


class _Jumping(selectors.BaseSelector):
    """Waits for nothing: where nothing is ready, the time of the next timer has come."""

    def __init__(self) -> None:
        self.now = 0.0
        self._real = selectors.DefaultSelector()

    def select(self, timeout: float | None = None) -> Ready:
        ready = self._real.select(0 if timeout is not None else None)
        self.now += 0.0 if ready or timeout is None else timeout
        return ready

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return self._real.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return self._real.unregister(fileobj)

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return self._real.get_map()

    def close(self) -> None:
        self._real.close()


class JumpingLoop(asyncio.SelectorEventLoop):
    """A loop that starts at 0 seconds."""

    def __init__(self) -> None:
        self._jumps = _Jumping()
        super().__init__(self._jumps)

    def time(self) -> float:
        return self._jumps.now


def at_once(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs the work to its end without waiting for any timer."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(work())


def seconds() -> float:
    """Gives the time of the running loop."""
    return round(asyncio.get_running_loop().time(), 3)
