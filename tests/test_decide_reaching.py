"""Decisions about help with writing to somebody: whom, an ask for drafts, and what goes first."""

from dataclasses import replace
from typing import Literal

import pytest

from bot.actions import Action
from bot.actions.platform import Say
from bot.actions.state import AnswerCard, HoldEpisode, KeepPreference
from bot.choices import Choice, WriteAgain
from bot.choices.of_people import ReachSomebody
from bot.decide.reaching import TO, wants_drafts
from bot.ids import MessageId
from bot.levels import Level
from bot.people import Listed, dump
from bot.reach import Redraft
from bot.records import EpisodeRow, Owner, PeopleRow, PersonRow
from bot.snapshot import Guards, MessageSnapshot, Running
from bot.strings import ENGLISH, OFFERED
from bot.strings.of_people import ReachWords
from tests.scene import (
    AT,
    HOUSE,
    SHARED,
    Known,
    commands,
    decide,
    edits,
    known,
    post,
    reply,
    says,
    taps,
    told,
    writing,
)

SAID: ReachWords = ENGLISH.reach
OWN = (Listed(1, "Nel", "nights"), Listed(3, "Bo *the* builder", ""))
SISTER = "help me write to my sister that i can't come"


def listing() -> Known:
    return replace(known(), preferences=(PeopleRow(Owner("ada"), body=dump(OWN)),))


def said(actions: tuple[Action, ...]) -> str:
    return "\n".join(one.text for one in actions if isinstance(one, Say))


@pytest.mark.parametrize("level", [Level.PLAIN, Level.ONGOING])
def test_a_message_that_asks_for_it_is_an_ask_for_drafts_at_every_level(level: Level) -> None:
    turn = decide(says(SISTER), known(level))
    assert turn.ask is not None
    assert (turn.ask.reaches, turn.ask.note) == ("words", "")
    assert said(turn.actions) == ""


def test_a_command_is_one_with_its_words_in_the_note_and_no_message_before_any_reply() -> None:
    turn = decide(commands("reach my boss, that i am late", SHARED), known(direct=False))
    assert turn.ask is not None
    assert turn.ask.reaches == "command"
    assert turn.ask.note == "my boss: that i am late"
    assert turn.ask.message == MessageId("")


def test_a_command_reads_up_to_the_newest_reply_where_the_level_reads_the_conversation() -> None:
    for level, message in ((Level.WARM, reply().answers), (Level.PLAIN, MessageId(""))):
        turn = decide(commands("reach my boss"), replace(known(level), reply=reply()))
        assert turn.ask is not None
        assert turn.ask.message == message


def test_in_a_shared_room_such_words_are_a_message_like_any_other() -> None:
    turn = decide(says(SISTER, SHARED), known(direct=False))
    assert turn.ask is not None
    assert turn.ask.reaches == ""


# -- whom ----------------------------------------------------------------------------------------


def test_who_names_nobody_reads_how_or_taps_whom_they_listed() -> None:
    for event in (commands("reach"), says("help me reach someone")):
        none = decide(event, known())
        assert (none.ask, told(none.actions)) == (None, [SAID.how])
        (card,) = [one for one in decide(event, listing()).actions if isinstance(one, Say)]
        assert card.to is not None
        assert "1. Nel: nights" in card.text
        assert "3. Bo \\*the\\* builder" in card.text
        assert [one.label for one in card.choices] == [f"{TO}1", f"{TO}3"]


def test_no_name_of_anybody_is_kept_in_a_label() -> None:
    (card,) = [one for one in decide(commands("reach"), listing()).actions if isinstance(one, Say)]
    assert "Nel" not in "".join(one.label for one in card.choices)


def test_a_tap_asks_for_drafts_to_who_is_tapped_and_says_so_in_the_cards_place() -> None:
    tapped = replace(listing(), post=post(Choice("Nel", ReachSomebody("1"))))
    turn = decide(taps("Nel"), tapped)
    assert turn.ask is not None
    assert (turn.ask.reaches, turn.ask.note) == ("command", "Nel")
    (line,) = [one for one in turn.actions if isinstance(one, AnswerCard)]
    assert line.text == SAID.coming.format(name="Nel")


def test_a_tap_on_who_was_taken_off_the_list_asks_for_nothing() -> None:
    gone = replace(known(), post=post(Choice("Nel", ReachSomebody("1"))))
    turn = decide(taps("Nel"), gone)
    assert turn.ask is None
    assert not [one for one in turn.actions if isinstance(one, KeepPreference)]


@pytest.mark.parametrize("how", Redraft)
def test_a_tap_asks_for_the_same_drafts_again_by_a_key_and_the_drafts_stay_without_taps(
    how: Redraft,
) -> None:
    state = replace(known(Level.WARM), reply=reply(), post=post(Choice("x", WriteAgain("k", how))))
    turn = decide(taps("x"), state)
    assert turn.ask is not None
    assert (turn.ask.reaches, turn.ask.note) == ("command", "")
    assert (turn.ask.drafts, turn.ask.redraft) == ("k", how)
    assert turn.ask.message == MessageId("")
    (left,) = [one for one in turn.actions if isinstance(one, AnswerCard)]
    assert (left.text, left.choices) == (None, ())
    assert told(turn.actions) == []


def test_a_tap_is_held_to_the_budget_of_a_message() -> None:
    state = replace(known(), post=post(Choice("x", WriteAgain("k", Redraft.WARMER))))
    full = replace(state, house=replace(HOUSE, guards=Guards(messages_a_minute=0)))
    turn = decide(taps("x"), full)
    assert (turn.ask, told(turn.actions)) == (None, [ENGLISH.limits.minute])
    assert not [one for one in turn.actions if isinstance(one, AnswerCard)]  # its taps stay


def test_what_is_too_long_is_said_to_be_and_asks_for_nothing() -> None:
    for words in (f"reach {'x' * 81}", f"reach nel, {'x' * 601}"):
        turn = decide(commands(words), known())
        assert (turn.ask, told(turn.actions)) == (None, [SAID.too_long])


# -- what goes first -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", [f"{SISTER} because I want to kill myself", "help me write to my sister, I want to die"]
)
def test_a_life_at_risk_in_the_message_goes_first(text: str) -> None:
    turn = decide(says(text), known())
    assert [one for one in turn.actions if isinstance(one, HoldEpisode)]
    assert turn.ask is None or turn.ask.reaches == ""


def test_a_life_at_risk_in_a_command_goes_first() -> None:
    turn = decide(commands("reach my sister, I want to kill myself"), known())
    assert turn.ask is None
    assert ENGLISH.crisis.first in said(turn.actions)


def test_shortly_after_one_words_are_answered_as_all_others_and_a_command_knows_of_it() -> None:
    lately = replace(known(), episode=EpisodeRow(Owner("e"), at=AT, started_at=AT))
    turn = decide(says(SISTER), lately)
    assert turn.ask is not None
    assert (turn.ask.reaches, turn.ask.crisis) == ("", "episode")
    by_command = decide(commands("reach my sister"), lately)
    assert by_command.ask is not None
    assert (by_command.ask.reaches, by_command.ask.crisis) == ("command", "episode")


def test_the_rate_limits_of_replies_hold_for_drafts() -> None:
    spent = replace(known(), person=PersonRow(Owner("ada"), met_at=AT, day_at=AT, day_tokens=10**9))
    for event in (says(SISTER), commands("reach my sister")):
        turn = decide(event, spent)
        assert turn.ask is None
        assert turn.is_refusal or told(turn.actions)


def test_a_blocked_person_is_written_nothing() -> None:
    blocked = replace(known(), person=PersonRow(Owner("ada"), blocked=True))
    for event in (says(SISTER), commands("reach my sister")):
        assert decide(event, blocked).ask is None


# -- without a model -----------------------------------------------------------------------------


@pytest.mark.parametrize("code", OFFERED)
def test_without_a_model_that_is_said_and_whom_they_listed(code: str) -> None:
    house = replace(HOUSE, has_set_words=True).to(code)
    strings = ENGLISH.to(code)
    for event in (says(SISTER), commands("reach my sister"), commands("reach")):
        alone = decide(event, replace(known(), house=house))
        assert (alone.ask, said(alone.actions)) == (None, strings.reach.no_model)
        listed = said(decide(event, replace(listing(), house=house)).actions)
        assert listed.startswith(strings.reach.no_model)
        assert "- Nel: nights" in listed


# -- a burst, an edit ----------------------------------------------------------------------------


def waiting(reaches: Literal["", "words", "command"], message: str = "m1") -> Running:
    one = writing()
    ask = replace(one.ask, message=MessageId(message), reaches=reaches, asked_at=AT, said_at=None)
    return replace(one, ask=ask, shown=(), is_begun=False)


def test_what_follows_in_one_burst_belongs_to_the_drafts_and_a_command_is_in_none() -> None:
    house = replace(HOUSE, burst=HOUSE.gap)
    every: tuple[tuple[Literal["", "words", "command"], str], ...]
    every = (("words", "words"), ("command", ""), ("", ""))
    for reaches, led in every:
        burst = replace(known(), house=house, running=(waiting(reaches),))
        turn = decide(says("she lives in Ghent"), burst)
        assert turn.ask is not None
        assert turn.ask.reaches == led
        assert turn.ask.also == ((MessageId("m1"),) if reaches != "command" else ())


def test_an_edit_that_no_longer_asks_for_drafts_is_answered_as_a_message() -> None:
    event = edits("what is for lunch?")
    running = (waiting("words", event.message),)
    turn = decide(event, replace(known(), running=running))
    assert turn.ask is not None
    assert turn.ask.reaches == ""
    same = decide(edits(SISTER), replace(known(), running=running))
    assert same.ask is not None
    assert same.ask.reaches == "words"


def test_no_message_wants_drafts_that_does_not_ask_for_them() -> None:
    assert not wants_drafts(MessageSnapshot(HOUSE), ())
    assert wants_drafts(MessageSnapshot(HOUSE), (waiting("words").ask,))
