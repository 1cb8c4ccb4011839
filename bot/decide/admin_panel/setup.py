"""The setup of a space: three questions, each one tap, asked of an admin in private."""

import json
from typing import Any

from bot.actions import Action
from bot.actions.platform import Say
from bot.choices import AnswerSetUp, Choice
from bot.decide.admin_panel import changing, pages
from bot.decide.decision import answered, card
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.house_rules import ACCOUNT_AGE, BY_NAME, DEEPEST, SPEAKS_IN, TALKS_TO, Rule, value
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
    """Sets what was tapped, and gives the next question in its place, or all that is set now."""
    rule = BY_NAME.get(means.rule)
    order = _order(event)
    if rule not in order or rule is None:
        return (answered(event, *pages.first(event, snapshot)),)
    done = changing.set_at_once(event, snapshot, rule, means.value)
    later = order[order.index(rule) + 1 :]
    said = snapshot.strings.settings.set_up
    page = _question(event, done[1], later[0]) if later else pages.first(event, done[1], said)
    return (*done[0], answered(event, *page))


def _order(event: Happening) -> tuple[Rule[Any], ...]:
    """Gives what is asked: where no account tells its age, who may talk is asked by power."""
    who: Rule[Any] = ACCOUNT_AGE if ACCOUNT_AGE.needs(event.where.can) else TALKS_TO
    return (DEEPEST, SPEAKS_IN, who)


def _question(event: Happening, snapshot: Snapshot, rule: Rule[Any]) -> pages.Page:
    said = snapshot.strings.settings
    text = f"{heading(said.questions[rule.name])}\n{said.does[rule.name]}"
    each = tuple(_tap(one, snapshot, rule) for one in _values(event, rule))
    keep = Choice(said.keep, AnswerSetUp(rule.name, ""))
    return text, (*each, keep)


def _values(event: Happening, rule: Rule[Any]) -> tuple[Any, ...]:
    """Gives the values of which one answers a question."""
    where = event.where
    if rule is SPEAKS_IN:
        here = (Named(where.room, where.shown or where.room),)
        return (Places(), Places("only", here), Places("not", here))
    if rule is TALKS_TO:
        return ((), (MODERATORS,)) if where.power is not None else ((),)
    return tuple(Level) if rule is DEEPEST else rule.kind.taps(rule.default)


def _tap(one: Any, snapshot: Snapshot, rule: Rule[Any]) -> Choice:
    says, strings = snapshot.strings.settings.values, snapshot.strings
    words = says[f"{one.mode}_here"] if isinstance(one, Places) and one.rooms else ""
    label = pages.label(words or rule.kind.said(one, strings))
    written = json.dumps(rule.kind.dump(one), ensure_ascii=False)
    return Choice(label, AnswerSetUp(rule.name, written), holds=one == value(snapshot.space, rule))
