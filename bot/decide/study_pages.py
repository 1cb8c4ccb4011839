"""What a comparison says: the offer, how a day was, how far it is, and what came of it."""

from dataclasses import replace
from datetime import UTC, datetime, time
from math import ceil, floor

from bot.choices import AnswerDay, Choice, DoStudy, LeaveDay
from bot.events import Happening
from bot.impact import Felt, Question
from bot.impact.compared import RARE, Claim, Compared, compared
from bot.impact.study import DAYS, Compares, Study, StudyDay, StudyDeed
from bot.layout import chart, dates
from bot.layout.dates import occasion
from bot.layout.markup import heading, small
from bot.strings import Strings
from bot.words import TextFile

Said = tuple[str, tuple[Choice, ...]]  # the words of a card, and what is under them
ASKED = Question.STEADY  # of the five questions, the one whose words a day is answered with
BEGINS = {one.compares: one for one in StudyDeed if one.compares is not None}
NOON = time(12, tzinfo=UTC)  # that day it is nearly everywhere
TENTHS, PERCENT = 10, 100


def offered(strings: Strings) -> Said:
    """Gives what can be compared, with a tap for each."""
    said = strings.study
    taps = (Choice(said.begin[one], DoStudy(BEGINS[one])) for one in Compares)
    return f"{heading(said.heading)}\n{said.offer}", tuple(taps)


def asked(study: Study, day: StudyDay, event: Happening, strings: Strings) -> Said:
    """Gives the question how a day was, with its three words and a way out."""
    noon = datetime.combine(day.day, NOON)
    text = strings.study.ask.format(day=dates.day(strings, noon, occasion(event)))
    of = study.began.isoformat()
    taps = (Choice(word(felt, strings), AnswerDay(of, day.number, int(felt))) for felt in Felt)
    return text, (*taps, Choice(strings.study.later, LeaveDay()))


def running(study: Study, number: int, strings: Strings) -> str:
    """Says how far a comparison is; what was answered is not shown before its end."""
    answered = sum(one.felt is not None for one in study.days)
    return strings.study.running.format(
        way=way(study.compares, strings, is_less=False),
        other=way(study.compares, strings, is_less=True),
        number=number + 1,
        count=DAYS,
        answered=answered,
    )


def over(strings: Strings) -> Said:
    """Says that a comparison has ended, with the tap that shows what came of it."""
    return strings.study.over, (Choice(strings.study.show, DoStudy(StudyDeed.SHOW)),)


def stopped(study: Study, strings: Strings) -> str:
    """Says that a comparison was stopped, and what came of it."""
    return f"{strings.study.stopped}\n{result(study, strings)}"


def result(study: Study, strings: Strings) -> str:
    """Says what came of a comparison: both kinds of days, how they differ, and how sure that is."""
    said = strings.study
    found = compared(study.felt(is_less=False), study.felt(is_less=True))
    rows = _rows(study, strings)
    if not rows:
        return f"{said.nothing}\n{small(said.again)}"
    lines = (
        heading(said.heading),
        *rows,
        *_sure(found, strings),
        small(f"{said.no_more} {said.again}"),
    )
    return "\n".join(lines)


def _rows(study: Study, strings: Strings) -> tuple[str, ...]:
    """Gives a line for each way that has answers: how many of its days were how."""
    said, lines = strings.study, []
    for number, is_less in enumerate((False, True), start=1):
        felt = study.felt(is_less=is_less)
        each = (
            said.answer.format(felt=word(one, strings), count=felt.count(one))
            for one in Felt
            if one in felt
        )
        answers, own = strings.listed(each), way(study.compares, strings, is_less=is_less)
        if felt:
            lines.append(said.row.format(number=number, way=own, count=len(felt), answers=answers))
    return tuple(lines)


def _sure(found: Compared | None, strings: Strings) -> tuple[str, ...]:
    """Says how both kinds of days differ, and how sure that is; where they do not, that alone."""
    if found is None:
        return (strings.study.nothing,)
    claim = _claim(found, strings)
    return (claim,) if found.claim is Claim.NONE else (_pairs(found, strings), claim)


def _pairs(found: Compared, strings: Strings) -> str:
    """Says in how many pairs the first kind of day was better, even, worse, and what would fit."""
    return strings.study.pairs.format(
        count=found.pairs,
        better=found.better,
        even=found.even,
        worse=found.worse,
        low=floor(found.low * TENTHS),
        high=ceil(found.high * TENTHS),
    )


def _claim(found: Compared, strings: Strings) -> str:
    times = min(max(1, ceil(found.chance * PERCENT)), int(RARE * PERCENT))
    said = strings.study.claims[found.claim]
    return said.format(times=times) if found.claim is Claim.RARE else said


def picture(study: Study, strings: Strings) -> tuple[TextFile, ...]:
    """Gives a picture of every day that is compared, a row for each way; none without answers."""
    days = [one for one in study.days if one.felt is not None and not one.is_out]
    if not days:
        return ()
    rows = tuple(
        chart.Bars(
            way(study.compares, strings, is_less=is_less),
            tuple(_height(one, is_there=study.order[one.number] is is_less) for one in days),
        )
        for is_less in (False, True)
    )
    names = chart.labels([one.day for one in days], strings)
    words = "\n".join(_rows(study, strings))
    return (chart.file(chart.Chart("attune-study", names, rows, 1, words)),)


def _height(day: StudyDay, *, is_there: bool) -> int | None:
    return int(day.felt) if is_there and day.felt is not None else None


def way(compares: Compares, strings: Strings, *, is_less: bool) -> str:
    """Names one of the two ways."""
    return strings.study.ways[f"{compares.value}.{'less' if is_less else 'agreed'}"]


def word(felt: Felt, strings: Strings) -> str:
    """Gives the word that an answer is given with."""
    return strings.impact.felt[f"{ASKED.value}.{felt.word}"]


def told_over(study: Study) -> Study:
    """Gives a comparison whose person hears now that it is over."""
    return replace(study, is_told=True)
