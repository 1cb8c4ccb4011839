"""The attention budget: what is owed is said, and of all else one line a day, the first of them."""

from datetime import timedelta

import pytest

from bot.attention import A_DAY, Unasked, said
from tests.scene import AT

OWED = tuple(one for one in Unasked if one.is_owed)
SECOND = timedelta(seconds=1)


def test_what_is_owed_is_always_said_and_in_the_order_of_its_weight() -> None:
    for last in (AT, None):
        assert said(reversed(OWED), last, AT) == OWED
    assert OWED == (
        Unasked.CHANGED,
        Unasked.WAITED,
        Unasked.LAPSED,
        Unasked.DUE,
        Unasked.STUDIED,
        Unasked.LANGUAGE,
    )


def test_of_what_can_wait_the_first_is_said_and_what_was_noticed_comes_before_an_offer() -> None:
    waits = tuple(one for one in Unasked if not one.is_owed)
    for place, one in enumerate(waits):
        assert said(reversed(waits[place:]), None, AT) == (one,)
    noticed = (Unasked.NOTICED, Unasked.ASKED_AFTER, Unasked.STUCK)
    assert waits == (Unasked.ANNOUNCED, *noticed, Unasked.OFFERED, Unasked.IMPACT)


@pytest.mark.parametrize("owed", OWED)
def test_nothing_else_stands_beside_what_is_owed(owed: Unasked) -> None:
    assert said((Unasked.OFFERED, Unasked.IMPACT, owed), None, AT) == (owed,)


def test_anything_else_is_said_once_a_day_and_never_by_a_clock_that_runs_ahead() -> None:
    offer = (Unasked.OFFERED,)
    assert said(offer, None, AT) == offer
    assert said(offer, AT - A_DAY + SECOND, AT) == ()
    assert said(offer, AT - A_DAY, AT) == offer
    assert said(offer, AT + timedelta(days=300), AT) == offer
    assert said((), None, AT) == ()
