"""A question is asked because of what was noticed only where the reply may hold one at all."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.ask import Ask
from bot.attention import Unasked
from bot.decide.questions import budget, carried
from bot.impact.study import DAYS, Compares, Study
from bot.learning import Tendency
from bot.levels import Level, Stance
from bot.markers import Marker
from bot.markers.effects import ASKING
from bot.markers.told import Told
from bot.records import ConversationRow, Owner, RepairRow, StyleRow
from bot.rupture import Rupture
from bot.snapshot import Running
from tests.scene import AT, Known, decide, talking, writing
from tests.test_decide_effects import DAY, HELLO, kept, seen

TALK = ConversationRow(Owner("scope"), "room", started_at=AT, last_at=AT)
CORRECTED = replace(TALK, corrections=json.dumps([["r", "too many questions"]]))
ONLY = replace(TALK, only_question=True)
STAYING = replace(TALK, stance="stay")
NONE = (("questions", "no-questions"),)
LESS = RepairRow(Owner("scope"), "1", kind="too many questions", level=1, at=AT)
MARKERS = (Marker.WITHDRAWAL, Marker.DISTRESS_LOOP)


def studied(state: Known) -> Known:
    """Gives who compares days without questions, on such a day."""
    study = Study(Compares.QUESTIONS, (True,) * DAYS, AT, state.scope.given_at)
    return replace(state, study=study)


WITHOUT: dict[str, Callable[[Known], Known]] = {
    "style": lambda state: replace(state, style=NONE),
    "learnt": lambda state: replace(state, repairs=(LESS,)),
    "study": studied,
    "stance": lambda state: replace(state, conversation=STAYING),
    "corrected": lambda state: replace(state, conversation=CORRECTED),
    "asked only": lambda state: replace(state, conversation=ONLY),
}


@pytest.mark.parametrize("why", WITHOUT)
@pytest.mark.parametrize("marker", MARKERS)
def test_where_a_reply_may_hold_no_question_none_is_asked_or_said_to_be(
    why: str, marker: Marker
) -> None:
    state = WITHOUT[why](seen(marker))
    turn = decide(HELLO, state)
    assert turn.ask is not None
    assert not set(turn.ask.effects) & set(ASKING.values())
    assert not {Unasked.ASKED_AFTER, Unasked.STUCK} & set(turn.unasked)
    assert kept(state) == {marker: Told(since=DAY)}


@pytest.mark.parametrize("marker", MARKERS)
def test_in_a_conversation_that_begins_as_usual_it_is_asked(marker: Marker) -> None:
    turn = decide(HELLO, replace(seen(marker), conversation=TALK))
    assert turn.ask is not None
    assert ASKING[marker] in turn.ask.effects
    assert kept(seen(marker))[marker].asked == DAY


def test_a_burst_keeps_no_question_where_none_may_be_asked_meanwhile() -> None:
    state = seen(Marker.WITHDRAWAL, withdrawal=Told(since=DAY, asked=DAY, somebody=3))
    before = replace(writing().ask, effects=(ASKING[Marker.WITHDRAWAL],), asked_at=AT)
    house = replace(state.house, burst=timedelta(seconds=5))
    state = replace(talking(state), house=house, running=(Running(before, ()),), style=NONE)
    turn = decide(HELLO, state)
    assert turn.ask is not None
    assert ASKING[Marker.WITHDRAWAL] not in turn.ask.effects
    assert kept(state) == {Marker.WITHDRAWAL: Told(since=DAY)}


# -- how many ------------------------------------------------------------------------------------

ASK = replace(writing().ask, level=Level.ATTUNED)


@pytest.mark.parametrize(
    ("ask", "talk", "style", "kind", "most"),
    [
        (ASK, TALK, {}, None, 1),
        (ASK, TALK, {}, Rupture.COLD, 1),
        (ASK, TALK, {}, Rupture.TOO_MANY_QUESTIONS, 0),
        (ASK, ONLY, {}, None, 0),
        (ASK, CORRECTED, {}, None, 0),
        (ASK, TALK, dict(NONE), None, 0),
        (replace(ASK, asks_nothing=True), TALK, {}, None, 0),
        (replace(ASK, stance=Stance.STAY), TALK, {}, None, 0),
    ],
)
def test_a_reply_may_hold_as_many_as_its_level_unless_its_person_wants_none(
    ask: Ask, talk: ConversationRow, style: dict[str, str], kind: Rupture | None, most: int
) -> None:
    assert budget(ask, talk, style, kind) == most


def test_what_a_conversation_carries_on_is_read_off_its_corrections() -> None:
    assert carried(CORRECTED) == (Rupture.TOO_MANY_QUESTIONS,)
    assert carried(TALK) == ()
    assert StyleRow(Owner("s"), *NONE[0]).value == "no-questions"
    assert seen().for_event(HELLO).learnt(AT) == ()  # type: ignore[attr-defined]
    (one,) = replace(seen(), repairs=(LESS,)).for_event(HELLO).learnt(AT)  # type: ignore[attr-defined]
    assert one.tendency is Tendency.FEWER_QUESTIONS
