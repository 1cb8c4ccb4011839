"""Loads what a person answered to the five questions, for the decisions that show or change it."""

from bot.commands.of_impact import MyImpact
from bot.engine.load.gathering import Gathering
from bot.events import CommandGiven, MessageSeen
from bot.ids import Scope
from bot.impact import NO_IMPACT, Impact, load
from bot.records import ImpactRow


async def of_message(facts: Gathering, event: MessageSeen) -> Impact:
    """Reads the answers in a direct message: the questions are offered nowhere else."""
    return await of_scope(facts, event.scope) if event.where.is_direct else NO_IMPACT


async def of_command(facts: Gathering, event: CommandGiven) -> Impact:
    """Reads the answers for the command that is about them."""
    is_about = isinstance(event.command, MyImpact)
    return await of_scope(facts, event.scope) if is_about else NO_IMPACT


async def of_scope(facts: Gathering, scope: Scope) -> Impact:
    """Reads the answers of a scope."""
    row = await facts.unit.get(ImpactRow, facts.names.scope(scope))
    return load(row.body) if row is not None else NO_IMPACT
