"""What an admin sees and sets: pages, one way for every change, and the setup."""

from typing import assert_never

from bot.actions import Action
from bot.choices import (
    AnswerSetUp,
    HearThreads,
    OfRules,
    PickForRule,
    SetDeepest,
    SetRule,
    ShowRule,
    ShowRules,
    UndoRule,
)
from bot.commands.values import Ceiling, ListenInThreads, SetARule, SetUp, ShowSettings
from bot.decide.admin_panel import changing, pages, setup
from bot.decide.decision import answered, card
from bot.events import ChoiceMade, CommandGiven
from bot.house_rules import DEEPEST, THREADS
from bot.snapshot import Snapshot, TapSnapshot

Answer = tuple[Action, ...]
Command = ShowSettings | SetARule | SetUp | Ceiling | ListenInThreads


def asked(command: Command, event: CommandGiven, snapshot: Snapshot) -> Answer:
    """Gives the answer to a command of an admin's that shows or changes a setting."""
    match command:
        case ShowSettings():
            return (card(event, *pages.first(event, snapshot)),)
        case SetUp():
            return (setup.begun(event, snapshot),)
        case SetARule(name, words):
            return changing.typed(event, snapshot, name, words)
        case Ceiling(level):
            return changing.changed(event, snapshot, DEEPEST, level)
        case ListenInThreads(listens):
            return changing.changed(event, snapshot, THREADS, listens)
        case _:
            assert_never(command)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfRules) -> Answer:
    """Gives what a tap on the panel leads to, in its place; only about the space it is tapped in.

    A card of another space changes nothing here.
    """
    if snapshot.post is None or snapshot.post.scope.space != event.where.space:
        return (answered(event, snapshot.strings.commands.choice_over),)
    match means:
        case ShowRules():
            return (answered(event, *pages.first(event, snapshot)),)
        case ShowRule(name):
            return changing.shown(event, snapshot, name)
        case SetRule():
            return changing.set_by_tap(event, snapshot, means)
        case PickForRule():
            return changing.picked(event, snapshot, means)
        case UndoRule():
            return changing.undone(event, snapshot, means)
        case AnswerSetUp():
            return setup.answered_one(event, snapshot, means)
        case _:
            assert_never(means)


def tapped_before(event: ChoiceMade, snapshot: Snapshot, means: SetDeepest | HearThreads) -> Answer:
    """Gives what a tap on a panel of an earlier release leads to."""
    if isinstance(means, SetDeepest):
        return changing.changed(event, snapshot, DEEPEST, means.level)
    return changing.changed(event, snapshot, THREADS, means.listens)
