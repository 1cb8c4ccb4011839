"""A comparison of two ways of answering: its lots, its days, its end, and how it is kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.impact import Felt
from bot.impact.study import (
    DAYS,
    EACH,
    LONGEST_AGO,
    ORDERS,
    Compares,
    Study,
    StudyDay,
    StudyDeed,
    drawn,
    dump,
    load,
)
from bot.records import Owner, StudyRow

AT = datetime(2026, 11, 2, 21, 30, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PLUS = Study(Compares.WARM, (False,) * EACH + (True,) * EACH, AT, AT - DAY)


def having(*numbers: int, felt: Felt | None = Felt.SAME) -> Study:
    days = (StudyDay(one, (AT + one * DAY).date(), felt) for one in numbers)
    return replace(PLUS, days=tuple(days))


def test_each_lot_is_another_order_of_seven_and_seven_days() -> None:
    every = {drawn(number) for number in range(ORDERS)}
    assert len(every) == ORDERS
    assert {sum(order) for order in every} == {EACH}
    assert {len(order) for order in every} == {DAYS}
    assert [sum(order[day] for order in every) for day in range(DAYS)] == [ORDERS // 2] * DAYS


@given(st.integers(min_value=0, max_value=2**256))
def test_a_lot_of_any_size_draws_an_order_and_the_same_lot_the_same(number: int) -> None:
    assert drawn(number) == drawn(number % ORDERS)


def test_a_conversation_stays_with_the_day_on_which_it_began() -> None:
    began = [AT - HOUR, AT, AT + 23 * HOUR, AT + DAY, AT + 13 * DAY, AT + 14 * DAY]
    assert [PLUS.number(one) for one in began] == [0, 0, 0, 1, 13, 14]


def test_it_ends_of_itself_when_stopped_and_with_the_yes_that_it_stands_on() -> None:
    given_at = PLUS.given_at
    assert not PLUS.is_over(AT + DAYS * DAY - HOUR, given_at)
    assert PLUS.is_over(AT + DAYS * DAY, given_at)
    assert PLUS.is_over(AT, AT)
    assert PLUS.is_over(AT, None)
    assert replace(PLUS, is_stopped=True).is_over(AT, given_at)


def test_the_newest_day_before_today_is_open_while_it_is_remembered() -> None:
    days = having(0, 1, 2, felt=None)
    assert [days.open_day(now) for now in (0, 1)] == [None, days.days[0]]
    assert days.open_day(2, with_today=True) == days.days[2]
    assert days.open_day(2 + LONGEST_AGO) == days.days[2]
    assert days.open_day(3 + LONGEST_AGO) is None


def test_an_answered_day_and_one_on_which_something_else_held_are_not_open() -> None:
    assert having(0).open_day(1) is None
    out = replace(having(0, felt=None).days[0], is_out=True)
    assert replace(PLUS, days=(out,)).open_day(1) is None


def test_the_answers_are_told_apart_by_their_lots_and_days_that_are_out_left_out() -> None:
    study = having(0, 1, 13).with_day(StudyDay(8, AT.date(), Felt.WORSE))
    study = study.with_day(StudyDay(9, AT.date(), Felt.BETTER, is_out=True))
    assert study.felt(is_less=False) == (Felt.SAME, Felt.SAME)
    assert study.felt(is_less=True) == (Felt.WORSE, Felt.SAME)
    assert [one.number for one in study.days] == [0, 1, 8, 9, 13]


def test_it_is_read_again_as_it_was_kept() -> None:
    study = having(0, 1).with_day(StudyDay(3, AT.date(), None, is_out=True))
    whole = replace(study, asked=1, is_stopped=True, is_told=True, order=drawn(77))
    for one in (PLUS, whole, replace(whole, given_at=None, compares=Compares.QUESTIONS)):
        assert load(dump(one)) == one


def test_a_form_of_a_later_version_is_read_as_nothing() -> None:
    assert load('[9, {"compares": "light"}]') is None


def test_only_two_words_of_the_command_begin_one() -> None:
    begins = [one for one in StudyDeed if one.compares is not None]
    assert begins == [StudyDeed.WARM, StudyDeed.QUESTIONS]


def test_the_row_is_frozen_where_no_level_that_compares_holds() -> None:
    row = StudyRow(Owner("ada"))
    assert [row.is_frozen(above, frozenset()) for above in range(4)] == [True, False, False, False]
