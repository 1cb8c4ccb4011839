"""When the operator's line to everybody stands under a reply, and when it waits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.attention import Unasked
from bot.decide import announcing
from bot.events import MessageSeen
from bot.records import EpisodeRow, Owner
from bot.snapshot import MessageSnapshot
from bot.strings import ENGLISH
from tests.scene import AT, HOUSE, MET, SHARED, Known, decide, known, says

LINE = "Away from **six** {to} eight."
SET = replace(HOUSE, announcement=LINE, announced="first")
HELLO = says("so, the launch slips again")


def set_for(state: Known) -> Known:
    return replace(state, house=SET)


def line_of(state: Known, event: MessageSeen = HELLO) -> str:
    turn = decide(event, state)
    return turn.ask.announces if turn.ask is not None else ""


@pytest.mark.parametrize("direct", [True, False])
def test_it_stands_under_the_next_reply_wherever_that_is_and_spends_the_day(direct: bool) -> None:
    state = set_for(known(direct=direct))
    turn = decide(HELLO if direct else says("so, the launch slips", SHARED), state)
    assert turn.ask is not None
    assert turn.ask.announces.startswith(ENGLISH.replies.announced.partition("{")[0])
    assert "{to} eight." in turn.ask.announces
    assert "**" not in turn.ask.announces
    assert turn.ask.announced == "first"
    assert turn.unasked == (Unasked.ANNOUNCED,)


def test_it_is_told_once_and_a_newer_one_again() -> None:
    heard = set_for(replace(known(), person=replace(MET, announced="first")))
    assert line_of(heard) == ""
    assert line_of(replace(heard, house=replace(SET, announced="second")))
    assert line_of(known()) == ""


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (known(), says("I want to kill myself")),
        (known(), says("goodnight, talk to you tomorrow")),
        (replace(known(), episode=EpisodeRow(Owner("episode"), at=AT)), HELLO),
        (replace(known(), person=replace(MET, met_at=None)), HELLO),
        (replace(known(), person=replace(MET, unasked_at=AT - timedelta(hours=20))), HELLO),
        (replace(known(), person=replace(MET, ignored=True)), HELLO),
    ],
)
def test_it_waits_in_a_crisis_at_a_goodbye_at_first_sight_and_where_the_day_is_spent(
    state: Known, event: MessageSeen
) -> None:
    assert line_of(set_for(state), event) == ""


def test_a_turn_without_a_reply_carries_none() -> None:
    snapshot = set_for(known()).for_event(HELLO)
    assert isinstance(snapshot, MessageSnapshot)
    assert announcing.announced(snapshot, decide(says("stop"), known())) is None
