"""The one way of every change of a setting: before → after, recorded, undone with one tap."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from bot.actions import Action
from bot.actions.of_spaces import KeepRule
from bot.actions.state import RaiseEpoch
from bot.choices import Choice, PickForRule, SetRule, UndoRule
from bot.decide.admin_panel import names, pages
from bot.decide.decision import answered, card
from bot.events import ChoiceMade, CommandGiven
from bot.house_rules import BY_NAME, Fault, Given, Rule, number, value, with_value
from bot.snapshot import Snapshot
from bot.strings import Strings

Answer = tuple[Action, ...]
Tapped = ChoiceMade | CommandGiven
UNDO_FOR: Final = timedelta(hours=24)
_UNREADABLE = (LookupError, TypeError, ValueError)


def changed(event: Tapped, snapshot: Snapshot, rule: Rule[Any], wanted: Any) -> Answer:
    """Sets a value, never wider than the operator's, and shows what it was, is, and the way back.

    What it is already is not set again: no reply that is being written is silenced for it.
    """
    row, strings = snapshot.space, snapshot.strings
    before, after = value(row, rule), rule.bounded(wanted, snapshot.house.bounds)
    if before == after:
        same = strings.settings.same.format(line=pages.line(rule, after, strings))
        line = same if after == wanted else _beyond(rule, after, strings)
        return (_shown(event, pages.first(event, snapshot, line)),)
    done, now = _set(event, snapshot, rule, after)
    return (*done, _result(event, now, rule, (before, after)))


def _beyond(rule: Rule[Any], most: Any, strings: Strings) -> str:
    """Says that whoever runs it allows no more."""
    return strings.admins.beyond.format(value=rule.kind.said(most, strings))


def set_at_once(
    event: Tapped, snapshot: Snapshot, rule: Rule[Any], written: str
) -> tuple[Answer, Snapshot]:
    """Sets a value as a choice holds it and gives what holds then; an unreadable one sets none."""
    read = _read(rule, written)
    after = rule.bounded(read[0], snapshot.house.bounds) if read is not None else None
    if read is None or after == value(snapshot.space, rule):
        return (), snapshot
    return _set(event, snapshot, rule, after)


def _set(event: Tapped, snapshot: Snapshot, rule: Rule[Any], after: Any) -> tuple[Answer, Snapshot]:
    """Gives all that a change does: it is kept, silences what is above it, and is recorded."""
    row = snapshot.space
    before = value(row, rule)
    kept = KeepRule(event.where.space, rule.name, written(rule, after), number(row, rule))
    silences = (RaiseEpoch("space"),) if rule.lowers(before, after) else ()
    now = replace(snapshot, space=with_value(row, rule, after))
    return (kept, *silences), now


def typed(event: CommandGiven, snapshot: Snapshot, name: str, words: str) -> Answer:
    """Gives the answer to a setting that was typed: its page where no value is."""
    rule = BY_NAME.get(name)
    if rule is None or not rule.needs(event.where.can):
        return (card(event, *names.page(event, snapshot, name, words)),)
    if not words:
        return (card(event, *pages.page(event, snapshot, rule)),)
    given = pages.given(event, snapshot, words)
    read = rule.kind.read(given, value(snapshot.space, rule))
    if read is None:
        return (card(event, *_unread(event, snapshot, rule, given)),)
    return changed(event, snapshot, rule, read)


def _unread(event: CommandGiven, snapshot: Snapshot, rule: Rule[Any], given: Given) -> pages.Page:
    """Gives the page of a setting below what is wrong, with what was probably meant as a tap."""
    now, strings = value(snapshot.space, rule), snapshot.strings
    fault = rule.fault(given, now) or Fault(strings.settings.bad_value)
    text, ways = pages.page(event, snapshot, rule, fault.says)
    if fault.meant in (None, now):
        return text, ways
    meant = pages.label(rule.kind.said(fault.meant, strings))
    return text, (Choice(meant, pages.set_it(snapshot.space, rule, fault.meant)), *ways)


def shown(event: ChoiceMade, snapshot: Snapshot, name: str) -> Answer:
    """Gives the page of a setting in place of the panel."""
    rule = BY_NAME.get(name)
    if rule is None or not rule.needs(event.where.can):
        return (answered(event, *pages.first(event, snapshot)),)
    return (answered(event, *pages.page(event, snapshot, rule)),)


def set_by_tap(event: ChoiceMade, snapshot: Snapshot, means: SetRule) -> Answer:
    """Sets a tapped value, unless somebody changed the setting since the card was shown."""
    rule = BY_NAME.get(means.rule)
    read = _read(rule, means.value)
    if rule is None or read is None:
        return (answered(event, *pages.first(event, snapshot)),)
    if number(snapshot.space, rule) != means.number:
        return (answered(event, *pages.first(event, snapshot, snapshot.strings.settings.stale)),)
    return changed(event, snapshot, rule, read[0])


def picked(event: ChoiceMade, snapshot: Snapshot, means: PickForRule) -> Answer:
    """Takes what the platform vouches was picked; nothing of it that it does not."""
    rule = BY_NAME.get(means.rule)
    if rule is None:
        return (answered(event, *pages.first(event, snapshot)),)
    kind = next((one.of.value for one in rule.kind.picks() if one.key == means.key), "")
    named = tuple(one for one in event.picked if one.is_role == (kind == "roles"))
    each = rule.kind.picked(means.key, named, value(snapshot.space, rule)) if kind else ()
    if not each:
        return (answered(event, *pages.page(event, snapshot, rule)),)
    if len(each) == 1:
        return changed(event, snapshot, rule, each[0][1])
    text, _ = pages.page(event, snapshot, rule)
    return (answered(event, text, pages.chosen_by(snapshot, rule, each)),)


def undone(event: ChoiceMade, snapshot: Snapshot, means: UndoRule) -> Answer:
    """Puts back what a setting was, for a day and while nothing newer changed it."""
    rule, said = BY_NAME.get(means.rule), snapshot.strings.settings
    read = _read(rule, means.value)
    is_over = means.until is None or event.at >= means.until
    if rule is None or read is None or is_over:
        return (answered(event, *pages.first(event, snapshot, said.undo_over)),)
    if number(snapshot.space, rule) != means.number:
        return (answered(event, *pages.first(event, snapshot, said.stale)),)
    return changed(event, snapshot, rule, read[0])


def _result(event: Tapped, now: Snapshot, rule: Rule[Any], change: tuple[Any, Any]) -> Action:
    """Shows a change: before → after, the tap that undoes it, and all that is set."""
    text, ways = pages.first(event, now, pages.changed(rule, change, now.strings))
    return _shown(event, (text, (undoing(event, now, rule, change[0]), *ways)))


def undoing(event: Tapped, now: Snapshot, rule: Rule[Any], before: Any) -> Choice:
    """Gives the tap that puts a setting back to what it was, for a day."""
    undo = UndoRule(rule.name, written(rule, before), number(now.space, rule), event.at + UNDO_FOR)
    return Choice(now.strings.settings.undo, undo)


def _shown(event: Tapped, page: pages.Page) -> Action:
    return answered(event, *page) if isinstance(event, ChoiceMade) else card(event, *page)


def written(rule: Rule[Any], one: Any) -> str:
    """Gives a value as a choice holds it."""
    return json.dumps(rule.kind.dump(one), ensure_ascii=False)


def _read(rule: Rule[Any] | None, written: str) -> tuple[Any] | None:
    """Reads a value as a choice holds it, in a tuple as a value may be none."""
    try:
        return (rule.kind.load(json.loads(written)),) if rule is not None else None
    except _UNREADABLE:
        return None
