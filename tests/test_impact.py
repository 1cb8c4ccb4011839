"""What a person says that talking with the bot does to them: rounds, offers, proposals, counts."""

from datetime import date, timedelta

import pytest

from bot.impact import MOST_ROUNDS, NO_IMPACT, WEEK, Felt, Impact, Question, Round, dump, load
from bot.impact.counted import FEWEST, Month, months, things
from bot.impact.offering import MOST_UNANSWERED, may_offer
from bot.impact.worse import CHANGES, MOST_OFTEN, proposal
from bot.records import Owner
from bot.records.impact import ImpactRow
from bot.strings import OFFERED
from bot.strings.load import installed
from bot.strings.of_impact import ImpactWords

MONDAY = date(2026, 11, 2)
ALL_SAME = dict.fromkeys(Question, Felt.SAME)


def felt(**other: int) -> dict[Question, Felt]:
    return {**ALL_SAME, **{Question(name): Felt(one) for name, one in other.items()}}


def rounds(*each: dict[Question, Felt]) -> Impact:
    return Impact(tuple(Round(MONDAY + place * WEEK, one) for place, one in enumerate(each)))


def test_the_answers_of_a_week_are_one_round_and_another_answer_takes_its_place() -> None:
    one = NO_IMPACT.answered(Question.STEADY, Felt.WORSE, MONDAY)
    two = one.answered(Question.LOAD, Felt.BETTER, MONDAY + timedelta(days=6))
    changed = two.answered(Question.STEADY, Felt.SAME, MONDAY + timedelta(days=6))
    expected = {Question.STEADY: Felt.SAME, Question.LOAD: Felt.BETTER}
    assert changed.rounds == (Round(MONDAY, expected),)
    assert changed.at(MONDAY).next is Question.CLEAR
    assert changed.at(MONDAY + WEEK) == Round(MONDAY + WEEK, {})


def test_at_most_a_year_is_kept() -> None:
    own = NO_IMPACT
    for week in range(MOST_ROUNDS + 3):
        own = own.answered(Question.STEADY, Felt.SAME, MONDAY + week * WEEK)
    assert len(own.rounds) == MOST_ROUNDS
    assert own.rounds[0].day == MONDAY + 3 * WEEK


@pytest.mark.parametrize(
    "own",
    [
        NO_IMPACT,
        rounds(felt(steady=-1), felt(load=1)),
        Impact((), True, True, MONDAY, 2, MONDAY, "2026-11"),
    ],
)
def test_it_is_read_again_as_it_was_kept(own: Impact) -> None:
    assert load(dump(own)) == own


def test_a_form_of_a_later_version_is_read_as_nothing() -> None:
    assert load('[9, [], {"off": true}]') == NO_IMPACT
    assert load("") == NO_IMPACT


def test_one_change_is_proposed_after_two_worsening_answers_and_then_not_for_weeks() -> None:
    assert proposal(rounds(felt(load=-1)), MONDAY) is None
    assert proposal(rounds(felt(load=-1), felt(load=-1)), MONDAY) is Question.LOAD
    assert proposal(rounds(felt(load=-1, clear=-1)), MONDAY) in (Question.LOAD, Question.CLEAR)
    assert proposal(rounds(felt(load=-1, clear=-1), felt()), MONDAY) is None
    assert proposal(rounds(felt(load=-1), felt(), felt(load=-1)), MONDAY) is None
    own = Impact(rounds(felt(load=-1), felt(load=-1)).rounds, proposed=MONDAY)
    assert proposal(own, MONDAY + MOST_OFTEN - timedelta(days=1)) is None
    assert proposal(own, MONDAY + MOST_OFTEN) is Question.LOAD


def test_every_question_has_a_change_that_bears_on_it() -> None:
    assert set(CHANGES) == set(Question)


def test_it_is_offered_weekly_to_who_said_yes_a_week_ago_and_lets_them_answer() -> None:
    later = MONDAY + WEEK
    assert may_offer(NO_IMPACT, later, MONDAY)
    assert not may_offer(NO_IMPACT, later - timedelta(days=1), MONDAY)
    assert not may_offer(NO_IMPACT, later, None)
    assert not may_offer(Impact(offered=MONDAY + timedelta(days=1)), later, MONDAY)
    assert not may_offer(Impact(is_off=True), later, MONDAY)
    assert not may_offer(Impact(unanswered=MOST_UNANSWERED), later, MONDAY)
    assert not may_offer(Impact((Round(later, {}),)), later, MONDAY)


def test_a_month_of_nineteen_people_is_not_shown_and_one_of_twenty_is() -> None:
    of = felt(load=-1)
    counted = {f"2026-11:{thing}": FEWEST - 1 for thing in things(Round(MONDAY, of))}
    assert months(counted.items(), MONDAY + timedelta(days=40)) == ()
    counted = {f"2026-11:{thing}": FEWEST for thing in things(Round(MONDAY, of))}
    counted |= {"2026-11:repair:cold": 400}
    (month,) = months(counted.items(), MONDAY + timedelta(days=40))
    assert month == Month("2026-11", FEWEST, month.felt)
    assert month.felt[Question.LOAD] == {Felt.BETTER: 0, Felt.SAME: 0, Felt.WORSE: FEWEST}


def test_the_row_is_frozen_where_no_level_that_asks_holds() -> None:
    row = ImpactRow(Owner("ada"))
    assert [row.is_frozen(above, frozenset()) for above in range(4)] == [True, False, False, False]


@pytest.mark.parametrize("code", OFFERED)
def test_each_language_has_three_words_of_its_own_for_each_question(code: str) -> None:
    said: ImpactWords = installed(code).impact
    for question in Question:
        own = [said.felt[f"{question}.{one.name.lower()}"] for one in Felt]
        assert len(set(own)) == len(own)
