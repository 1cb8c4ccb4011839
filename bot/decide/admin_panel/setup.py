"""The setup of a space: two or three questions, each one tap, asked of an admin in private.

Each answer is a change as any other: what it was and is stands above the next question, with the
tap that undoes it and asks that question again.
"""

from dataclasses import replace
from typing import Any

from bot.actions import Action
from bot.actions.platform import Say
from bot.choices import AnswerSetUp, Choice, UndoRule
from bot.decide.admin_panel import changing, pages
from bot.decide.decision import answered, card
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.house_rules import (
    ACCOUNT_AGE,
    BY_NAME,
    DEEPEST,
    SPEAKS_IN,
    TALKS_TO,
    Rule,
    number,
    value,
)
from bot.house_rules.kinds.named import POWER, Places
from bot.ids import Named
from bot.layout.markup import heading
from bot.levels import Level
from bot.snapshot import Snapshot

Answer = tuple[Action, ...]
MODERATORS = Named(f"{POWER}50", f"{POWER}50", is_role=True)


def begun(event: CommandGiven, snapshot: Snapshot) -> Say:
    """Gives the first question."""
    return card(event, *_question(event, snapshot, DEEPEST))


def answered_one(event: ChoiceMade, snapshot: Snapshot, means: AnswerSetUp) -> Answer:
    """Sets what was tapped, and gives the next question in its place, or all that is set now.

    Where the tap undid an answer, the next question is the same one again.
    """
    rule, order = BY_NAME.get(means.rule), _order(event)
    over = _over(event, snapshot, means)
    if rule not in order or rule is None or over:
        return (answered(event, *pages.first(event, snapshot, over)),)
    done, now = changing.set_at_once(event, snapshot, rule, means.value)
    undid, line = means.until is not None, _line(means, rule, (snapshot, now))
    later = order[order.index(rule) + (0 if undid else 1) :]
    text, ways = _question(event, now, later[0], line) if later else _last(event, now, line)
    if not done or undid:
        return (*done, answered(event, text, ways))
    undo = changing.undoing(event, now, rule, value(snapshot.space, rule))
    ways = (*ways, _asking_again(undo)) if later else (undo, *ways)
    return (*done, answered(event, text, ways))


def _asking_again(undo: Choice) -> Choice:
    """Gives a tap that undoes as one that asks the question that stands beside it again."""
    if not isinstance(undo.means, UndoRule):
        return undo
    was = undo.means
    return replace(undo, means=AnswerSetUp(was.rule, was.value, was.number, was.until))


def _over(event: ChoiceMade, snapshot: Snapshot, means: AnswerSetUp) -> str:
    """Says why an answer sets nothing any more: somebody changed it since, or a day is over."""
    rule, said = BY_NAME.get(means.rule), snapshot.strings.settings
    if means.until is not None and event.at >= means.until:
        return said.undo_over
    is_known = rule is not None and means.number is not None
    is_stale = is_known and rule is not None and number(snapshot.space, rule) != means.number
    return said.stale if is_stale else ""


def _line(means: AnswerSetUp, rule: Rule[Any], held: tuple[Snapshot, Snapshot]) -> str:
    """Says what an answer changed; nothing where the setting was left as it is."""
    strings, change = held[1].strings, (value(held[0].space, rule), value(held[1].space, rule))
    if change[0] != change[1]:
        return pages.changed(rule, change, strings)
    same = strings.settings.same.format(line=pages.line(rule, change[1], strings))
    return same if means.value else ""


def _last(event: Happening, now: Snapshot, line: str) -> pages.Page:
    return pages.first(event, now, now.strings.settings.set_up, line)


def _order(event: Happening) -> tuple[Rule[Any], ...]:
    """Gives what is asked: where no account tells its age, who may talk, where a number tells."""
    can = event.where.can
    who = tuple(one for one in (ACCOUNT_AGE, TALKS_TO) if one.needs(can))
    return (DEEPEST, SPEAKS_IN, *who[:1])


def _question(event: Happening, snapshot: Snapshot, rule: Rule[Any], above: str = "") -> pages.Page:
    """Gives a question below what the one before changed: what it is about, and what holds now."""
    said, order = snapshot.strings.settings, _order(event)
    asks = said.questions[rule.name].format(at=order.index(rule) + 1, of=len(order))
    lines = (heading(above), asks) if above else (heading(asks),)
    holds = pages.brief(rule, pages.holding(snapshot, rule), snapshot.strings)
    text = "\n".join((*lines, said.does[rule.name], said.now.format(value=holds)))
    each = tuple(_tap(one, snapshot, rule) for one in _values(event, snapshot, rule))
    keep = Choice(said.keep, AnswerSetUp(rule.name, "", number(snapshot.space, rule)))
    return text, (*each, keep)


def _values(event: Happening, snapshot: Snapshot, rule: Rule[Any]) -> tuple[Any, ...]:
    """Gives the values of which one answers a question, none wider than the operator's."""
    where, bounds = event.where, snapshot.house.bounds
    if rule is SPEAKS_IN:
        here = (Named(where.room, where.shown or where.room),)
        return (Places(), Places("only", here), Places("not", here))
    if rule is TALKS_TO:
        return ((), (MODERATORS,)) if where.power is not None else ((),)
    each = tuple(Level) if rule is DEEPEST else rule.kind.taps(rule.default)
    return tuple(one for one in each if rule.bounded(one, bounds) == one)


def _tap(one: Any, snapshot: Snapshot, rule: Rule[Any]) -> Choice:
    says, strings, row = snapshot.strings.settings.values, snapshot.strings, snapshot.space
    words = says[f"{one.mode}_here"] if isinstance(one, Places) and one.rooms else ""
    label = pages.label(words or rule.kind.said(one, strings))
    means = AnswerSetUp(rule.name, changing.written(rule, one), number(row, rule))
    return Choice(label, means, holds=one == value(row, rule))
