"""Decides a comparison of two ways of answering: begun, answered day by day, ended, shown."""

from dataclasses import replace
from typing import assert_never

from bot.actions import Action
from bot.actions.of_study import BeginStudy, KeepStudy
from bot.actions.platform import Say
from bot.choices import AnswerDay, DoStudy, LeaveDay, OfAStudy
from bot.commands.of_impact import MyStudy
from bot.decide import study_pages as pages
from bot.decide.decision import answered, began, card, in_place, told
from bot.decide.studying import is_over, may_compare
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.impact import Felt
from bot.impact.study import LONGEST_AGO, Compares, Study, StudyDeed
from bot.levels import Level
from bot.snapshot import CommandSnapshot, KeptSnapshot, TapSnapshot

Answer = tuple[Action, ...]


def asked(given: MyStudy, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune study`."""
    return _done(given.deed, event, snapshot)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfAStudy) -> Answer:
    """Gives what a tap under a comparison does, in its place."""
    match means:
        case AnswerDay():
            return _answer(event, snapshot, means)
        case DoStudy(deed):
            return in_place(event, _done(deed, event, snapshot))
        case LeaveDay():
            return (answered(event, snapshot.strings.study.passed),)
        case _:
            assert_never(means)


def _done(deed: StudyDeed, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Does what a command or a tap asks; what only ends or takes away needs no level."""
    said, study = snapshot.strings.study, snapshot.study
    match deed:
        case StudyDeed.CLEAR:
            return (KeepStudy(None), told(event, said.gone))
        case StudyDeed.STOP if study is not None:
            say = told(event, pages.stopped(study, snapshot.strings))
            return _with_picture(replace(study, is_stopped=True), say, snapshot)
        case StudyDeed.SHOW if study is not None:
            is_running = not is_over(study, event, snapshot)
            shows = _state if is_running else _shown
            return shows(study, event, snapshot)
        case StudyDeed.STOP:
            return (told(event, said.nothing),)
        case StudyDeed.SHOW | StudyDeed.WARM | StudyDeed.QUESTIONS:
            return _wanted(deed.compares, event, snapshot)
        case _:
            assert_never(deed)


def _wanted(compares: Compares | None, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Begins a comparison or offers one; says why where that is not possible."""
    said, study = snapshot.strings.study, snapshot.study
    if not snapshot.is_direct:
        return (told(event, said.where),)
    if not may_compare(snapshot, event.at):
        level = snapshot.strings.level(Level.WARM)
        return (told(event, said.needs.format(level=level)),)
    if compares is None:
        return (card(event, *pages.offered(snapshot.strings)),)
    if study is not None and not is_over(study, event, snapshot):
        return _state(study, event, snapshot)
    asks_none = ("questions", "no-questions") in snapshot.style
    if compares is Compares.QUESTIONS and asks_none:
        return (told(event, said.no_questions),)
    return (BeginStudy(compares, snapshot.scope.given_at), told(event, said.begun))


def _state(study: Study, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Says how far a comparison is, with the question about the newest day that is open."""
    number = study.number(began(event, snapshot))
    text, day = pages.running(study, number, snapshot.strings), None
    if may_compare(snapshot, event.at):
        day = study.open_day(number, with_today=True)
    if day is None:
        return (card(event, text, ()),)
    question, taps = pages.asked(study, day, event, snapshot.strings)
    return (card(event, f"{text}\n{question}", taps),)


def _shown(study: Study, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Says what came of a comparison, with its picture."""
    return _with_picture(study, told(event, pages.result(study, snapshot.strings)), snapshot)


def _with_picture(study: Study, say: Say, snapshot: KeptSnapshot) -> Answer:
    """Gives what is said of a comparison that is over, with its picture; it is said once."""
    say = replace(say, files=pages.picture(study, snapshot.strings))
    return (KeepStudy(pages.told_over(study)), say)


def _is_open(study: Study, means: AnswerDay, event: ChoiceMade, snapshot: TapSnapshot) -> bool:
    """Returns whether a tap is of this comparison, which has not shown what came of it."""
    is_of_it = study.began.isoformat() == means.of and not study.is_told
    return is_of_it and study.number(began(event, snapshot)) - means.number <= LONGEST_AGO


def _answer(event: ChoiceMade, snapshot: TapSnapshot, means: AnswerDay) -> Answer:
    """Keeps how a day was; where it was the last, the way to what came of it stands beside."""
    said, study = snapshot.strings.study, snapshot.study
    day = study.day(means.number) if study is not None else None
    if study is None or day is None or not _is_open(study, means, event, snapshot):
        return (answered(event, said.old),)
    if not may_compare(snapshot, event.at):
        level = snapshot.strings.level(Level.WARM)
        return (answered(event, said.needs.format(level=level)),)
    kept = study.with_day(replace(day, felt=Felt(means.felt)))
    if not is_over(study, event, snapshot):
        return (KeepStudy(kept), answered(event, said.kept))
    over, taps = pages.over(snapshot.strings)
    return (KeepStudy(pages.told_over(kept)), answered(event, f"{said.kept} {over}", taps))
