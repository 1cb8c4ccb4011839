"""Decisions about what is held of a message that is edited or deleted."""

from dataclasses import replace

import pytest

from bot.actions import Action
from bot.actions.observing import CorrectObservation
from bot.actions.of_edits import CorrectHeld, ForgetHeld, OfferAnew
from bot.actions.state import ForgetReplies, RaiseEpoch, StopReplies
from bot.decide import Decision, corrected
from bot.holding import HeldRow
from bot.levels import Level
from bot.records import MemoryRow, Owner, SummaryRow, ThreadRow
from bot.snapshot import Caused
from tests.scene import AT, Known, decide, deletes, edits, known, on, reply, talking

LINE = MemoryRow(Owner("scope"), "a", at=AT, came_from="m", body="my sister is Nel")
THREAD = ThreadRow(Owner("scope"), "b", at=AT, came_from="m", body="the move")
SUMMARY = SummaryRow(Owner("scope"), "room", at=AT, body="They spoke of Nel.")


def remembers(text: str) -> str:
    """Reads as the program does where it takes a line from a message."""
    return text.removeprefix("remember that ") if text.startswith("remember that ") else ""


READS: dict[type[HeldRow], corrected.Reads] = {MemoryRow: remembers}


def holding(*rows: MemoryRow | ThreadRow | SummaryRow, is_ticked: bool = True) -> Known:
    """Gives somebody of whom a message's words are held."""
    state = known(Level.ATTUNED)
    return replace(state, scope=replace(state.scope, memory=is_ticked), came_of=rows)


def after(text: str, state: Known) -> tuple[Action, ...]:
    return on(corrected.corrected)(edits(text), state, READS)


def test_a_line_is_corrected_where_the_message_still_says_one() -> None:
    now = replace(LINE, body="my sister is Nell")
    assert after("remember that my sister is Nell", holding(LINE)) == (
        CorrectHeld(now),
        RaiseEpoch(),
    )
    assert "Nell" not in repr(CorrectHeld(now))


@pytest.mark.parametrize("text", ["my sister is Nell", "never mind"])
def test_a_line_goes_where_the_message_says_none_any_more(text: str) -> None:
    assert after(text, holding(LINE)) == (ForgetHeld(LINE), RaiseEpoch())


def test_a_line_of_a_kind_that_nothing_reads_goes_and_so_does_one_that_may_not_be_held() -> None:
    text = "remember that my sister is Nell"
    assert after(text, holding(THREAD)) == (ForgetHeld(THREAD), RaiseEpoch())
    assert after(text, holding(LINE, is_ticked=False)) == (ForgetHeld(LINE), RaiseEpoch())


def test_the_same_words_change_nothing_and_neither_does_an_edit_of_no_word() -> None:
    assert after("remember that my sister is Nel", holding(LINE)) == ()
    same = replace(holding(LINE, SUMMARY), reply=reply(said="{}"), is_changed=False)
    assert after("never mind", same) == ()


def test_an_edit_of_what_a_thread_was_held_by_changes_its_day_where_it_names_another() -> None:
    held = replace(THREAD, due=AT.replace(day=6), told_at=AT, number=1)
    state = holding(held)
    same, other, none = "hold this: the move by 6 May", "hold this: the move by 7 May", "the moves"
    assert on(corrected.corrected)(edits(same), state) == ()
    (change, _) = on(corrected.corrected)(edits(other), state)
    assert change == CorrectHeld(replace(held, due=AT.replace(day=7), told_at=None))
    (change, _) = on(corrected.corrected)(edits(f"hold this: {none}"), state)
    assert change == CorrectHeld(replace(held, body=none))


def test_a_summary_alone_ends_no_offer_to_answer_again() -> None:
    state = replace(talking(holding(SUMMARY)), reply=reply(said="{}"), is_changed=True)
    assert after("where is it?", state) == ()
    actions = decide(edits("where is it?"), state).actions
    assert OfferAnew("r") in actions
    assert RaiseEpoch() not in actions


def test_a_message_of_which_a_line_is_held_is_corrected_in_silence_and_offered_no_answer() -> None:
    state = replace(talking(holding(LINE)), reply=reply(said="{}"), is_changed=True)
    turn = decide(edits("where is it?"), state)
    assert turn == Decision((ForgetHeld(LINE), RaiseEpoch(), CorrectObservation()))


def test_what_an_edit_leads_to_at_once_leaves_nothing_of_the_old_words() -> None:
    for text in ("I want to kill myself", "just listen", "off"):
        assert ForgetHeld(LINE) in decide(edits(text), holding(LINE)).actions


def test_a_deleted_message_takes_along_what_is_held_of_it() -> None:
    gone = deletes()
    turn = decide(gone, replace(known(), caused=Caused(came_of=(LINE, THREAD))))
    assert turn.actions == (
        StopReplies(answering=gone.message),
        ForgetReplies(answering=gone.message),
        ForgetHeld(LINE),
        ForgetHeld(THREAD),
        RaiseEpoch(),
    )
