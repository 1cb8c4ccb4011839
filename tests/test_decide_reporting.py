"""Decisions about reports: where a reply stands, to admins alone, and never who told them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import phrases
from bot.actions import Action, AnswerCard, Choice, Report
from bot.choices import ConfirmCrisisLine, EmptyReports, ReportReply
from bot.commands import command_in
from bot.decide import Decision, reporting
from bot.decide.decision import told
from bot.events import CommandGiven
from bot.ids import MessageId
from bot.snapshot import Reported, ReportRoom
from tests.scene import AT, SHARED, Known, commands, decide, known, on, post, reply, taps

LINK = "https://example.org/9"
HERE = known(direct=False)


def last(event: CommandGiven, state: Known) -> Action:
    return decide(event, state).actions[-1]


def test_a_report_names_where_the_platform_showed_the_reply_and_nothing_that_was_typed() -> None:
    event = replace(commands("report 9", SHARED), about=LINK)
    assert decide(event, HERE).actions[-2:] == (Report(LINK), told(event, phrases.REPORTED))
    unknown = commands("report https://evil.example", SHARED)
    assert last(unknown, HERE) == told(unknown, phrases.NOT_MINE_TO_REPORT)
    assert not any(isinstance(one, Report) for one in decide(unknown, HERE).actions)


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("kept", phrases.REPORTED),
        ("full", phrases.REPORTS_FULL),
        ("enough", phrases.REPORTED_ENOUGH),
    ],
)
def test_who_reports_is_told_that_admins_see_it_only_where_they_do(
    room: ReportRoom, line: str
) -> None:
    event, state = (
        replace(commands("report 9", SHARED), about=LINK),
        replace(HERE, report_room=room),
    )
    assert last(event, state) == told(event, line)
    assert not any(isinstance(one, Report) for one in decide(event, state).actions)
    assert on(reporting.tapped)(taps(phrases.REPORT_IT), state, LINK)[1:] == (
        told(taps(phrases.REPORT_IT), line),
    )


def test_a_report_is_one_word_and_of_a_shared_room() -> None:
    for words in ("report", "report 9 10"):
        event = commands(words, SHARED)
        assert last(event, HERE) == told(event, phrases.BAD_REPORT)
    alone = commands("report 9")
    told_so = phrases.NO_REPORT_HERE.format(operator=HERE.house.operator)
    assert last(alone, known()) == told(alone, told_so)


def test_anothers_reply_is_explained_in_general_with_a_way_to_report_it() -> None:
    event = replace(commands("why 9", SHARED), about=LINK)
    offered = (Choice(phrases.REPORT_IT, ReportReply(LINK)),)
    assert last(event, HERE) == told(event, phrases.WHY_IN_GENERAL, offered)
    assert last(event, known()) == told(event, phrases.WHY_IN_GENERAL)
    assert last(replace(event, about=""), HERE) == told(event, phrases.WHY_IN_GENERAL)
    assert phrases.REPORT_IT not in repr(last(event, replace(HERE, reply=reply())))


def test_the_tap_reports_it() -> None:
    event = taps(phrases.REPORT_IT)
    card = AnswerCard(MessageId("m2"))
    assert on(reporting.tapped)(event, HERE, LINK) == (
        card,
        Report(LINK),
        told(event, phrases.REPORTED),
    )


def test_only_an_admin_reads_them_newest_first() -> None:
    state = replace(HERE, reports=(Reported(AT - timedelta(hours=1), "8", 3), Reported(AT, LINK)))
    event = replace(commands("", SHARED), command=command_in("attune-admin reports"))
    assert last(event, state) == told(event, phrases.NOT_ADMIN)
    admin = replace(event, where=replace(SHARED, by_admin=True))
    lines = [phrases.REPORTS, f"2031-05-04 12:00 UTC: {LINK}"]
    lines += ["2031-05-04 11:00 UTC: 8, by 3 people"]
    clear = (Choice(phrases.CLEAR_REPORTS, EmptyReports()),)
    assert last(admin, state) == told(admin, "\n".join(lines), clear)
    assert last(admin, HERE) == told(admin, phrases.NO_REPORTS)


def test_what_is_an_admins_to_tap_is_refused_to_who_is_one_no_longer() -> None:
    card = AnswerCard(MessageId("m2"))
    for means in (EmptyReports(), ConfirmCrisisLine("Night line", "https://example.org")):
        state = replace(HERE, post=post(Choice("Go", means)))
        event = replace(taps("Go"), where=SHARED)
        assert decide(event, state) == Decision((card, told(event, phrases.NOT_ADMIN)))
        admin = replace(event, where=replace(SHARED, by_admin=True))
        assert len(decide(admin, state).actions) == 3
