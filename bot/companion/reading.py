"""Reads what an event says before anything waits for it, and lets nobody wait for a long one."""

from bot.events import Event
from bot.governor.context import Context
from bot.reading import Reading, length_of, read
from bot.tasks import aside


async def reading_of(event: Event, name: str = "") -> Reading:
    """Gives what an event says; while a long one is read, everything else goes on."""
    return await aside(length_of(event), read, event, name)


async def read_before(context: Context) -> Context:
    """Gives a context whose words are read: what a rule asks of them later is known."""
    await aside(context.length, context.read)
    return context
