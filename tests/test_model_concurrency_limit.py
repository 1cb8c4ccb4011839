"""The concurrency limit: it settles where a model's bearing ends, and never leaves its bounds."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.concurrency_limit import (
    FIRST,
    LARGEST_ROUND,
    LEAST,
    LEFT,
    MOST,
    UNNOTICED_S,
    ConcurrencyLimit,
    Sample,
)

SOON_S, LATE_S, LASTS_S = 0.3, 30.0, 5.0


@dataclass
class Imagined:
    """A model that writes so many replies at once; what comes beyond waits inside it."""

    places: int
    soon_s: float = SOON_S  # to the first token, once there is a place
    limit: ConcurrencyLimit = field(default_factory=ConcurrencyLimit)
    now: float = 0.0
    _open: int = 0
    _inside: list[Sample] = field(default_factory=list)
    _running: int = 0
    _coming: list[tuple[float, int, Sample | None]] = field(default_factory=list)
    _number: Iterator[int] = field(default_factory=count)

    def limits(self, replies: int, wanted: int = 10_000) -> list[int]:
        """Gives the limit at the end of each of so many replies, where so many are wanted."""
        found: list[int] = []
        while len(found) < replies:
            while self._open < min(self.limit.most, wanted):
                self._open += 1
                self._inside.append(Sample(self.now, self.now, self._open))
                self._begin()
            self.now, _, begun = heapq.heappop(self._coming)
            if begun is not None:
                self.limit.note(Sample(begun.asked_at, self.now, begun.at_once))
                continue
            self._running, self._open = self._running - 1, self._open - 1
            self._begin()
            found.append(self.limit.most)
        return found

    def _begin(self) -> None:
        while self._inside and self._running < self.places:
            self._running += 1
            first = self.now + self.soon_s
            heapq.heappush(self._coming, (first, next(self._number), self._inside.pop(0)))
            heapq.heappush(self._coming, (first + LASTS_S, next(self._number), None))


@pytest.mark.parametrize("soon_s", [SOON_S, 3.0])
@pytest.mark.parametrize("places", [4, 8, 16, 30, 64, 100])
def test_it_settles_where_the_bearing_of_a_model_ends(places: int, soon_s: float) -> None:
    later = Imagined(places, soon_s).limits(3000)[1500:]
    assert places / 2 <= min(later)
    assert max(later) <= 2.5 * places
    assert places * 0.8 <= sum(later) / len(later) <= places * 1.7


def test_of_a_model_that_bears_all_as_many_are_written_as_are_allowed() -> None:
    assert Imagined(10_000).limits(3000)[-1] == MOST


def test_of_a_model_with_one_place_few_are_written() -> None:
    assert max(Imagined(1).limits(500)[250:]) <= FIRST


def test_a_crowd_at_a_model_that_bears_it_soon_has_room() -> None:
    found = Imagined(10_000)
    found.limits(1)
    assert found.limit.most >= 4 * FIRST


def test_it_does_not_grow_where_nobody_needs_more() -> None:
    assert set(Imagined(10_000).limits(500, wanted=FIRST // 2)) == {FIRST}


def test_where_many_are_not_needed_any_more_it_stays() -> None:
    model = Imagined(10_000)
    before = model.limits(200)[-1]
    model.limits(before + LARGEST_ROUND)
    assert set(model.limits(100, wanted=2)) == {model.limit.most}


def test_a_model_that_has_become_slower_for_good_is_learnt() -> None:
    model = Imagined(10_000)
    model.limits(500)
    model.soon_s = 4.0
    fallen = min(model.limits(1000))
    assert fallen < MOST
    assert model.limits(3000)[-1] > fallen


def a_round(limit: ConcurrencyLimit, waited_s: float, at: float = 0.0) -> None:
    """Lets a whole round of answers come that were asked together."""
    for _ in range(limit.round):
        limit.note(Sample(at, at + waited_s, at_once=limit.most))


def test_it_doubles_each_round_until_it_falls_and_then_grows_by_its_root() -> None:
    limit = ConcurrencyLimit()
    a_round(limit, SOON_S)
    a_round(limit, SOON_S)
    assert limit.most == 4 * FIRST
    a_round(limit, LATE_S)
    assert limit.most == int(LEFT * 4 * FIRST)
    a_round(limit, SOON_S, at=LATE_S)
    assert limit.most == int(LEFT * 4 * FIRST + (LEFT * 4 * FIRST) ** 0.5)


def test_what_was_asked_before_it_fell_is_not_held_against_it_again() -> None:
    limit = ConcurrencyLimit()
    a_round(limit, SOON_S)
    limit.note(Sample(0, 2, has_failed=True))
    fallen = limit.most
    for _ in range(100):
        limit.note(Sample(1, 3, has_failed=True))
        limit.note(Sample(1, 1 + LATE_S, at_once=fallen))
    assert limit.most == fallen
    limit.note(Sample(2, 4, has_failed=True))
    assert limit.most < fallen


def test_one_late_answer_of_a_round_is_borne() -> None:
    limit = ConcurrencyLimit()
    limit.note(Sample(0, 2 * UNNOTICED_S))
    for _ in range(limit.round - 1):
        limit.note(Sample(0, SOON_S, FIRST))
    assert limit.most > FIRST


def test_what_nobody_notices_is_not_late() -> None:
    limit = ConcurrencyLimit()
    limit.note(Sample(0, UNNOTICED_S / 100))
    a_round(limit, UNNOTICED_S)
    assert limit.most > FIRST


SAMPLES = st.builds(
    Sample,
    asked_at=st.floats(0, 1e6),
    ended_at=st.floats(0, 1e6),
    at_once=st.integers(1, 1000),
    has_failed=st.booleans(),
)


@given(st.lists(SAMPLES, max_size=300))
def test_it_never_leaves_its_bounds_whatever_is_told(samples: list[Sample]) -> None:
    limit = ConcurrencyLimit()
    for one in samples:
        limit.note(one)
        assert LEAST <= limit.most <= MOST


def test_what_was_too_many_is_remembered_as_not_sure_and_tried_again_later() -> None:
    limit = ConcurrencyLimit()
    assert limit.sure(0.0) == limit.most
    limit.note(Sample(0.0, 1.0, 10, has_failed=True))
    for at in range(2, 60):  # the limit grows again
        limit.note(Sample(float(at), at + 0.1, 12))
    assert limit.most > 10
    assert limit.sure(60.0) == max(limit.most // 2, 7)
    assert limit.sure(1900.0) == limit.most


def test_the_fewest_that_were_too_many_count_and_never_less_than_half_the_limit() -> None:
    limit = ConcurrencyLimit()
    limit.note(Sample(0.0, 1.0, 30, has_failed=True))
    limit.note(Sample(2.0, 3.0, 3, has_failed=True))
    assert limit.sure(4.0) == max(LEAST, limit.most // 2)
