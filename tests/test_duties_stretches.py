"""How much talk of the last 24 hours counts, whenever they begin."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.duties.stretches import (
    DAY,
    MOST,
    Stretch,
    Stretches,
    down_to,
    of_the_day,
    read,
    talk_in,
    with_more,
    written,
)
from tests.scene import AT

MINUTE = timedelta(minutes=1)


def at(minutes: float) -> datetime:
    return AT + minutes * MINUTE


def made(*pairs: tuple[float, float]) -> Stretches:
    return tuple(Stretch(at(begins), at(ends)) for begins, ends in pairs)


def test_what_is_written_is_read_as_it_was() -> None:
    two = (*made((0, 10)), Stretch(at(20), at(30) + timedelta(microseconds=1)))
    assert read(written(two)) == two
    assert (read(""), written(())) == ((), "")


def test_what_lies_further_back_than_a_day_counts_no_more() -> None:
    two = made((0, 10), (60, 90))
    assert talk_in(two, at(90)) == 40 * MINUTE
    assert talk_in(two, at(5) + DAY) == 35 * MINUTE
    assert of_the_day(two, at(70) + DAY) == made((70, 90))
    assert talk_in(two, at(90) + DAY) == timedelta()


def test_what_lies_ahead_counts_for_nothing() -> None:
    assert talk_in(made((0, 10), (60, 90)), at(50)) == 10 * MINUTE


def test_what_goes_on_is_one_stretch_and_nothing_is_none() -> None:
    one = with_more(with_more((), at(0), at(10)), at(10), at(15))
    assert one == made((0, 15))
    assert with_more(one, at(15), at(15)) == one
    assert with_more(one, at(14), at(16)) == made((0, 16))  # a clock that was set back a little


def test_it_is_known_when_less_counts() -> None:
    two = made((0, 10), (60, 90))
    assert down_to(two, at(90), 40 * MINUTE) == at(90)
    assert down_to(two, at(90), 35 * MINUTE) == at(5) + DAY
    assert down_to(two, at(90), 20 * MINUTE) == at(70) + DAY
    assert down_to(two, at(90), timedelta()) == at(90) + DAY


TALKS = st.lists(
    st.tuples(st.integers(1, 40), st.integers(1, 600)), min_size=MOST - 3, max_size=2 * MOST
)


@given(TALKS, st.integers(0, 3000))
def test_more_than_may_be_kept_counts_as_no_less_whenever_it_is_looked_at(
    talks: list[tuple[int, int]], later: int
) -> None:
    every: Stretches = ()
    kept: Stretches = ()
    now = AT
    for pause, seconds in talks:
        now, began = now + timedelta(seconds=pause * 30 + seconds), now + pause * MINUTE / 2
        every = (*every, Stretch(began, now))
        kept = with_more(kept, began, now)
        assert len(kept) <= MOST
        assert all(one.ends <= next_one.begins for one, next_one in pairwise(kept))
    for when in (now, now + later * MINUTE):
        assert talk_in(kept, when) >= talk_in(every, when)
    assert sum((one.length for one in kept), timedelta()) == sum(
        (one.length for one in every), timedelta()
    )
