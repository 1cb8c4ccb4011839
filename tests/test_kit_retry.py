"""What failed is tried again: in order, later each time, and not for ever."""

from itertools import pairwise

import pytest

from adapters.kit.retry import MOST, Again, surely, waits
from bot.errors import StoreError


class Seconds:
    """A clock that stands until it is moved."""

    at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_lane_waits_for_what_failed_in_it_and_no_other_does() -> None:
    now = Seconds()
    again = Again(now)
    assert again.failed("one", "a")
    assert again.is_held("one")
    assert not again.is_held("two")
    now.at = 1.0
    assert not again.is_held("one")


def test_each_wait_is_longer_and_the_last_try_lets_go() -> None:
    again = Again(Seconds())
    assert [again.failed("one", "a") for _ in range(MOST)] == [True] * (MOST - 1) + [False]
    assert not again.is_held("one")
    assert all(after > before for before, after in pairwise(waits()))


def test_what_worked_holds_nothing_and_another_begins_to_count_anew() -> None:
    again = Again(Seconds())
    assert all(again.failed("one", "a") for _ in range(MOST - 1))
    assert again.failed("one", "b")
    again.worked("one")
    assert not again.is_held("one")


@pytest.mark.parametrize("failure", [StoreError("away"), KeyError("a fault of its own"), None])
async def test_what_fails_or_cannot_be_decided_is_done_later_and_then_no_more(
    failure: Exception | None,
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    async def done() -> bool:
        if len(slept) < 2 and failure is not None:
            raise failure
        return len(slept) >= 2

    async def never() -> bool:
        return False

    assert await surely(done, sleep)
    assert slept == list(waits())[:2]
    slept.clear()
    assert not await surely(never, sleep)
    assert slept == list(waits())
