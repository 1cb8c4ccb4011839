"""A distress that comes again: the same one, on three days of three weeks."""

from datetime import date, timedelta

from bot.markers import Marker, Observation
from bot.markers.loop import MOST_MORE, WITHIN, came_again, days_for, loops

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


def test_each_three_days_that_were_not_right_ask_for_one_day_more_and_at_most_for_four() -> None:
    assert [days_for(disputes) for disputes in (0, 2, 3, 5, 6)] == [3, 3, 4, 4, 5]
    assert days_for(300) == 3 + MOST_MORE
    each = distress("about_work", 0, 2, 4, 9)
    assert loops(each, AT, days=4) == {"about_work"}
    assert loops(each[:3], AT, days=4) == frozenset()


def test_what_was_a_loop_once_came_again_also_long_after() -> None:
    assert came_again(distress("about_work", 80, 70, 65))
    assert not came_again(distress("about_work", 80, 70, 40))
    assert not came_again(distress("about_work", 80, 70, 65), days=4)
    assert not came_again(())
