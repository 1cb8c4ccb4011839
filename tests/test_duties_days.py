"""Whenever a minor writes: no 24 hours hold two hours of talk, and no end that was told is broken.

What is true is counted here by itself, and from the answers alone, in milliseconds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.duties.minors import Over, break_of, filled, over, talked
from bot.records import MinorTimeRow, Owner
from tests.scene import AT

SECOND = 1000
MINUTE, HOUR = 60 * SECOND, 3600 * SECOND
DAY, PIECE, A_FEW = 24 * HOUR, 15 * MINUTE, 5 * MINUTE


def when(moment: int) -> datetime:
    return AT + timedelta(milliseconds=moment)


def moment(at: datetime) -> int:
    return (at - AT) // timedelta(milliseconds=1)


@dataclass
class Truth:
    """When somebody was answered below the caps, and what of the time between is talk."""

    gap: int
    answers: list[int] = field(default_factory=list)

    def talk(self) -> Iterator[tuple[int, int]]:
        pairs = pairwise(self.answers)
        return ((one, later) for one, later in pairs if later - one < self.gap)

    def in_the_day_before(self, now: int) -> int:
        parts = (min(end, now) - max(begin, now - DAY) for begin, end in self.talk())
        return sum(part for part in parts if part > 0)

    def session_began(self) -> int:
        began = self.answers[-1]
        for begin, end in reversed(list(self.talk())):
            if end == began:
                began = begin
        return began

    def is_reached(self, now: int) -> bool:
        """Whether an answer now would make an hour in one go, or two in the day before."""
        if not self.answers or now - self.answers[-1] >= self.gap:
            return False
        step = now - self.answers[-1]
        in_day = self.in_the_day_before(now) + step
        return now - self.session_began() >= HOUR or in_day >= 2 * HOUR


@dataclass
class Life:
    """A minor who writes, is answered or told of a break, and may say something of a life."""

    truth: Truth
    time: MinorTimeRow = field(default_factory=lambda: MinorTimeRow(Owner("ada")))
    until: int = 0
    is_exact: bool = True  # none of the stretches that are kept stand for two

    @property
    def gap(self) -> timedelta:
        return timedelta(milliseconds=self.truth.gap)

    def writes(self, now: int, *, of_a_life: bool) -> None:
        why = over(self.time, when(now), self.gap)
        if why is None:
            assert now >= self.until
            self.time = talked(self.time, when(now), self.gap)
            self.truth.answers.append(now)
            return
        self.is_told(now, why)
        if of_a_life:
            self.time = talked(self.time, when(now), self.gap)
        else:
            self.time = replace(filled(self.time, when(now), self.gap, why), at=when(now))

    def is_told(self, now: int, why: Over) -> None:
        ends = moment(break_of(self.time, when(now), self.gap, why)[1])
        assert now < ends <= now + max(DAY, self.truth.gap)
        if now < self.until:
            assert ends == self.until
            return
        self.until = ends
        if self.is_exact:
            assert self.truth.is_reached(now)
            self.is_no_longer_than_needed(now, why)
        self.is_kept(now, why)

    def is_no_longer_than_needed(self, now: int, why: Over) -> None:
        rested = self.truth.answers[-1] + self.truth.gap
        if why is Over.SESSION or self.until == rested:
            assert self.until == rested
            return
        least = min(self.truth.in_the_day_before(now), 2 * HOUR) - PIECE
        assert self.truth.in_the_day_before(self.until) <= least
        assert self.truth.in_the_day_before(self.until - 1) > least

    def is_kept(self, now: int, why: Over) -> None:
        told = filled(self.time, when(now), self.gap, why)
        for later in (0, HOUR - 1, 2 * DAY):
            back = self.until + later
            assert over(told, when(back), self.gap) is None
            again = talked(told, when(back), self.gap)
            assert over(again, when(back + A_FEW - 1), self.gap) is None


SPANS = st.one_of(
    *(st.integers(0, 10 * MINUTE), st.integers(25 * MINUTE, 35 * MINUTE)),
    *(st.integers(0, 4 * HOUR), st.integers(0, DAY)),
)
# A pause, how often they write after it, how long they wait each time, and whether it is of a life.
BURSTS = st.lists(
    st.tuples(SPANS, st.integers(1, 40), st.integers(1, 28 * MINUTE), st.booleans()), max_size=30
)
GAPS = st.sampled_from([10 * MINUTE, 30 * MINUTE, 2 * HOUR, DAY])


@given(BURSTS, GAPS)
def test_no_24_hours_hold_two_hours_of_talk_and_no_session_holds_one(
    bursts: list[tuple[int, int, int, bool]], gap: int
) -> None:
    life, now = Life(Truth(gap)), 0
    for pause, count, wait, of_a_life in bursts:
        now += pause
        for _ in range(count):
            life.writes(now, of_a_life=of_a_life)
            now += wait
    holds(life.truth)


# Many short talks, each with the silence before it: more stretches than are kept.
SHORT = st.lists(
    st.tuples(st.integers(MINUTE, 9 * MINUTE), st.integers(30 * SECOND, MINUTE - 1)),
    min_size=10,
    max_size=10,
)


@given(SHORT)
def test_where_stretches_are_counted_as_one_no_24_hours_hold_more(
    short: list[tuple[int, int]],
) -> None:
    life, now = Life(Truth(MINUTE), is_exact=False), 0
    for silence, wait in short * 40:
        life.writes(now + silence, of_a_life=False)
        now += silence + wait
        life.writes(now, of_a_life=False)
    holds(life.truth)


def holds(truth: Truth) -> None:
    """Asserts that no 24 hours hold two hours of talk, and no session is as long as one."""
    ends = [edge for begin, end in truth.talk() for edge in (end, begin + DAY, end + DAY)]
    assert all(truth.in_the_day_before(end) < 2 * HOUR for end in ends)
    began = last = None
    for begin, end in truth.talk():
        began = begin if began is None or begin != last else began
        assert end - began < HOUR
        last = end
