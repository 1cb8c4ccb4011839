"""Where tasks start: the only file in which the ban on create_task is lifted."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
LONG = 2_000  # characters: what takes longer than a millisecond or two is read in a thread
_running: set[asyncio.Task[Any]] = set()


def start(work: Coroutine[Any, Any, T], name: str) -> asyncio.Task[T]:
    """Starts the work in a task of its own, which is kept until it ends."""
    task = asyncio.create_task(work, name=name)
    _running.add(task)
    task.add_done_callback(_running.discard)
    return task


async def shielded(work: Coroutine[Any, Any, T], name: str) -> T:
    """Runs the work to its end even when the caller is cancelled; the caller then waits for it."""
    task = start(work, name)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        if not task.cancelled():
            task.exception()
        raise


async def both(first: Coroutine[Any, Any, S], second: Coroutine[Any, Any, T]) -> tuple[S, T]:
    """Runs two works at once and gives what both gave; both have ended, however either ends."""
    tasks = start(first, "first"), start(second, "second")
    try:
        await asyncio.wait(tasks)
    finally:
        for task in tasks:
            await ended(task)
    return tasks[0].result(), tasks[1].result()


async def aside(size: int, read: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """Reads so many characters; while many are read, everything else goes on."""
    if size <= LONG:
        return read(*given, **named)
    return await asyncio.to_thread(read, *given, **named)


async def ended(task: asyncio.Task[Any]) -> None:
    """Cancels a task and waits until it let go of what it held; how it ended is not told."""
    while not task.done():
        task.cancel()  # again where a library swallowed it
        await asyncio.wait({task}, timeout=5)
    if not task.cancelled():
        task.exception()
