"""An event loop whose clock jumps to whatever is next: hours pass at once, in their order."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Jumping(selectors.SelectSelector):
    """Lets as much time pass on the loop's clock as would have been waited."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.passed += max(0.0, timeout or 0.0)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Runs what waits in the order of its times, and waits for nothing.

    A thread's work is done at once, in its place; nothing may wait for another process.
    """

    def __init__(self) -> None:
        self._jumping = _Jumping()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Gives the seconds that passed on this loop."""
        return self._jumping.passed

    def run_in_executor(  # type: ignore[override]
        self, _executor: object, work: Callable[..., Any], *given: Any
    ) -> "asyncio.Future[Any]":
        """Does a thread's work now."""
        done = self.create_future()
        try:
            done.set_result(work(*given))
        except Exception as failure:
            done.set_exception(failure)
        return done


def run(work: Coroutine[Any, Any, T]) -> T:
    """Runs something to its end on a clock of its own."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)
