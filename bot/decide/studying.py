"""Decides what a comparison does to a message: how its reply answers, and what is asked beside it.

Only in a direct message, from warm on. The lesser way lowers how a reply answers and nothing that
protects: where a life may be at risk, or was lately, no comparison holds.
"""

from dataclasses import replace
from datetime import datetime

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.of_study import KeepStudy
from bot.actions.platform import Say
from bot.crisis.tiers import Tier, Verdict
from bot.decide import study_pages as pages
from bot.decide.beginnings import is_calm, is_steady
from bot.decide.decision import Decision, began, told
from bot.events import Happening, MessageSeen
from bot.impact.study import Compares, Study, StudyDay
from bot.levels import Level
from bot.snapshot import MessageSnapshot, Snapshot

Answer = tuple[Action, ...]


def may_compare(snapshot: Snapshot, at: datetime) -> bool:
    """Returns whether two ways can be compared: from warm on, where nobody else reads."""
    return snapshot.is_direct and snapshot.effective(at).level >= Level.WARM


def is_over(study: Study, event: Happening, snapshot: Snapshot) -> bool:
    """Returns whether a comparison has ended by the beginning of the conversation."""
    return study.is_over(began(event, snapshot), snapshot.scope.given_at)


def within(ask: Ask, event: MessageSeen, snapshot: MessageSnapshot) -> Ask:
    """Gives an ask as the day of a comparison wants it answered."""
    study = snapshot.study
    if study is None or ask.crisis or not (snapshot.is_direct and is_steady(snapshot)):
        return ask
    if is_over(study, event, snapshot) or not study.order[_today(study, event, snapshot)]:
        return ask
    if study.compares is Compares.WARM:
        return replace(ask, level=Level.PLAIN)
    return replace(ask, asks_nothing=True)


def came_up(event: MessageSeen, snapshot: MessageSnapshot) -> Answer:
    """Gives what the day of a message adds to a comparison, and what is asked or said beside it.

    A day counts by its first reply. One on which less holds than was agreed, as in a pause, is out,
    and one on which no comparison holds.
    """
    study = snapshot.study
    if study is None or snapshot.episode is not None or not snapshot.is_direct:
        return ()
    has_ended = is_over(study, event, snapshot)
    now = study if has_ended else _with_today(study, event, snapshot)
    line: tuple[Say, ...] = ()
    if may_compare(snapshot, event.at) and _is_beginning(event, snapshot):
        now, line = _line(now, event, snapshot, has_ended=has_ended)
    return (*((KeepStudy(now),) if now != study else ()), *line)


def apart(
    event: MessageSeen, snapshot: MessageSnapshot, verdict: Verdict, turn: Decision
) -> Decision:
    """Gives a turn that leaves its day out of a comparison where it is about a life at risk."""
    study, is_kept = snapshot.study, any(isinstance(one, KeepStudy) for one in turn.actions)
    is_of_a_life = verdict.tier is not Tier.NONE or verdict.is_unsure or not is_steady(snapshot)
    if study is None or is_kept or not (is_of_a_life and snapshot.is_direct):
        return turn
    now = (
        study if is_over(study, event, snapshot) else _with_day(study, event, snapshot, is_out=True)
    )
    return replace(turn, actions=(*turn.actions, KeepStudy(now))) if now != study else turn


def _today(study: Study, event: MessageSeen, snapshot: MessageSnapshot) -> int:
    return study.number(began(event, snapshot))


def _with_today(study: Study, event: MessageSeen, snapshot: MessageSnapshot) -> Study:
    """Gives a comparison with the day of a message."""
    is_held = may_compare(snapshot, event.at) and is_steady(snapshot)
    return _with_day(study, event, snapshot, is_out=not is_held)


def _with_day(
    study: Study, event: MessageSeen, snapshot: MessageSnapshot, *, is_out: bool
) -> Study:
    """Gives a comparison with the day of a message; what is out stays so."""
    number = _today(study, event, snapshot)
    day = study.day(number) or StudyDay(number, event.at.date())
    return study.with_day(replace(day, is_out=day.is_out or is_out))


def _line(
    study: Study, event: MessageSeen, snapshot: MessageSnapshot, *, has_ended: bool
) -> tuple[Study, tuple[Say, ...]]:
    """Gives the question how the last day was, once; else, once, that it is over."""
    day = study.open_day(_today(study, event, snapshot))
    is_new = day is not None and day.number > study.asked
    if day is not None and is_new and study.stands(snapshot.scope.given_at):
        question = told(event, *pages.asked(study, day, event, snapshot.strings))
        return replace(study, asked=day.number), (question,)
    is_due = has_ended and not study.is_told and any(one.felt is not None for one in study.days)
    if is_due:
        return pages.told_over(study), (told(event, *pages.over(snapshot.strings)),)
    return study, ()


def _is_beginning(event: MessageSeen, snapshot: MessageSnapshot) -> bool:
    """Returns whether a conversation begins with a message that asks for nothing gentler.

    It is no complaint and no goodbye, and nothing was said lately of a life.
    """
    is_first = snapshot.talk(event.at).turn == 0 and snapshot.reading.correction is None
    return is_first and is_calm(snapshot)
