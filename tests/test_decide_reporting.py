"""Decisions about reports: where a reply stands, to admins alone, and never who told them."""

from dataclasses import replace

import pytest

from bot.actions import Action
from bot.actions.of_spaces import Report
from bot.actions.state import AnswerCard
from bot.choices import Choice, ConfirmCrisisLine, EmptyReports, ReportReply
from bot.decide import Decision, reporting
from bot.decide.decision import told
from bot.events import CommandGiven
from bot.ids import MessageId
from bot.layout.markup import small, with_last
from bot.snapshot import ReportRoom
from bot.strings import ENGLISH
from tests.scene import SHARED, Known, commands, decide, known, on, post, reply, taps

LINK = "https://example.org/9"
NINE = ReportReply(LINK, str(SHARED.room), "9")
HERE = known(direct=False)


def last(event: CommandGiven, state: Known) -> Action:
    return decide(event, state).actions[-1]


def test_a_report_names_where_the_platform_showed_the_reply_and_nothing_that_was_typed() -> None:
    event = replace(commands("report 9", SHARED), about=LINK)
    assert decide(event, HERE).actions[-2:] == (
        Report(LINK, str(SHARED.room), "9"),
        told(event, ENGLISH.admins.reported),
    )
    unknown = commands("report https://evil.example", SHARED)
    assert last(unknown, HERE) == told(unknown, ENGLISH.admins.not_mine_to_report)
    assert not any(isinstance(one, Report) for one in decide(unknown, HERE).actions)


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("kept", ENGLISH.admins.reported),
        ("full", ENGLISH.admins.reports_full),
        ("enough", ENGLISH.admins.reported_enough),
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
    assert on(reporting.tapped)(taps(ENGLISH.admins.report_it), state, NINE)[1:] == (
        told(taps(ENGLISH.admins.report_it), line),
    )


def test_a_report_is_one_word_and_of_a_shared_room() -> None:
    for words in ("report", "report 9 10"):
        event = commands(words, SHARED)
        assert last(event, HERE) == told(event, ENGLISH.commands.bad_report)
    alone = commands("report 9")
    told_so = ENGLISH.admins.no_report_here.format(operator=HERE.house.operator)
    assert last(alone, known()) == told(alone, told_so)


def test_anothers_reply_is_explained_in_general_with_a_way_to_report_it() -> None:
    event = replace(commands("why 9", SHARED), about=LINK)
    offered = (Choice(ENGLISH.admins.report_it, NINE),)
    general = with_last(ENGLISH.why.in_general, small(ENGLISH.why.by_program))
    assert last(event, HERE) == told(event, general, offered)
    assert last(event, known()) == told(event, general)
    nowhere = last(replace(event, about=""), HERE)
    unknown = ENGLISH.why.not_found.format(id="9")
    assert nowhere == told(event, with_last(unknown, small(ENGLISH.why.by_program)))
    bare = commands("why", SHARED)
    assert last(bare, HERE) == told(bare, general)
    assert ENGLISH.admins.report_it not in repr(last(event, replace(HERE, reply=reply())))


def test_the_tap_reports_it() -> None:
    event = taps(ENGLISH.admins.report_it)
    card = AnswerCard(MessageId("m2"))
    assert on(reporting.tapped)(event, HERE, NINE) == (
        card,
        Report(LINK, NINE.room, NINE.message),
        told(event, ENGLISH.admins.reported),
    )


def test_what_is_an_admins_to_tap_is_refused_to_who_is_one_no_longer() -> None:
    refused = AnswerCard(MessageId("m2"), ENGLISH.admins.not_admin)
    for means in (EmptyReports(), ConfirmCrisisLine("Night line", "https://example.org")):
        state = replace(HERE, post=post(Choice("Go", means)))
        event = replace(taps("Go"), where=SHARED)
        assert decide(event, state) == Decision((refused,))
        admin = replace(event, where=replace(SHARED, by_admin=True))
        assert len(decide(admin, state).actions) == 2
