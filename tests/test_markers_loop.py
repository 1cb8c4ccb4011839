"""A distress that comes again: the same one, on three days of three weeks."""

from datetime import date, timedelta

from bot.markers import Marker, Observation
from bot.markers.loop import WITHIN, loops

AT = date(2031, 5, 4)


def distress(about: str, *days_ago: int) -> list[Observation]:
    days = (AT - timedelta(one) for one in days_ago)
    return [Observation(Marker.DISTRESS_LOOP, day, 0.9, about) for day in days]


def test_the_same_distress_on_three_days_is_a_loop_and_on_two_is_none() -> None:
    assert loops(distress("about_work", 0, 4, 9), AT) == {"about_work"}
    assert loops(distress("about_work", 0, 4), AT) == frozenset()


def test_three_times_on_one_day_and_three_different_ones_are_none() -> None:
    assert loops(distress("about_work", 0, 0, 0), AT) == frozenset()
    each = (*distress("about_work", 0), *distress("about_money", 1), *distress("about_school", 2))
    assert loops(each, AT) == frozenset()


def test_a_distress_that_nobody_can_name_and_an_old_one_are_none() -> None:
    assert loops(distress("", 0, 4, 9), AT) == frozenset()
    assert loops(distress("about_work", 0, 4, WITHIN.days), AT) == frozenset()


def test_what_came_before_relief_was_said_counts_no_more() -> None:
    said = distress("about_work", 0, 4, 9)
    assert loops(said, AT, since=AT - timedelta(9)) == frozenset()
    assert loops(said, AT, since=AT - timedelta(10)) == {"about_work"}
