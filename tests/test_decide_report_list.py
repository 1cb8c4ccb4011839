"""Decisions about the list of reports: an admin reads and closes them, and never who told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions import Action
from bot.actions.of_spaces import ClearReports, EndReport
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import Choice, CloseReport, EmptyReports, Meaning, ShowReports
from bot.commands import command_in
from bot.decide import report_list
from bot.decide.decision import card, told
from bot.house_rules import KEEPS, with_value
from bot.snapshot import Reported
from bot.strings import ENGLISH
from tests.scene import AT, SHARED, Known, commands, decide, known, post, taps

SAID = ENGLISH.admins.report
HERE = known(direct=False)
ADMIN = replace(SHARED, by_admin=True)
ASKED = replace(commands("", ADMIN), command=command_in("attune-admin reports"))
CLEAR = Choice(ENGLISH.admins.clear_reports, EmptyReports())
EVERY = tuple(Reported(AT - timedelta(hours=n), f"l{n}", 1 + n) for n in range(5))
SOME = replace(HERE, reports=EVERY)


def tapped(state: Known, means: Meaning, **given: object) -> tuple[Action, ...]:
    """Gives what an admin's tap on that choice leads to."""
    event = replace(taps("Go"), where=ADMIN, **given)  # type: ignore[arg-type]
    return decide(event, replace(state, post=post(Choice("Go", means)))).actions


def shown(actions: tuple[Action, ...]) -> tuple[str, tuple[Choice, ...]]:
    """Gives what takes the place of the card."""
    (card_,) = (one for one in actions if isinstance(one, AnswerCard))
    return card_.text or "", card_.choices


def text_of(actions: tuple[Action, ...]) -> str:
    return "\n".join(one.text for one in actions if isinstance(one, Say))


def test_only_an_admin_reads_them_newest_first() -> None:
    state = replace(HERE, reports=(EVERY[2], EVERY[0]))
    event = replace(ASKED, where=SHARED)
    assert decide(event, state).actions[-1] == told(event, ENGLISH.admins.not_admin)
    lines = [f"**{ENGLISH.admins.reports}**", "- 1. 4 May: l0", "- 2. 4 May: l2, by 3 people"]
    taps_ = [
        Choice(f"{number}: {word}", CloseReport(link, word == "handled"))
        for number, link in ((1, "l0"), (2, "l2"))
        for word in ("handled", "dismissed")
    ]
    expected = card(ASKED, "\n".join(lines), (*taps_, CLEAR))
    assert decide(ASKED, state).actions[-1] == expected
    none = ENGLISH.admins.no_reports
    for row, days in ((HERE.space, "30 days"), (with_value(HERE.space, KEEPS, 1), "1 day")):
        turn = decide(ASKED, replace(HERE, space=row))
        assert turn.actions[-1] == told(ASKED, none.format(days=days))


def test_the_bots_own_text_is_cut_and_marks_and_calls_nobody() -> None:
    text = "@everyone **see** <@1>\n> this " + "x" * 200
    event = replace(ASKED, own_texts=(("l0", text), ("l9", "another")))
    said = text_of(decide(event, replace(HERE, reports=EVERY[:1])).actions)
    beginning = r"It says: \@everyone \*\*see\*\* \<\@1\> \> this xxx"
    assert beginning in said
    assert said.count("x") < report_list.MOST
    assert "…" in said
    assert "another" not in said


def test_few_are_shown_at_once_and_the_rest_in_turn() -> None:
    assert SAID["others"].format(count=3) in text_of(decide(ASKED, SOME).actions)
    second = shown(tapped(SOME, ShowReports(2), own_texts=(("l2", "what I said"),)))
    assert "- 3. 4 May: l2, by 3 people\nIt says: what I said" in second[0]
    assert second[1][-2:] == (Choice(SAID["older"], ShowReports(4)), CLEAR)
    last = shown(tapped(SOME, ShowReports(4)))
    assert last[1][-2:] == (Choice(SAID["newest"], ShowReports(0)), CLEAR)
    assert "- 1. " in shown(tapped(SOME, ShowReports(99)))[0]


@pytest.mark.parametrize("is_handled", [True, False])
def test_a_tap_closes_one_and_shows_before_and_after_with_the_rest(is_handled: bool) -> None:
    actions = tapped(SOME, CloseReport("l1", is_handled))
    after = SAID["now_handled" if is_handled else "now_dismissed"].format(day="4 May")
    assert EndReport("l1", is_handled) in actions
    assert shown(actions)[0].startswith(f"{after}\n**")
    assert "l1" not in shown(actions)[0]
    assert "l2" in shown(actions)[0]


def test_the_last_one_closed_leaves_no_open_report() -> None:
    state = replace(HERE, reports=EVERY[:1])
    text = shown(tapped(state, CloseReport("l0", handled=True)))[0]
    assert text.endswith(f"\n{SAID['none']}")
    closed = replace(HERE, reports=(replace(EVERY[0], state="handled"),))
    assert SAID["none"] in text_of(decide(ASKED, closed).actions)


def test_what_another_admin_closed_meanwhile_is_said_and_closed_no_second_time() -> None:
    state = replace(HERE, reports=(replace(EVERY[0], state="dismissed"), EVERY[1]))
    actions = tapped(state, CloseReport("l0", handled=True))
    assert shown(actions)[0].startswith(SAID["over"])
    assert not any(isinstance(one, EndReport) for one in actions)


def test_the_list_is_cleared_and_read_by_admins_alone() -> None:
    assert ClearReports() in tapped(SOME, EmptyReports())
    for means in (ShowReports(0), CloseReport("l0", handled=True)):
        event = replace(taps("Go"), where=SHARED)
        card_ = replace(SOME, post=post(Choice("Go", means)))
        refused = AnswerCard(event.message, ENGLISH.admins.not_admin)
        assert decide(event, card_).actions == (refused,)
        assert not report_list.lists(event, card_.post)
        assert report_list.lists(replace(event, where=ADMIN), card_.post)


def test_the_texts_that_are_read_are_those_that_are_shown() -> None:
    def links(means: Meaning | None) -> list[str]:
        return [one.link for one in report_list.shown(EVERY, means)]

    assert links(None) == ["l0", "l1"]
    assert links(ShowReports(2)) == ["l2", "l3"]
    assert links(CloseReport("l0", handled=False)) == ["l1", "l2"]
    assert links(EmptyReports()) == []
