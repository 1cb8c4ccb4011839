"""Decisions about an edit after the answer: offered, taken up, left, or over."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.actions.ask import EDITED
from bot.actions.of_edits import EndOffer, OfferAnew
from bot.actions.platform import Delete, React, Say, Unreact
from bot.actions.state import AnswerCard, ForgetReplies, RememberPerson, StopReplies
from bot.choices import Choice
from bot.choices.of_edits import AnswerAnew, LeaveAnswer
from bot.crisis.scores import Scores
from bot.decide import Decision, anew
from bot.decide.again import is_newest
from bot.emojis import ANEW_EMOJI
from bot.events import ChoiceMade, ReactionAdded
from bot.ids import EventId, MessageId
from bot.reading import read
from bot.records import ConversationRow, EpisodeRow, Owner, SpaceRow
from bot.snapshot import Caused, Guards, Offered, Running, with_offer
from bot.strings import ENGLISH
from tests.scene import (
    ADA,
    AT,
    DIRECT,
    HOUSE,
    SHARED,
    Known,
    decide,
    deletes,
    edits,
    known,
    post,
    reply,
    says,
    talking,
    writing,
)

REPLY = reply(said='{"m": "w"}')
LABELS = ENGLISH.choices
OFFERED = Offered("r", MessageId("c1"))
MARKED = Offered("r", MessageId("m2"), is_mark=True)


def answered(**changed: object) -> Known:
    """Gives a conversation whose newest message is answered, and was edited since."""
    state = replace(talking(known()), reply=REPLY, is_changed=True)
    return replace(state, **changed)  # type: ignore[arg-type]


def offering(state: Known, offered: Offered = OFFERED) -> Known:
    """Gives the same while an offer stands."""
    return replace(state, conversation=with_offer(state.conversation, offered))


def offers(turn: Decision) -> bool:
    return any(isinstance(one, OfferAnew) for one in turn.actions)


# -- offered -----------------------------------------------------------------------------------


def test_in_a_direct_message_two_choices_are_offered_and_it_counts_as_a_message() -> None:
    turn = decide(edits("where is it?"), answered())
    counted, offer, say = turn.actions
    assert turn.ask is None
    assert (counted, offer) == (RememberPerson(minute_at=AT, minute_count=1), OfferAnew("r"))
    assert isinstance(say, Say)
    assert (say.to, say.reply, say.text) == (ADA, "r", ENGLISH.replies.edited_offer)
    assert say.choices == (
        Choice(LABELS.answer_again, AnswerAnew()),
        Choice(LABELS.leave_answer, LeaveAnswer()),
    )


def test_where_others_read_it_is_an_emoji_on_the_reply_and_no_words() -> None:
    turn = decide(replace(edits("where is it?"), where=SHARED), answered(is_direct=False))
    assert turn.actions[1:] == (
        OfferAnew("r", mark=REPLY.message),
        React(REPLY.message, ANEW_EMOJI),
    )


def test_a_second_edit_says_nothing_and_one_back_to_what_was_answered_ends_the_offer() -> None:
    assert decide(edits("and now?"), offering(answered())).actions == (OfferAnew("r"),)
    back = offering(answered(is_changed=False))
    assert decide(edits("as before"), back).actions == (EndOffer(), Delete(MessageId("c1")))
    assert decide(edits("as before"), answered(is_changed=False)) == Decision()


OLD = replace(REPLY, row=replace(REPLY.row, at=AT - timedelta(minutes=61)))
EARLIER = replace(REPLY, row=replace(REPLY.row, said=""))
LATER = ConversationRow(Owner("scope"), "room", AT - timedelta(minutes=20), AT, turn=9)
GONE_BY = ConversationRow(Owner("scope"), "room", AT - timedelta(hours=1), AT - timedelta(hours=1))
ANSWERING = Running(replace(writing().ask, reply="r"), writing().shown)


@pytest.mark.parametrize(
    "changed",
    [
        {"reply": None},
        {"reply": OLD},
        {"reply": EARLIER},  # of an earlier release, which kept nothing to compare
        {"conversation": LATER},
        {"conversation": GONE_BY},
        {"scope": replace(known().scope, epoch=1)},
        {"space": SpaceRow(Owner("space"), epoch=1)},
        {"scope": replace(known().scope, paused_until=AT + timedelta(hours=1))},
        {"person": replace(known().person, blocked=True)},
        {"episode": EpisodeRow(Owner("episode"), at=AT)},
        {"house": replace(HOUSE, guards=Guards(messages_a_minute=0))},
        {"running": (ANSWERING,)},
    ],
)
def test_nothing_is_offered_where_the_reply_may_not_be_written_anew(
    changed: dict[str, Any],
) -> None:
    assert not offers(decide(edits("where is it?"), answered(**changed)))


@pytest.mark.parametrize(
    "text",
    [
        *("stop", "just listen", "off", "that was cold", "/attune status", "attune level warm"),
        *("I'm 15", "I want to kill myself"),
    ],
)
def test_words_for_something_else_are_offered_no_answer(text: str) -> None:
    assert not offers(decide(edits(text), answered()))


def test_words_that_may_be_about_a_life_are_offered_no_answer() -> None:
    unsure = read(edits("where is it?")).with_scores(
        (Scores(0.6, (0.0, 1.0, 0.0)),), "where is it?"
    )
    assert not offers(decide(edits("where is it?"), answered(reading=unsure)))


def test_the_newest_reply_is_the_one_after_which_nothing_was_said() -> None:
    talk = ConversationRow(Owner("scope"), "room", AT - timedelta(hours=1), AT, turn=2)
    at = {said: replace(REPLY, row=replace(REPLY.row, turn=said)) for said in (1, 2)}
    assert [is_newest(talk, at[said]) for said in (1, 2)] == [False, True]


# -- taken up, left, over ------------------------------------------------------------------------


def test_a_reply_is_of_now_where_a_space_above_was_lowered_before_it_and_not_after() -> None:
    lowered = replace(answered().space, epoch=2), (SpaceRow(Owner("above"), epoch=3),)
    for silenced, is_offered in ((5, True), (2, False)):
        of_then = replace(REPLY, row=replace(REPLY.row, space_epoch=silenced))
        state = answered(space=lowered[0], above=lowered[1], reply=of_then)
        assert offers(decide(edits("hello"), state)) is is_offered


def tapped(means: AnswerAnew | LeaveAnswer, state: Known) -> Decision:
    card = replace(post(Choice("It", means), reply="r"), message=MessageId("c1"))
    tap = ChoiceMade(EventId("e1"), AT, ADA, DIRECT, MessageId("c1"), "It")
    return decide(tap, replace(state, post=card))


def test_a_tap_answers_the_message_anew_in_the_place_of_its_reply() -> None:
    turn = tapped(AnswerAnew(), offering(answered()))
    assert turn.actions[:2] == (EndOffer(), Delete(MessageId("c1")))
    ask = turn.ask
    assert ask is not None
    assert ask.is_anew
    assert (ask.by, ask.reply, ask.rupture, ask.in_place) == (EDITED, "r", None, True)
    assert (ask.message, ask.repaired) == (REPLY.answers, REPLY.message)


def test_who_leaves_it_keeps_the_reply_and_the_offer_goes() -> None:
    turn = tapped(LeaveAnswer(), offering(answered()))
    assert turn == Decision((EndOffer(), Delete(MessageId("c1"))))


def test_a_tap_on_an_older_offer_ends_no_newer_one() -> None:
    newer = replace(OFFERED, message=MessageId("c2"))
    assert EndOffer() not in tapped(LeaveAnswer(), offering(answered(), newer)).actions


@pytest.mark.parametrize(
    "changed",
    [
        {"reply": None},
        {"reply": OLD},
        {"conversation": LATER},
        {"scope": replace(known().scope, epoch=1)},
    ],
)
def test_an_offer_that_no_longer_holds_says_so_in_its_place(changed: dict[str, Any]) -> None:
    turn = tapped(AnswerAnew(), answered(**changed))
    card = AnswerCard(MessageId("c1"), ENGLISH.commands.choice_over)
    assert turn == Decision((card,))


def test_a_second_tap_while_it_is_written_starts_no_other() -> None:
    assert tapped(AnswerAnew(), answered(running=(ANSWERING,))) == Decision()


def test_the_limits_of_a_message_hold_for_an_answer_anew() -> None:
    full = replace(HOUSE, guards=Guards(messages_a_minute=0))
    turn = tapped(AnswerAnew(), offering(answered(house=full)))
    assert turn.ask is None
    assert not turn.is_silent_refusal


def marks(*, is_pressed: bool = False) -> ReactionAdded:
    return ReactionAdded(
        EventId("e1"), AT, ADA, SHARED, MessageId("m2"), ANEW_EMOJI, is_pressed=is_pressed
    )


def test_the_emoji_takes_an_offer_up_and_is_taken_back() -> None:
    turn = decide(marks(), offering(answered(is_direct=False), MARKED))
    assert turn.actions[:2] == (EndOffer(), Unreact(MessageId("m2"), ANEW_EMOJI))
    assert turn.ask is not None
    assert turn.ask.is_anew


def test_the_emoji_means_nothing_without_an_offer_and_on_another_reply() -> None:
    shared = answered(is_direct=False)
    for state in (
        shared,
        offering(shared, replace(MARKED, reply="other")),
        offering(replace(shared, reply=None), MARKED),
    ):
        assert decide(marks(), state) == Decision()
    assert len(decide(marks(is_pressed=True), shared).actions) == 1


def test_something_newer_takes_an_offer_away_and_what_is_no_message_leaves_it() -> None:
    assert Delete(MessageId("c1")) in decide(says("and now?"), offering(answered())).actions
    shared = offering(answered(is_direct=False), MARKED)
    gone = Unreact(MessageId("m2"), ANEW_EMOJI)
    assert gone in decide(says("and now?", SHARED), shared).actions
    on_its_way = offering(answered(), replace(OFFERED, message=None))
    assert not any(isinstance(one, Delete) for one in decide(says("and now?"), on_its_way).actions)
    full = replace(HOUSE, guards=Guards(messages_a_minute=0))
    refused = decide(says("and now?"), offering(answered(house=full)))
    assert Delete(MessageId("c1")) not in refused.actions


def test_a_deleted_message_takes_the_offer_along() -> None:
    gone = deletes()
    assert anew.taken_away(None) == ()
    state = replace(known(), caused=Caused(offer=OFFERED))
    assert decide(gone, state).actions == (
        StopReplies(answering=gone.message),
        ForgetReplies(answering=gone.message),
        Delete(MessageId("c1")),
    )
