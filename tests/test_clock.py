"""The machine's clock: in UTC, and never backwards."""

from datetime import UTC, datetime, timedelta
from time import time

from bot.clock import SystemClock


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
