"""The tasks that events cause: started here, awaited, and ended at shutdown."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.tasks import start

log = structlog.get_logger()


def _logged(failure: BaseException) -> None:
    log.error("what an event caused has failed", error=type(failure).__name__)


@dataclass(slots=True)
class Following:
    """Holds the unfinished tasks, as many as there are events still being worked on.

    Args:
        failed: called with the exception of a task; it logs it and raises nothing.
    """

    failed: Callable[[BaseException], None] = _logged
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self._tasks)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Starts a task of its own for an event; an exception in it is passed to `failed`."""
        task = start(work, "follow")
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def settled(self) -> None:
        """Waits until all tasks are done, and all that they start meanwhile."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        """Cancels every task, and waits for its end."""
        for task in tuple(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(set(self._tasks))

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            self.failed(failure)
