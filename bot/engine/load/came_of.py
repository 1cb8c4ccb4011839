"""Loads what is held of the words of a message that was edited or taken away."""

from bot.engine.load.gathering import Gathering
from bot.events import MessageDeleted, MessageEdited
from bot.records import MemoryRow, ScopeRow, SummaryRow, ThreadRow
from bot.snapshot import CameOf


async def came_of(
    facts: Gathering, event: MessageEdited | MessageDeleted, scope: ScopeRow
) -> CameOf:
    """Reads the lines that the message said, and the summary of its room, in one look.

    Who never said yes to anything in a scope has nothing held there, and costs none.
    """
    if not scope.state:
        return ()
    unit, owner = facts.unit, facts.names.scope(event.scope)
    room, message = event.where.room, facts.names.message(event.where.room, event.message)
    of_room = facts.names.room(room)
    await unit.read_ahead(
        (ThreadRow, owner, None), (MemoryRow, owner, None), (SummaryRow, owner, of_room)
    )
    threads = await unit.find(ThreadRow, owner, came_from=message)
    memories = await unit.find(MemoryRow, owner, came_from=message)
    summary = await unit.get(SummaryRow, owner, of_room)
    return (*threads, *memories, *((summary,) if summary is not None else ()))
