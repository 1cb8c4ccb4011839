"""The five questions are offered at most weekly, at the start of a conversation, beside nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.actions.of_impact import KeepImpact
from bot.actions.platform import Say
from bot.actions.state import RememberPerson
from bot.attention import Unasked
from bot.choices import DoImpact, LeaveImpact
from bot.crisis.tiers import Stated, Tier, Verdict
from bot.decide.impact_offer import may_be
from bot.events import MessageSeen
from bot.impact import NO_IMPACT, WEEK, Felt, Impact, ImpactDeed, Question, Round
from bot.impact.offering import MOST_UNANSWERED
from bot.impact.study import Compares, Study, StudyDay
from bot.levels import Level
from bot.markers.shares import Shares
from bot.reading import Reading
from bot.records import ConversationRow, EpisodeRow, Owner
from bot.strings import ENGLISH
from tests.scene import AT, SHARED, Known, decide, known, says

SAID = ENGLISH.impact
NOW = AT + WEEK
HELLO = says("so, the launch slips again", at=NOW)
TODAY = NOW.date()


def having(impact: Impact = NO_IMPACT, level: Level = Level.WARM, *, direct: bool = True) -> Known:
    return replace(known(level, direct=direct), impact=impact)


def offers(state: Known, event: MessageSeen = HELLO) -> list[Say]:
    return [one for one in decide(event, state).actions
            if isinstance(one, Say) and one.text == SAID.offer]  # fmt: skip


def test_it_is_offered_a_week_after_the_yes_with_three_taps_and_kept_that_it_was() -> None:
    turn = decide(HELLO, having())
    (say,) = offers(having())
    assert say.to == HELLO.person
    assert [one.means for one in say.choices] == [
        DoImpact(ImpactDeed.ASK),
        LeaveImpact(),
        DoImpact(ImpactDeed.OFF),
    ]
    assert KeepImpact(Impact(offered=TODAY, unanswered=1)) in turn.actions
    assert RememberPerson(unasked_at=NOW) in turn.actions
    assert turn.unasked == (Unasked.IMPACT,)
    assert not offers(having(), says("so", at=NOW - timedelta(days=1)))
    assert may_be(HELLO, having().for_event(HELLO))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "impact",
    [
        Impact(is_off=True),
        Impact(offered=TODAY - timedelta(days=6)),
        Impact(unanswered=MOST_UNANSWERED),
        Impact((Round(TODAY - timedelta(days=6), {Question.LOAD: Felt.SAME}),)),
    ],
)
def test_off_this_week_passed_twice_or_answered_it_is_not_offered(impact: Impact) -> None:
    assert not offers(having(impact))


@pytest.mark.parametrize(
    "state",
    [
        having(level=Level.PLAIN),
        replace(having(), lately=(Stated(Verdict(Tier.CONCERN)),)),
        replace(having(), episode=EpisodeRow(Owner("p"))),
        replace(having(), is_goodbye=True),
        replace(having(), reading=Reading(marked=Shares(functioning=0.8))),
        replace(having(), conversation=ConversationRow(Owner("s"), "r", NOW, NOW, turn=1)),
    ],
)
def test_below_warm_near_a_danger_at_a_goodbye_and_amid_a_conversation_never(state: Known) -> None:
    assert not offers(state)


def test_where_others_read_never() -> None:
    assert not offers(having(direct=False), says("so", SHARED, at=NOW))


def test_on_a_day_on_which_anything_unasked_was_said_it_waits() -> None:
    state = having()
    told = replace(state, person=replace(state.person, unasked_at=NOW - timedelta(hours=23)))
    assert not offers(told)
    assert offers(replace(told, person=replace(told.person, unasked_at=NOW - timedelta(days=1))))


def test_beside_the_question_of_a_comparison_it_is_not_offered() -> None:
    yesterday = NOW - timedelta(days=1)
    day = StudyDay(0, yesterday.date())
    study = Study(Compares.WARM, (True, False) * 7, yesterday, AT, (day,))
    turn = decide(HELLO, replace(having(), study=study))
    assert turn.unasked == (Unasked.STUDIED,)
    assert not offers(replace(having(), study=study))
