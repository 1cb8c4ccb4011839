"""Applies what admins set for a space, and what is reported to them."""

import json
from typing import Any

from bot.actions.of_spaces import ClearReports, KeepRule, Mute, NoteTold, Report, TellRoom
from bot.actions.platform import Say
from bot.audit import hashes
from bot.audit.acts import DeepestSet, MuteSet, ReportsCleared, RuleSet, ThreadsSet
from bot.engine.apply.applying import Applying
from bot.engine.apply.table import applies
from bot.engine.codec import Sending
from bot.engine.reports import Reports
from bot.engine.told_here import note_told
from bot.house_rules import BY_NAME, DEEPEST, THREADS, Rule, number, value, with_value
from bot.ids import Scope
from bot.records import MuteRow


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


# The row is the space's, and made the same for whoever is named: nothing is read of that person, so
# nobody learns whether they ever talked or agreed to anything. Their own lock is not held: all that
# is written is under the space's.
@applies(Mute)
async def mute(applying: Applying, action: Mute) -> None:
    """Keeps until when nothing is said to a person in the event's space, or ends that."""
    names, space = applying.names, applying.event.where.space
    owner, key = names.space(space), names.scope(Scope(space, action.person))
    await applying.unit.hold(owner)
    if action.until is None:
        await applying.unit.drop(MuteRow, owner, key)
    else:
        by = await applying.unit.subject(applying.owner, hashes.BY)
        await applying.unit.put(MuteRow(owner, key, applying.event.at, action.until, by))
    await applying.audit(MuteSet(action.until is not None))


@applies(TellRoom)
async def tell_room(applying: Applying, action: TellRoom) -> None:
    """Puts what is told in another room of the event's space into the outbox."""
    event = applying.event
    say = Say(action.text, told_from=event.where.room)
    await applying.send(Sending(action.room, event.scope, False, say))


@applies(NoteTold)
async def told(applying: Applying, action: NoteTold) -> None:
    """Keeps that the event's person was told here why nothing is said to them."""
    await note_told(applying.unit, applying.owner, action.what, applying.event.at)


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
