"""Decisions about reports: where a reply stands, to admins alone, and never who told them."""

from dataclasses import replace
from datetime import timedelta

from bot import phrases
from bot.actions import Action, AnswerCard, Choice, Report
from bot.events import CommandGiven
from bot.ids import MessageId
from bot.known import Known
from bot.turn import reporting
from bot.turn.commanding import decide
from bot.turn.shape import told
from tests.scene import AT, SHARED, commands, known, reply, taps

LINK = "https://example.org/9"
HERE = known(direct=False)


def last(event: CommandGiven, state: Known) -> Action:
    return decide(event, state).actions[-1]


def test_a_report_names_where_the_reply_stands() -> None:
    event = commands("report 9", SHARED)
    assert decide(event, HERE).actions[-2:] == (Report("9"), told(event, phrases.REPORTED))
    linked = replace(event, about=LINK)
    assert Report(LINK) in decide(linked, HERE).actions


def test_a_report_is_one_word_and_of_a_shared_room() -> None:
    for words in ("report", "report 9 10", "report " + "9" * 201):
        event = commands(words, SHARED)
        assert last(event, HERE) == told(event, phrases.BAD_REPORT)
    alone = commands("report 9")
    told_so = phrases.NO_REPORT_HERE.format(operator=HERE.house.operator)
    assert last(alone, known()) == told(alone, told_so)


def test_anothers_reply_is_explained_in_general_with_a_way_to_report_it() -> None:
    event = replace(commands("why 9", SHARED), about=LINK)
    offered = (Choice(phrases.REPORT_IT, f"report {LINK}"),)
    assert last(event, HERE) == told(event, phrases.WHY_IN_GENERAL, offered)
    assert last(event, known()) == told(event, phrases.WHY_IN_GENERAL)
    assert phrases.REPORT_IT not in repr(last(event, replace(HERE, reply=reply())))


def test_the_tap_reports_it() -> None:
    event = taps(phrases.REPORT_IT)
    card = AnswerCard(MessageId("m2"))
    assert reporting.tapped(event, LINK) == (card, Report(LINK), told(event, phrases.REPORTED))


def test_only_an_admin_reads_them_newest_first() -> None:
    state = replace(HERE, reports=((AT - timedelta(hours=1), "8"), (AT, LINK)))
    event = replace(commands("", SHARED), words="attune-admin reports")
    assert last(event, state) == told(event, phrases.NOT_ADMIN)
    admin = replace(event, where=replace(SHARED, by_admin=True))
    lines = [phrases.REPORTS, f"2031-05-04 12:00 UTC: {LINK}", "2031-05-04 11:00 UTC: 8"]
    assert last(admin, state) == told(admin, "\n".join(lines))
    assert last(admin, HERE) == told(admin, phrases.NO_REPORTS)
