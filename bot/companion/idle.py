"""A stream that says when nothing has come for a while, so that what reads well can be shown."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from typing import TypeVar

from bot.tasks import start

T = TypeVar("T")


async def with_pauses(
    stream: AsyncGenerator[T, None], after_s: float
) -> AsyncGenerator[T | None, None]:
    """Yields what the stream yields, and None once for every pause of so many seconds or more.

    The stream is closed when this is, also in the middle of a pause.
    """
    async with aclosing(stream):
        while True:
            coming = start(_next(stream), "next piece")
            try:
                if not (await asyncio.wait({coming}, timeout=after_s))[0]:
                    yield None
                come = await coming
            finally:
                await _given_up(coming)
            if not come:
                return
            yield come[0]


async def _next(stream: AsyncGenerator[T, None]) -> tuple[T, ...]:
    # Inside a task, the end of a stream must not be a StopAsyncIteration.
    try:
        return (await anext(stream),)
    except StopAsyncIteration:
        return ()


async def _given_up(coming: "asyncio.Task[tuple[T, ...]]") -> None:
    if not coming.done():
        coming.cancel()
        with suppress(asyncio.CancelledError):
            await coming
