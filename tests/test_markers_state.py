"""How far a marker has come: evidence that decays, its slope, and what disputes teach."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markers import Marker, Observation
from bot.markers.state import (
    HALF_LIFE,
    MOST_DISPUTES,
    SUSTAINED_OVER,
    Course,
    State,
    courses,
)

AT = date(2031, 5, 4)
DAYS = st.dictionaries(
    st.integers(0, 200).map(lambda days: AT - timedelta(days)), st.floats(0.5, 1), max_size=20
)


def course(*days_ago: int, strength: float = 0.9, disputes: int = 0) -> Course:
    return Course({AT - timedelta(days): strength for days in days_ago}, disputes)


def test_evidence_counts_half_after_its_half_life() -> None:
    assert course(HALF_LIFE.days).level(AT) == pytest.approx(0.45)


def test_what_comes_after_the_day_that_is_asked_about_counts_nothing() -> None:
    assert course(-1).level(AT) == 0


@pytest.mark.parametrize(
    ("days_ago", "state"),
    [
        ((), State.QUIET),
        ((40,), State.QUIET),
        ((1,), State.PRESENT),
        ((0, 1), State.RISING),
        ((20, 21), State.PRESENT),
        ((0, 4, 8, 13), State.SUSTAINED),
    ],
)
def test_the_state_is_that_of_level_slope_and_spread(
    days_ago: tuple[int, ...], state: State
) -> None:
    assert course(*days_ago).state(AT) is state


def test_four_days_running_are_not_sustained_before_they_lie_apart() -> None:
    assert course(0, 1, 2, 3).state(AT) is State.RISING
    assert course(0, 1, 2, SUSTAINED_OVER.days).state(AT) is State.SUSTAINED


def test_what_the_person_disputed_raises_the_bounds_for_them() -> None:
    assert course(0, 1, disputes=1).state(AT) is State.PRESENT
    assert course(1, disputes=MOST_DISPUTES).state(AT) is State.QUIET


def test_saying_it_ten_times_on_one_day_is_one_day_of_evidence() -> None:
    said = [Observation(Marker.EXCLUSIVITY, AT, 0.5 + place / 20) for place in range(10)]
    assert courses(said) == {Marker.EXCLUSIVITY: Course({AT: 0.95})}


@given(DAYS)
def test_more_evidence_never_lowers_the_level(days: dict[date, float]) -> None:
    more = {**days, AT: max(days.get(AT, 0.0), 0.7)}
    assert Course(more).level(AT) >= Course(days).level(AT)


@given(DAYS)
def test_left_alone_every_marker_falls_quiet(days: dict[date, float]) -> None:
    assert Course(days).state(AT + 8 * HALF_LIFE) is State.QUIET
