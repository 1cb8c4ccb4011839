"""Applies what admins set for a space, and what is reported to them."""

import json

from bot.actions.of_spaces import ClearReports, KeepRule, Report
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.reports import Reports
from bot.house_rules import BY_NAME, number, with_value


@applies(KeepRule)
async def keep_rule(applying: Applying, action: KeepRule) -> None:
    """Stores what admins set, unless another admin's change came between."""
    row, rule = await applying.space_row(action.space), BY_NAME[action.rule]
    if number(row, rule) == action.number:
        await applying.unit.put(with_value(row, rule, rule.kind.load(json.loads(action.value))))


@applies(Report)
async def report(applying: Applying, action: Report) -> None:
    """Stores where a reported message stands."""
    event, reports = applying.event, Reports(applying.unit, applying.names)
    await reports.keep(event.scope, action.about, event.at)


@applies(ClearReports)
async def clear_reports(applying: Applying, action: ClearReports) -> None:
    """Deletes all reports of the event's space."""
    await Reports(applying.unit, applying.names).clear(applying.event.where.space)
