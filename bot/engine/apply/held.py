"""Applies what a person asked to be held: lines kept and dropped, put away, and taken back."""

from dataclasses import replace
from datetime import datetime

from bot.actions.holding import Hold, LetGo, PutAway, SayWhyNot
from bot.actions.state import ConsentState
from bot.consent import holds_until
from bot.engine.apply.applying import Applying
from bot.engine.apply.summaries import forget_lines
from bot.engine.apply.table import applies
from bot.events import MessageSeen
from bot.levels import Level
from bot.ports import Unit
from bot.records import HELD, DueRow, EraseHeld, Owner, ScopeRow, key_of

_TASK = key_of(EraseHeld())


@applies(Hold)
async def hold(applying: Applying, action: Hold) -> None:
    """Stores a line in the decision's scope; a new one with the message that said it."""
    row, event = action.row, applying.event
    if action.is_new and isinstance(event, MessageSeen):
        row = replace(row, came_from=applying.names.message(applying.room, event.message))
    await applying.unit.put(replace(row, owner=applying.owner))


@applies(LetGo)
async def let_go(applying: Applying, action: LetGo) -> None:
    """Deletes a line of a list, or all of them."""
    kind, unit, owner = action.which.row, applying.unit, applying.owner
    if action.key:
        await unit.drop(kind, owner, action.key)
        return
    for row in await unit.find(kind, owner):
        await unit.drop(kind, owner, row.key)


@applies(SayWhyNot)
async def say_why_not(applying: Applying, _action: SayWhyNot) -> None:
    """Stores that the conversation heard it."""
    await applying.unit.put(replace(await applying.talk(), said_why_not=True))


@applies(PutAway)
async def put_away(applying: Applying, action: PutAway) -> None:
    """Ends that anything is held, and schedules the erase of what was, or erases it at once."""
    row = replace(await applying.scope_row(), memory=False)
    if action.until is None:
        await applying.unit.put(row)
        await erase_held(applying.unit, applying.owner)
        return
    await applying.unit.put(await _scheduled(applying, row, action.until))


async def after_yes(
    applying: Applying, state: ConsentState, before: ScopeRow, row: ScopeRow
) -> ScopeRow:
    """Gives the row of a scope after a yes: with the tick what was put away is back, else it goes.

    Without the tick nothing is read of who never ticked it: nothing can be there.
    """
    if state not in ("given", "renewed"):
        return row
    if row.memory:
        return await _taken_back(applying, row)
    was_held = before.memory or before.frozen_until is not None
    if not was_held or row.put_away_until is not None:
        return row
    until = holds_until(row, Level(row.level), applying.event.at)
    return await _scheduled(applying, row, until)


async def _taken_back(applying: Applying, row: ScopeRow) -> ScopeRow:
    if row.put_away_until is None:
        return row
    await applying.unit.drop(DueRow, applying.owner, _TASK)
    return replace(row, put_away_until=None)


async def _scheduled(applying: Applying, row: ScopeRow, until: datetime) -> ScopeRow:
    """Gives the row with when what is held goes, and the task of it, where anything is held."""
    await forget_lines(applying.unit, applying.owner)
    if not await _any(applying.unit, applying.owner):
        return row
    await applying.unit.put(DueRow(applying.owner, _TASK, until, applying.person))
    return replace(row, put_away_until=until)


async def _any(unit: Unit, owner: Owner) -> bool:
    await unit.read_ahead(*((kind, owner, None) for kind in HELD))
    for kind in HELD:
        if await unit.find(kind, owner):
            return True
    return False


async def erase_held(unit: Unit, owner: Owner) -> None:
    """Erases all that was held in a scope, unless its person wants it held again."""
    await unit.drop(DueRow, owner, _TASK)
    scope = await unit.get(ScopeRow, owner)
    if scope is None or scope.memory:
        return
    await unit.put(replace(scope, put_away_until=None))
    for kind in HELD:
        for row in await unit.find(kind, owner):
            await unit.drop(kind, owner, row.key)
