"""Loads the comparison that a person makes on themselves, where a decision may need it."""

from bot.commands.of_impact import MyStudy
from bot.engine.load.gathering import Gathering
from bot.events import CommandGiven, MessageSeen
from bot.ids import Scope
from bot.impact.study import Study, load
from bot.records import StudyRow


async def of_message(facts: Gathering, event: MessageSeen) -> Study | None:
    """Reads the comparison in a direct message: nothing is compared where others read."""
    return await of_scope(facts, event.scope) if event.where.is_direct else None


async def of_command(facts: Gathering, event: CommandGiven) -> Study | None:
    """Reads the comparison for the command that is about it."""
    return await of_scope(facts, event.scope) if isinstance(event.command, MyStudy) else None


async def of_scope(facts: Gathering, scope: Scope) -> Study | None:
    """Reads the comparison of a scope."""
    row = await facts.unit.get(StudyRow, facts.names.scope(scope))
    return load(row.body) if row is not None and row.body else None
