"""Reads what an event says before anything waits for it, and lets nobody wait for a long one."""

import asyncio

from bot.events import Event
from bot.reading import Reading, length_of, read

LONG = 2_000  # characters: what takes longer than a millisecond or two is read in a thread


async def reading_of(event: Event, name: str = "") -> Reading:
    """Gives what an event says; while a long one is read, everything else goes on."""
    if length_of(event) <= LONG:
        return read(event, name)
    return await asyncio.to_thread(read, event, name)
