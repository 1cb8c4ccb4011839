"""Loads what a person asked to be held, for the decisions that show, change or use it."""

from collections.abc import Collection

from bot.choices import OfHeld, offers
from bot.commands.values import Import, Status
from bot.engine.load.gathering import Gathering
from bot.events import CommandGiven, MessageSeen
from bot.holding import Held
from bot.holding.command import MyHeld
from bot.ids import Scope
from bot.ports import Wanted
from bot.records import MemoryRow, ScopeRow, SummaryRow, ThreadRow
from bot.snapshot import Holding, Post

BOTH = tuple(Held)


async def of_message(
    facts: Gathering, event: MessageSeen, row: ScopeRow
) -> tuple[Holding, SummaryRow | None]:
    """Reads the threads that a message may bring up, and the list that it adds to.

    Read alone, it also gives the summary of the room, with the line that may be offered. Nothing is
    read of who did not tick that, and all of it in one look.
    """
    if not row.memory:
        return Holding(), None
    order, is_direct = facts.reading.order, event.where.is_direct
    owner, room = facts.names.scope(event.scope), facts.names.room(event.where.room)
    wanted = {Held.THREADS} if order is None else {Held.THREADS, order.which}
    summary = ((SummaryRow, owner, room),) if is_direct else ()
    holding = await _lists(facts, event.scope, wanted, summary)
    return holding, await facts.unit.get(SummaryRow, owner, room) if is_direct else None


async def of_command(facts: Gathering, event: CommandGiven, row: ScopeRow) -> Holding:
    """Reads the list that a command is about, and both for what switches or counts both."""
    match event.command:
        case MyHeld(which=Held.THREADS):
            return await _lists(facts, event.scope, (Held.THREADS,))
        case MyHeld() | Import():
            return await _lists(facts, event.scope, BOTH)
        case Status() if may_be_any(row):
            return await _lists(facts, event.scope, BOTH)
    return Holding()


async def of_tap(facts: Gathering, post: Post | None, row: ScopeRow) -> Holding:
    """Reads both lists of a card's scope where it shows them, or a tap may count or end them."""
    if post is None or not (offers(post.choices, OfHeld) or may_be_any(row)):
        return Holding()
    return await _lists(facts, post.scope, BOTH)


def may_be_any(row: ScopeRow) -> bool:
    """Returns whether anything can be held in a scope: who never ticked it has nothing there."""
    return row.memory or row.put_away_until is not None or row.frozen_until is not None


async def _lists(
    facts: Gathering, scope: Scope, wanted: Collection[Held], beside: tuple[Wanted, ...] = ()
) -> Holding:
    owner = facts.names.scope(scope)
    await facts.unit.read_ahead(*((which.row, owner, None) for which in wanted), *beside)
    threads = await facts.unit.find(ThreadRow, owner) if Held.THREADS in wanted else ()
    memories = await facts.unit.find(MemoryRow, owner) if Held.MEMORY in wanted else ()
    return Holding(threads, memories)
