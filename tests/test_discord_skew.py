"""How far this machine's clock is from Discord's."""

from datetime import timedelta

import pytest

from adapters.discord import ids
from adapters.discord.skew import Skew
from tests.console_stage import SetClock


def heard(skew: Skew, clock: SetClock, *, ahead: float, took: float) -> None:
    """Hears of what was made `took` seconds ago, by a clock that is `ahead` seconds ahead."""
    skew.made(ids.first_after(clock.now() - timedelta(seconds=ahead + took)))


@pytest.mark.parametrize("ahead", [0.0, 3.0, 7200.0, -3.0])
def test_the_fastest_way_lately_says_how_far_the_clock_is_ahead(ahead: float) -> None:
    clock = SetClock()
    skew = Skew(clock)
    for took in (0.4, 0.05, 90.0, 0.2):  # one was replayed a minute and a half later
        heard(skew, clock, ahead=ahead, took=took)
    assert abs(skew.ahead.total_seconds() - ahead) < 0.1
    assert abs((clock.now() - skew.now()).total_seconds() - ahead) < 0.1


def test_what_was_heard_long_ago_says_nothing_of_now() -> None:
    clock = SetClock()
    skew = Skew(clock)
    heard(skew, clock, ahead=-5, took=0)
    clock.pass_by(minutes=11)
    assert skew.ahead == timedelta()
    heard(skew, clock, ahead=4, took=0)
    assert round(skew.ahead.total_seconds()) == 4


def test_the_date_of_an_answer_counts_and_an_odd_one_does_not() -> None:
    clock = SetClock()
    skew = Skew(clock)
    for odd in ("", "yesterday", "Wed, 99 Foo"):
        skew.dated(odd)
    assert skew.ahead == timedelta()
    at = clock.now() - timedelta(hours=2)
    skew.dated(at.strftime("%a, %d %b %Y %H:%M:%S GMT"))
    assert timedelta(0) <= skew.ahead - timedelta(hours=2) < timedelta(seconds=1)
