"""Applies what admins set for a space, and what is reported to them."""

from dataclasses import replace

from bot.actions.of_spaces import ClearReports, Report, SetListening
from bot.actions.state import SetCeiling
from bot.audit.acts import DeepestSet, ReportsCleared, ThreadsSet
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.reports import Reports
from bot.levels import Level


@applies(SetCeiling)
async def set_ceiling(applying: Applying, action: SetCeiling) -> None:
    """Stores the ceiling of a space."""
    row = await applying.space_row(action.space)
    await applying.unit.put(replace(row, ceiling=int(action.level)))
    before = Level(row.ceiling) if row.ceiling is not None else applying.snapshot.ceiling
    if row.ceiling != int(action.level):
        await applying.audit(DeepestSet(before.word, action.level.word))


@applies(SetListening)
async def set_listening(applying: Applying, action: SetListening) -> None:
    """Stores whether the bot reads threads of a space without being named."""
    row = await applying.space_row(action.space)
    await applying.unit.put(replace(row, listens=action.listens))
    if row.listens is not action.listens:
        await applying.audit(ThreadsSet(action.listens))


@applies(Report)
async def report(applying: Applying, action: Report) -> None:
    """Stores where a reported message stands."""
    event, reports = applying.event, Reports(applying.unit, applying.names)
    await reports.keep(event.scope, action.about, event.at)


@applies(ClearReports)
async def clear_reports(applying: Applying, action: ClearReports) -> None:
    """Deletes all reports of the event's space."""
    count = await Reports(applying.unit, applying.names).clear(applying.event.where.space)
    if count:
        await applying.audit(ReportsCleared(count))
