"""A stream with its pauses: nothing lost, and closed with the one who reads it."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import pytest

from bot.engine.generate import with_moments


def once(after_s: float) -> Callable[[int], float | None]:
    """Gives one moment in each pause of so many seconds or more."""
    return lambda passed: None if passed else after_s


class Stream:
    """Yields some pieces; waits for the gate before the second."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.is_closed = False

    async def pieces(self) -> AsyncGenerator[str, None]:
        try:
            yield "one"
            await self.gate.wait()
            yield "two"
        finally:
            self.is_closed = True


async def test_a_pause_is_told_once_and_nothing_is_lost() -> None:
    stream = Stream()
    read = with_moments(stream.pieces(), once(0.001))
    assert await anext(read) == "one"
    assert await anext(read) is None
    stream.gate.set()
    assert [piece async for piece in read] == ["two"]
    assert stream.is_closed


async def test_a_stream_that_never_rests_has_no_pauses() -> None:
    stream = Stream()
    stream.gate.set()
    assert [piece async for piece in with_moments(stream.pieces(), once(60))] == ["one", "two"]


async def test_leaving_in_a_pause_closes_the_stream() -> None:
    stream = Stream()
    async with aclosing(with_moments(stream.pieces(), once(0.001))) as read:
        assert await anext(read) == "one"
        assert await anext(read) is None
    assert stream.is_closed


async def test_being_cancelled_in_a_pause_closes_the_stream() -> None:
    stream = Stream()

    async def read_all() -> None:
        async for _ in with_moments(stream.pieces(), once(60)):
            reading.set()

    reading = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(read_all())
        await reading.wait()
        task.cancel()
    assert stream.is_closed


async def test_a_failure_of_the_stream_arrives() -> None:
    async def failing() -> AsyncGenerator[str, None]:
        yield "one"
        raise ValueError("broken")

    read = with_moments(failing(), once(60))
    assert await anext(read) == "one"
    with pytest.raises(ValueError, match="broken"):
        await anext(read)
