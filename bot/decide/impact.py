"""Decides the five questions of what talking with the bot does to a person: asked, kept, shown."""

from dataclasses import replace
from datetime import date, datetime
from typing import assert_never

from bot.actions import Action
from bot.actions.of_impact import CountThings, KeepImpact
from bot.actions.platform import Say
from bot.choices import (
    AnswerImpact,
    Choice,
    DoImpact,
    LeaveAsItIs,
    LeaveImpact,
    OfImpact,
    TakeStance,
    WantStyle,
)
from bot.commands.of_impact import MyImpact
from bot.decide.decision import answered, card, told
from bot.events import ChoiceMade, CommandGiven, Happening
from bot.impact import NO_IMPACT, Felt, Impact, ImpactDeed, Question
from bot.impact.counted import month_of, things
from bot.impact.worse import CHANGES, proposal
from bot.layout import chart
from bot.layout.markup import heading
from bot.levels import Level, Stance
from bot.snapshot import CommandSnapshot, KeptSnapshot, RepairSnapshot, TapSnapshot
from bot.strings import Strings
from bot.words import TextFile

Answer = tuple[Action, ...]
Said = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them
IN_WORDS = 4  # weeks that the words tell; the picture shows more


def asked(given: MyImpact, event: CommandGiven, snapshot: CommandSnapshot) -> Answer:
    """Gives the answer to `/attune impact`."""
    return _done(given.deed, event, snapshot)


def tapped(event: ChoiceMade, snapshot: TapSnapshot, means: OfImpact) -> Answer:
    """Gives what a tap under a question, an offer or the answers does."""
    said = snapshot.strings.impact
    match means:
        case AnswerImpact(question, felt):
            return _answer(event, snapshot, question, Felt(felt))
        case DoImpact(ImpactDeed.ASK):
            return (answered(event, *_next(snapshot, event.at)),)
        case DoImpact(deed):
            done = _done(deed, event, snapshot)
            return tuple(_in_its_place(event, one) for one in done)
        case LeaveImpact():
            return _passed(event, snapshot)
        case LeaveAsItIs():
            return (answered(event, said.kept_as_is),)
        case _:
            assert_never(means)


def _done(deed: ImpactDeed, event: Happening, snapshot: KeptSnapshot) -> Answer:
    """Does what a command or a tap asks; what only takes away needs no level."""
    said, own = snapshot.strings.impact, snapshot.impact
    match deed:
        case ImpactDeed.CLEAR:
            kept = replace(NO_IMPACT, is_off=own.is_off, shared=own.shared)
            return (KeepImpact(kept), told(event, said.gone))
        case ImpactDeed.OFF:
            return (KeepImpact(replace(own, is_off=True)), told(event, said.off))
        case ImpactDeed.ALONE:
            return (KeepImpact(replace(own, is_shared=False)), told(event, said.alone))
        case ImpactDeed.SHOW if own.rounds:
            return (_shown(event, snapshot),)
        case _ if not may_ask(snapshot, event.at):
            return (told(event, _needs(snapshot.strings)),)
        case ImpactDeed.SHOW | ImpactDeed.ASK:
            return (card(event, *_next(snapshot, event.at)),)
        case ImpactDeed.ON:
            return (KeepImpact(replace(own, is_off=False, unanswered=0)), told(event, said.on))
        case ImpactDeed.SHARE if not snapshot.is_direct:
            return (told(event, said.shares_where),)
        case ImpactDeed.SHARE:
            return (KeepImpact(replace(own, is_shared=True)), told(event, said.shares))
        case _:
            assert_never(deed)


def may_ask(snapshot: RepairSnapshot, at: datetime) -> bool:
    """Returns whether an answer may be kept: from warm on."""
    return snapshot.effective(at).level >= Level.WARM


def _needs(strings: Strings) -> str:
    return strings.impact.needs.format(level=strings.level(Level.WARM))


# -- asking ----------------------------------------------------------------------------------------


def _answer(event: ChoiceMade, snapshot: TapSnapshot, question: Question, felt: Felt) -> Answer:
    """Keeps one answer, and puts the next question in its place, or what comes of the last."""
    if not may_ask(snapshot, event.at):
        return (answered(event, _needs(snapshot.strings)),)
    before, today = snapshot.impact, event.at.date()
    own = before.answered(question, felt, today)
    # Whoever answers a whole week anew is led through all five again.
    following = question.following if before.at(today).next is None else own.at(today).next
    if following is not None:
        return (KeepImpact(own), answered(event, *_asking(following, snapshot.strings)))
    counted = _counted(own, snapshot, today)
    worse = proposal(own, today)
    if worse is None:
        return (KeepImpact(own), *counted, answered(event, snapshot.strings.impact.done))
    return (*counted, *_proposed(worse, own, event, snapshot))


def _passed(event: ChoiceMade, snapshot: TapSnapshot) -> Answer:
    """Leaves the rest unanswered; what was answered this week may bring its proposal too."""
    own, today = snapshot.impact, event.at.date()
    is_begun = own.rounds[-1:] == (own.at(today),)
    worse = proposal(own, today) if is_begun and may_ask(snapshot, event.at) else None
    if worse is None:
        return (answered(event, snapshot.strings.impact.passed),)
    return _proposed(worse, own, event, snapshot)


def _next(snapshot: KeptSnapshot, at: datetime) -> Said:
    """Gives the first question without an answer this week; after the last it begins anew."""
    question = snapshot.impact.at(at.date()).next or Question.STEADY
    return _asking(question, snapshot.strings)


def _asking(question: Question, strings: Strings) -> Said:
    """Gives one question with its three words."""
    said, every = strings.impact, tuple(Question)
    number = every.index(question) + 1
    text = said.ask.format(number=number, count=len(every), words=said.asks[question])
    taps = (Choice(_word(question, felt, strings), AnswerImpact(question, felt)) for felt in Felt)
    return text, (*taps, Choice(said.later, LeaveImpact()))


def _proposed(worse: Question, own: Impact, event: ChoiceMade, snapshot: TapSnapshot) -> Answer:
    """Gives the one change that is proposed, with a tap that makes it and one that does not."""
    said, change = snapshot.strings.impact, CHANGES[worse]
    means = TakeStance(change) if isinstance(change, Stance) else WantStyle(change)
    choices = (Choice(said.change, means), Choice(said.keep, LeaveAsItIs()))
    kept = KeepImpact(replace(own, proposed=event.at.date()))
    return (kept, answered(event, f"{said.done}\n{said.proposes[worse]}", choices))


def _counted(own: Impact, snapshot: TapSnapshot, today: date) -> Answer:
    """Gives what is counted of a whole round, once a month and only where its person allowed it."""
    if not (own.is_shared and snapshot.is_direct):
        return ()
    if month_of(today) in (own.shared, snapshot.person.counted_in):
        return ()
    return (CountThings(things(own.at(today))),)


# -- showing ---------------------------------------------------------------------------------------


def _shown(event: Happening, snapshot: KeptSnapshot) -> Say:
    """Gives the answers in words and as a picture, and what can be done with them."""
    own, strings = snapshot.impact, snapshot.strings
    lines = (heading(strings.impact.heading), *_rows(own, strings, IN_WORDS))
    say = told(event, "\n".join(lines), _choices(snapshot))
    return replace(say, files=(_picture(own, strings),))


def _rows(own: Impact, strings: Strings, most: int) -> tuple[str, ...]:
    """Gives a line a question with its last answers, by the day."""
    said, lately = strings.impact, own.rounds[-most:]
    days = chart.labels([one.day for one in lately], strings)
    lines = []
    for number, question in enumerate(Question, start=1):
        each = (
            said.answer.format(day=day, felt=_word(question, one.felt[question], strings))
            for day, one in zip(days, lately, strict=True)
            if question in one.felt
        )
        about, answers = said.about[question], strings.listed(each)
        if answers:
            lines.append(said.row.format(number=number, about=about, answers=answers))
    return tuple(lines)


def _picture(own: Impact, strings: Strings) -> TextFile:
    """Gives the picture of all weeks, with the same in words."""
    days = [one.day for one in own.rounds]
    rows = tuple(
        chart.Bars(
            strings.impact.about[one], tuple(_height(each.felt.get(one)) for each in own.rounds)
        )
        for one in Question
    )
    words = "\n".join(_rows(own, strings, chart.MOST_WEEKS))
    return chart.file(chart.Chart("attune-impact", chart.labels(days, strings), rows, 1, words))


def _height(felt: Felt | None) -> int | None:
    return int(felt) if felt is not None else None


def _choices(snapshot: KeptSnapshot) -> tuple[Choice, ...]:
    said = snapshot.strings.impact
    may_share = snapshot.is_direct and not snapshot.impact.is_shared
    return (
        Choice(said.begin, DoImpact(ImpactDeed.ASK)),
        Choice(said.never, DoImpact(ImpactDeed.OFF)),
        *((Choice(said.share, DoImpact(ImpactDeed.SHARE)),) if may_share else ()),
    )


def _word(question: Question, felt: Felt, strings: Strings) -> str:
    return strings.impact.felt[f"{question.value}.{felt.word}"]


def _in_its_place(event: ChoiceMade, action: Action) -> Action:
    """Puts what is said in the place of what was tapped."""
    if isinstance(action, Say) and not action.files:
        return answered(event, action.text, action.choices)
    return action
