"""Applies what admins set for a space, and what is reported to them."""

import json

from bot.actions.of_spaces import ClearReports, KeepRule, Report
from bot.audit.acts import DeepestSet, ReportsCleared, SettingSet, ThreadsSet
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.reports import Reports
from bot.house_rules import BY_NAME, DEEPEST, THREADS, number, value, with_value
from bot.records import SpaceRow


@applies(KeepRule)
async def keep_rule(applying: Applying, action: KeepRule) -> None:
    """Stores what admins set, unless another admin's change came between."""
    row, rule = await applying.space_row(action.space), BY_NAME[action.rule]
    if number(row, rule) == action.number:
        now = with_value(row, rule, rule.kind.load(json.loads(action.value)))
        await applying.unit.put(now)
        await applying.audit(_act(row, now, action.rule))


def _act(before: SpaceRow, now: SpaceRow, name: str) -> DeepestSet | ThreadsSet | SettingSet:
    if name == DEEPEST.name:
        return DeepestSet(value(before, DEEPEST).word, value(now, DEEPEST).word)
    return ThreadsSet(value(now, THREADS)) if name == THREADS.name else SettingSet(name)


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
