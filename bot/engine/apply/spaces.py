"""Applies what admins set for a space, and what is reported to them."""

import json
from typing import Any

from bot.actions.of_spaces import ClearReports, KeepRule, Report
from bot.audit.acts import DeepestSet, ReportsCleared, RuleSet, ThreadsSet
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.reports import Reports
from bot.house_rules import BY_NAME, DEEPEST, THREADS, Rule, number, value, with_value


@applies(KeepRule)
async def keep_rule(applying: Applying, action: KeepRule) -> None:
    """Stores and records what admins set, unless another admin's change came between."""
    row, rule = await applying.space_row(action.space), BY_NAME[action.rule]
    if number(row, rule) != action.number:
        return
    before, after = value(row, rule), rule.kind.load(json.loads(action.value))
    await applying.unit.put(with_value(row, rule, after))
    await applying.audit(_act(rule, before, after))


def _act(rule: Rule[Any], before: Any, after: Any) -> DeepestSet | ThreadsSet | RuleSet:
    """Gives what is recorded of a change: no name of a room or a role, and no id."""
    was, is_ = rule.kind.fact(before), rule.kind.fact(after)
    if rule.name == DEEPEST.name:
        return DeepestSet(was, is_)
    return ThreadsSet(after) if rule.name == THREADS.name else RuleSet(rule.name, was, is_)


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
