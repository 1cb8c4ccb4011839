"""Learnt style: bounded, fading, in words, and behind what a command set."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.learning import FADES_IN, MOST, Learnt, Lesson, learnt, not_set
from bot.rupture import Rupture

AT = datetime(2031, 5, 4, 12, tzinfo=UTC)
DAYS = st.floats(0, 400)


def lessons(kind: Rupture, *days_ago: float) -> tuple[Lesson, ...]:
    return tuple(Lesson(kind.value, AT - timedelta(days=days)) for days in days_ago)


def words(*of: Lesson) -> list[str]:
    return [one.words for one in learnt(of, AT)]


def test_one_repair_teaches_a_little_and_two_teach_more() -> None:
    assert words(*lessons(Rupture.COLD, 0)) == ["a little warmer"]
    assert words(*lessons(Rupture.COLD, 0, 1)) == ["warmer"]


def test_what_was_learnt_fades_within_sixty_days() -> None:
    assert words(*lessons(Rupture.COLD, 20)) == []
    assert words(*lessons(Rupture.COLD, 0, 61)) == ["a little warmer"]
    assert learnt(lessons(Rupture.TOO_LONG, *[FADES_IN.days] * 9), AT) == ()


def test_of_opposite_repairs_the_newest_holds_and_the_older_teach_nothing() -> None:
    cold, close = lessons(Rupture.COLD, 3, 4, 5), lessons(Rupture.TOO_CLOSE, 1)
    assert words(*cold, *close) == words(*close, *cold) == ["a little more reserved"]
    assert words(*cold, *close, *lessons(Rupture.COLD, 0)) == ["a little warmer"]


@given(st.lists(st.tuples(st.sampled_from(Rupture), DAYS), max_size=40))
def test_it_is_bounded_whatever_was_repaired(made: list[tuple[Rupture, float]]) -> None:
    of = tuple(one for kind, days in made for one in lessons(kind, days))
    assert all(0 < abs(one.amount) <= MOST for one in learnt(of, AT))
    assert all(one.words for one in learnt(of, AT))


@pytest.mark.parametrize(("name", "left"), [("tone", []), ("length", ["warmth"])])
def test_what_a_command_set_outranks_it(name: str, left: list[str]) -> None:
    taught = (Learnt("warmth", 0.8),)
    assert [one.name for one in not_set(taught, ((name, "x"),))] == left
