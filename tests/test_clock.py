"""The machine's clock: in UTC, and never backwards."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from time import time

import pytest
from structlog.testing import capture_logs

from bot.clock import SteadyClock, SystemClock


def test_the_time_is_this_machines_in_utc() -> None:
    before = time()
    told = SystemClock().now()
    assert before - 1 <= told.timestamp() <= time() + 1
    assert told.tzinfo is UTC


def test_the_time_never_runs_backwards() -> None:
    clock = SystemClock()
    told = [clock.now() for _ in range(1000)]
    assert told == sorted(told)


def test_when_the_machine_steps_back_the_last_time_is_told_again() -> None:
    clock = SystemClock()
    ahead = datetime.fromtimestamp(time(), UTC) + timedelta(hours=1)
    clock._last = ahead  # as if it had been told before the machine's clock was set back
    assert [clock.now(), clock.now()] == [ahead, ahead]


def test_two_clocks_do_not_hold_each_other_back() -> None:
    late, other = SystemClock(), SystemClock()
    late._last = datetime.max.replace(tzinfo=UTC)
    assert other.now() < late.now()


NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


class Machine:
    """A machine whose clock can be set, and whose seconds go on by themselves."""

    def __init__(self) -> None:
        self.wall, self.ran = NOON, 0.0
        self.clock = SteadyClock(lambda: self.wall, lambda: self.ran)

    def passes(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ran += seconds

    def told(self, platform: str, at: datetime) -> None:
        self.clock.told(platform, format_datetime(at, usegmt=True))


def test_before_a_platform_says_the_time_it_is_this_machines() -> None:
    assert Machine().clock.now() == NOON


@pytest.mark.parametrize("off", [timedelta(hours=2), timedelta(days=-365), timedelta(days=366)])
def test_a_clock_that_is_set_wrong_and_back_changes_nothing(off: timedelta) -> None:
    machine = Machine()
    machine.told("discord", NOON)
    machine.wall += off
    machine.passes(30)
    assert machine.clock.now() == NOON + timedelta(seconds=30)
    machine.wall -= off
    assert machine.clock.now() == NOON + timedelta(seconds=30)


def test_a_clock_that_was_wrong_from_the_start_is_put_right_and_it_is_said_once() -> None:
    machine = Machine()
    machine.wall += timedelta(days=365)
    with capture_logs() as logs:
        machine.told("matrix", NOON)
        machine.told("matrix", NOON)
        machine.wall = NOON
        machine.told("matrix", NOON)
    assert [one["event"] for one in logs] == [
        "this machine's clock is wrong",
        "the clock is right again",
    ]
    assert machine.clock.now() == NOON


def test_a_homeserver_whose_clock_is_wrong_is_not_believed_against_two() -> None:
    machine = Machine()
    machine.told("discord", NOON)
    machine.told("matrix", NOON - timedelta(days=365))
    assert machine.clock.now() == NOON


def test_what_is_no_date_says_nothing() -> None:
    machine = Machine()
    machine.clock.told("matrix", "")
    machine.clock.told("matrix", "yesterday, or so")
    assert machine.clock.now() == NOON


def test_a_small_step_back_tells_the_last_time_again() -> None:
    machine = Machine()
    machine.clock.now()
    machine.wall -= timedelta(seconds=2)
    assert machine.clock.now() == NOON
