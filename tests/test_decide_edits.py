"""Decisions about a message that is edited or deleted, and about an age that is said in one."""

from dataclasses import replace

import pytest

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.state import (
    AskAge,
    ForgetReplies,
    KeepInTray,
    MarkUnder18,
    RecordConsent,
    SetStance,
    StopReplies,
    Unlearn,
)
from bot.decide import Decision, age_check, edits, tray
from bot.decide.age_check import age_card, noted
from bot.events import MessageDeleted, MessageEdited, MessageSeen
from bot.ids import EventId, MessageId
from bot.levels import Level, Stance
from bot.rupture import Rupture
from bot.snapshot import Caused, Guards, MessageSnapshot, Running
from bot.strings import ENGLISH
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED, Known, decide, known, on, reply, says, told

edited = on(edits.edited)
FIRST, SECOND = MessageId("m0"), MessageId("m1")


def edit(text: str, message: MessageId = SECOND) -> MessageEdited:
    return MessageEdited(EventId("e1"), AT, ADA, DIRECT, message, text)


def delete(message: MessageId = SECOND) -> MessageDeleted:
    return MessageDeleted(EventId("e1"), AT, ADA, DIRECT, message)


def burst(**changes: object) -> Known:
    """Gives two messages of one moment that wait for their reply."""
    asked = decide(says("hello there"), known()).ask
    assert asked is not None
    asked = replace(asked, also=(FIRST,), **changes)  # type: ignore[arg-type]
    return replace(known(), running=(Running(asked),))


def ask_of(turn: Decision) -> Ask:
    assert turn.ask is not None
    return turn.ask


def test_a_message_edited_into_a_crisis_is_answered_as_one() -> None:
    text = "I want to kill myself"
    edited = MessageEdited(EventId("e1"), AT, ADA, DIRECT, MessageId("m1"), text)
    assert told(decide(edited, known()).actions)[0].startswith(ENGLISH.crisis.first)


def test_a_message_edited_to_off_is_obeyed_and_a_blocked_person_is_not_answered_by_edits() -> None:
    edited = MessageEdited(EventId("e1"), AT, ADA, DIRECT, MessageId("m1"), "off")
    warm = known(Level.WARM)
    assert RecordConsent("withdrawn", Level.PLAIN, HOUSE.policy) in decide(edited, warm).actions
    blocked = replace(warm, person=replace(warm.person, blocked=True))
    assert decide(replace(edited, text="so?"), blocked) == Decision()


def test_a_deleted_message_stops_its_reply_and_an_edit_does_nothing() -> None:
    gone = MessageDeleted(EventId("e1"), AT, ADA, DIRECT, MessageId("m1"))
    edited = MessageEdited(EventId("e1"), AT, ADA, DIRECT, MessageId("m1"), "new")
    assert decide(gone, known()) == Decision(
        (StopReplies(answering=MessageId("m1")), ForgetReplies(answering=MessageId("m1")))
    )
    assert decide(edited, known()) == Decision()


@pytest.mark.parametrize("message", [FIRST, SECOND])
def test_an_edit_of_any_message_of_a_moment_is_answered_anew(message: MessageId) -> None:
    turn = decide(edit("hello again", message), burst())
    assert turn.actions == (StopReplies(answering=SECOND),)
    assert (ask_of(turn).message, ask_of(turn).also) == (SECOND, (FIRST,))


def test_an_edit_to_a_command_in_words_is_obeyed() -> None:
    assert StopReplies() in edited(edit("stop"), burst()).actions
    assert SetStance(Stance.LISTEN) in edited(edit("just listen"), burst()).actions


@pytest.mark.parametrize(("gone", "left"), [(FIRST, SECOND), (SECOND, FIRST)])
def test_what_is_left_of_a_moment_is_answered_without_what_is_deleted(
    gone: MessageId, left: MessageId
) -> None:
    turn = decide(delete(gone), burst(corrects="r", rupture=Rupture.COLD))
    assert (ask_of(turn).message, ask_of(turn).also) == (left, ())
    assert (ask_of(turn).corrects, ask_of(turn).rupture) == ("", None)


def test_a_deleted_message_takes_what_it_taught_and_the_stance_it_set() -> None:
    state = replace(known(), caused=Caused((("r", 2),), stance=True))
    actions = decide(delete(), state).actions
    assert Unlearn("r", (2,)) in actions
    assert SetStance(None) in actions


# -- an age ------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["that was cold, I'm 15", "I'm 15"])
def test_an_age_is_asked_about_whatever_else_the_message_leads_to(text: str) -> None:
    full = replace(HOUSE, guards=Guards(messages_a_minute=0))
    for state in (replace(known(), reply=reply()), replace(known(), house=full)):
        turn = decide(says(text), state)
        assert AskAge(is_open=True) in turn.actions
    assert AskAge(is_open=True) in decide(edit(text), known()).actions


def said_age(event: MessageSeen, state: Known) -> tuple[MessageSnapshot, tuple[Action, ...]]:
    snapshot = state.for_event(event)
    assert isinstance(snapshot, MessageSnapshot)
    return age_check.said_age(event, snapshot)


def test_an_age_said_twice_counts_and_in_a_room_the_line_waits() -> None:
    asked = replace(known(), person=replace(known().person, age_asked_at=AT))
    assert told(said_age(says("I'm 15"), asked)[1]) == [noted(asked)]
    shared = replace(asked, is_direct=False)
    now, actions = said_age(says("I'm 15", SHARED), shared)
    assert (MarkUnder18() in actions, KeepInTray("under-18") in actions) == (True, True)
    assert now.effective(AT).level is Level.PLAIN


def test_nothing_waits_in_an_empty_tray() -> None:
    assert on(tray.from_tray)(says("hello"), known()) == ()
    assert len(age_card(says("hello"), known()).choices) == 2
