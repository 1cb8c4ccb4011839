"""Two groups of answers beside each other: how they differ, how sure that is, what may be said."""

from collections import Counter
from itertools import permutations
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.impact import Felt
from bot.impact.compared import Claim, Compared, compared

B, S, W = Felt.BETTER, Felt.SAME, Felt.WORSE
GROUPS = st.lists(st.sampled_from(Felt), min_size=1, max_size=7)
Z = 1.959964


def of(first: list[Felt], second: list[Felt]) -> Compared:
    found = compared(first, second)
    assert found is not None
    return found


def difference(first: list[Felt], second: list[Felt]) -> float:
    """Gives the share of better pairs less the share of worse ones, as it is defined."""
    wins = [(one > other) - (one < other) for one in first for other in second]
    return sum(wins) / len(wins)


def by_every_order(first: list[Felt], second: list[Felt]) -> float:
    """Gives how often the days in another order differ as much, over all orders of them."""
    size, seen = len(first), abs(difference(first, second))
    every = [abs(difference(list(one[:size]), list(one[size:])))
             for one in permutations((*first, *second))]  # fmt: skip
    return sum(one >= seen - 1e-9 for one in every) / len(every)


@pytest.mark.parametrize(
    ("first", "second"),
    [([B, B, S], [S, W]), ([B, S, W], [S, S, W, W]), ([B], [W, W]), ([S, B], [B, S])],
)
def test_chance_is_counted_over_every_order_in_which_the_answers_could_have_come(
    first: list[Felt], second: list[Felt]
) -> None:
    assert isclose(of(first, second).chance, by_every_order(first, second))


def test_six_warm_days_and_five_plain_ones_of_the_example_may_well_be_chance() -> None:
    found = of([B, B, B, B, S, W], [B, B, S, S, W])
    assert isclose(found.share, 18.5 / 30)
    assert isclose(found.chance, 307 / 462, rel_tol=1e-6)
    assert found.claim is Claim.CHANCE


def test_seven_days_all_better_beside_seven_all_worse_are_rarely_chance() -> None:
    found = of([B] * 7, [W] * 7)
    assert (found.share, found.high) == (1.0, 1.0)
    assert isclose(found.chance, 2 / 3432)
    assert found.claim is Claim.RARE


def test_one_day_beside_one_day_says_nothing() -> None:
    assert of([B], [W]).chance == 1.0
    assert of([B], [W]).claim is Claim.CHANCE


def test_a_group_without_answers_is_not_compared() -> None:
    assert compared([], [B]) is None
    assert compared([B], []) is None


@given(GROUPS, GROUPS)
def test_the_interval_ends_where_the_share_is_its_bound_of_deviations_away(
    first: list[Felt], second: list[Felt]
) -> None:
    found = of(first, second)
    assert 0 <= found.low <= found.share <= found.high <= 1
    size, pairs = (len(first) + len(second)) / 2 - 1, len(first) * len(second)
    for end in (found.low, found.high):
        spread = 1 + size * (1 - end) / (2 - end) + size * end / (1 + end)
        far = Z * sqrt(end * (1 - end) * spread / pairs)
        assert isclose(abs(end - found.share), far, abs_tol=1e-5)


@given(GROUPS, GROUPS)
def test_the_groups_the_other_way_round_say_the_same(first: list[Felt], second: list[Felt]) -> None:
    found, turned = of(first, second), of(second, first)
    assert isclose(found.share, 1 - turned.share)
    assert isclose(found.low, 1 - turned.high, abs_tol=1e-9)
    assert isclose(found.chance, turned.chance)
    assert found.claim is turned.claim


@given(GROUPS, GROUPS)
def test_nothing_is_called_rare_that_chance_gives_more_often_than_once_in_twenty(
    first: list[Felt], second: list[Felt]
) -> None:
    found = of(first, second)
    if found.claim is Claim.RARE:
        assert found.chance <= 0.05
        assert not found.low <= 0.5 <= found.high
    if Counter(first) == Counter(second):
        assert found.claim is Claim.NONE
