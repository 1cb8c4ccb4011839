"""The steps of one streamed reply, read from the response's bytes under deadlines of its own."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, suppress

import httpx2

from bot.model.remote.reply import Step, Wait, step_of
from bot.model.remote.server_sent_events import ServerSentEvents

_DONE = "[DONE]"
_DRAIN_S = 0.1  # how long what follows the end is waited for: only a body read whole can be reused


async def steps(response: httpx2.Response, wait: Wait) -> AsyncGenerator[Step, None]:
    """Yields each step of the reply until its end; raises TimeoutError at the deadline."""
    chunks = _Chunks()
    async with aclosing(response.aiter_bytes()) as packets:
        while (packet := await _before(wait.until, packets)) is not None:
            for step in chunks.read(packet):
                yield step
            if chunks.are_done:
                await _drain(packets)
                return


class _Chunks:
    """The chunks of one reply, until an event says that no more come."""

    def __init__(self) -> None:
        self.are_done = False
        self._events = ServerSentEvents()

    def read(self, packet: bytes) -> Iterator[Step]:
        """Yields the step of each chunk that is whole now."""
        for data in self._events.feed(packet):
            if data.startswith(_DONE):
                self.are_done = True
                return
            yield step_of(data)


async def _before(deadline: float, packets: AsyncIterator[bytes]) -> bytes | None:
    """Gives the next packet, or None at the end of the body."""
    async with asyncio.timeout_at(deadline):
        return await anext(packets, None)


async def _drain(packets: AsyncIterator[bytes]) -> None:
    """Reads what is left of the body, and takes no failure after the end for one of the reply."""
    with suppress(httpx2.HTTPError, TimeoutError):
        async with asyncio.timeout(_DRAIN_S):
            async for _ in packets:
                pass
