"""Decisions about the summary of a conversation: its command, its taps, what a change ends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.of_summaries import ForgetSummary, LetSummaries, RewriteSummary
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import Choice
from bot.choices.of_summaries import ChangeSummary, DropSummary, OfASummary, StopSummaries
from bot.decide import Decision
from bot.decide.explaining import SHAPING, why
from bot.decide.summaries import after_edit
from bot.levels import Level
from bot.records import ConversationRow, Owner, SummaryRow
from bot.snapshot import NOBODY, Caused, RepairSnapshot
from bot.strings import ENGLISH
from bot.summary import LONGEST, USED
from tests.scene import AT, Known, commands, decide, deletes, edits, known, post, reply, taps, told

SAID = ENGLISH.summary
ROW = SummaryRow(Owner("scope"), "room", AT - timedelta(days=1), AT, 12, "You leave in May.")


def holding(level: Level = Level.ATTUNED, row: SummaryRow | None = ROW) -> Known:
    state = known(level)
    state = replace(state, scope=replace(state.scope, memory=True), summary=row)
    came_of = (row,) if row is not None else ()
    return replace(state, came_of=came_of, caused=Caused(came_of=came_of))


def test_it_is_shown_with_what_its_person_can_do_and_the_day_on_which_it_goes() -> None:
    (card,) = [
        one for one in decide(commands("summary"), holding()).actions if isinstance(one, Say)
    ]
    assert card.to is not None
    assert card.is_card
    assert "You leave in May." in card.text
    assert "10 May" in card.text
    assert card.choices == (
        Choice(SAID.change, ChangeSummary("room")),
        Choice(SAID.drop, DropSummary("room")),
        Choice(SAID.stop, StopSummaries("room")),
    )


@pytest.mark.parametrize("level", [Level.PLAIN, Level.WARM])
def test_below_attuned_it_says_what_it_takes(level: Level) -> None:
    assert told(decide(commands("summary"), holding(level, None)).actions) == [SAID.needs]
    assert "You leave" in told(decide(commands("summary"), holding(level)).actions)[0]


def test_where_none_is_or_its_time_is_over_it_says_so() -> None:
    over = replace(ROW, at=AT - timedelta(days=7))
    for row in (None, over, replace(ROW, body="")):
        assert told(decide(commands("summary"), holding(row=row)).actions) == [SAID.none]
    off = holding(row=None)
    off = replace(off, scope=replace(off.scope, unsummed=True))
    assert told(decide(commands("summary"), off).actions) == [SAID.is_off]


def test_words_of_its_person_take_its_place_where_they_are_not_too_long() -> None:
    turn = decide(commands("summary edit I stay  after all"), holding())
    assert RewriteSummary("room", "I stay after all") in turn.actions
    assert told(turn.actions) == [SAID.changed]
    for words in ("", "x" * (LONGEST + 1)):
        turn = decide(commands(f"summary edit {words}"), holding())
        assert not [one for one in turn.actions if isinstance(one, RewriteSummary)]
    turn = decide(commands("summary edit I stay"), holding(row=None))
    assert told(turn.actions) == [SAID.none]


def test_a_drop_ends_also_what_is_being_written() -> None:
    for row in (ROW, None):
        assert ForgetSummary() in decide(commands("summary drop"), holding(row=row)).actions


def test_on_and_off_hold_for_the_scope_and_off_needs_no_level() -> None:
    assert LetSummaries(are_on=False) in decide(commands("summary off"), known()).actions
    turn = decide(commands("summary on"), holding())
    assert LetSummaries(are_on=True) in turn.actions
    assert told(turn.actions) == [SAID.on]
    assert told(decide(commands("summary on"), known()).actions) == [SAID.needs]


@pytest.mark.parametrize("words", ["summary sing", "summary sing a song"])
def test_what_cannot_be_read_says_how(words: str) -> None:
    assert told(decide(commands(words), holding()).actions) == [SAID.how]


@pytest.mark.parametrize(
    ("means", "does", "says"),
    [
        (DropSummary("room"), ForgetSummary("room"), SAID.gone),
        (StopSummaries("room"), LetSummaries(are_on=False), SAID.off),
    ],
)
def test_a_tap_does_it_in_the_place_of_the_card(means: OfASummary, does: object, says: str) -> None:
    state = replace(holding(), post=post(Choice("tap", means)))
    turn = decide(taps("tap"), state)
    assert does in turn.actions
    assert [one.text for one in turn.actions if isinstance(one, AnswerCard)] == [says]


def test_change_says_how_and_the_summary_stays() -> None:
    state = replace(holding(), post=post(Choice("tap", ChangeSummary("room"))))
    (said,) = decide(taps("tap"), state).actions
    assert isinstance(said, Say)
    assert said.text == SAID.how


@pytest.mark.parametrize("event", [deletes(), edits("hello")])
def test_a_changed_or_deleted_message_takes_the_summary_of_its_room_along(event: object) -> None:
    assert ForgetSummary() in decide(event, holding()).actions  # type: ignore[arg-type]
    assert ForgetSummary() not in decide(event, known()).actions  # type: ignore[arg-type]
    assert ForgetSummary() not in decide(event, holding(row=None)).actions  # type: ignore[arg-type]
    writing = replace(holding(row=None), conversation=ConversationRow(NOBODY, summing="r"))
    snapshot = writing.for_event(event)  # type: ignore[arg-type]
    assert after_edit(Decision(), snapshot).actions == (ForgetSummary(),)


def test_an_edit_that_changes_no_word_of_what_was_answered_leaves_the_summary() -> None:
    state = replace(holding(), reply=reply())
    assert ForgetSummary() not in decide(edits("hello"), state).actions
    changed = replace(state, is_changed=True)
    assert ForgetSummary() in decide(edits("hello"), changed).actions


def test_why_says_that_a_reply_used_it() -> None:
    row = replace(reply().row, findings='[["summary", "used"]]')
    snapshot = RepairSnapshot(known().house, reply=replace(reply(), row=row))
    assert why(snapshot) == f"{ENGLISH.why.nothing} {ENGLISH.why.summed}"
    assert USED in SHAPING
