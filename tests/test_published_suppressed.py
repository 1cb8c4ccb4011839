"""No number under five is shown, and none that is hidden can be reckoned from those that are."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from adapters.published.suppressed import FEWEST, all_shown, shown, total

COUNTS = st.lists(st.one_of(st.integers(0, 6), st.integers(0, 400)), min_size=1, max_size=12)


def may_be(counts: list[int], known: int) -> set[int]:
    """Gives what a reader may take any of some hidden numbers for, whose sum they can reckon.

    Args:
        known: how many of the hidden numbers they know to be nothing.
    """
    hidden = [value for value in counts if shown(value) is None]
    whole = total(counts)
    if whole is None:
        return set(range(FEWEST))
    rest, others = whole - sum(counts) + sum(hidden), len(hidden) - known - 1
    return {one for one in range(FEWEST) if 0 <= rest - one <= others * (FEWEST - 1)}


@given(COUNTS)
def test_a_hidden_number_may_be_any_under_five_whoever_knows_when_nothing_happened(
    counts: list[int],
) -> None:
    for value in counts:
        assert (shown(value) is None) is (value < FEWEST)
        assert shown(value) in (None, value)
    if any(0 < value < FEWEST for value in counts):
        for known in range(counts.count(0) + 1):
            assert may_be(counts, known) == set(range(FEWEST))


@given(COUNTS)
def test_a_sum_that_is_shown_is_true_and_never_under_five(counts: list[int]) -> None:
    whole = total(counts)
    assert whole in (None, sum(counts))
    assert whole is None or whole >= FEWEST


def test_a_reader_who_tries_every_number_finds_no_hidden_one() -> None:
    shown_at_all = 0
    for counts in product((0, 1, 2, 3, 4, 7), repeat=4):
        whole = total(counts)
        if whole is None or min(counts) >= FEWEST:
            continue
        shown_at_all += 1
        for least in (0, 1):  # whoever knows nothing, and whoever knows in which nothing happened
            tries = [_tries(one, least) for one in counts]
            fitting = [each for each in product(*tries) if sum(each) == whole]
            for place, one in enumerate(tries):
                assert {each[place] for each in fitting} == set(one)
    assert shown_at_all > 100


def _tries(count: int, least: int) -> range:
    """Gives what a reader may take a number for, before they look at the sum."""
    if count >= FEWEST or (least and not count):
        return range(count, count + 1)
    return range(least, FEWEST)


def test_a_single_hidden_number_hides_its_sum_and_many_do_not() -> None:
    assert total([30, 20, 3]) is None
    assert total([30, 20]) == 50
    assert total([3] * 12) == 36
    assert total([4] * 12) is None  # every one would be known
    assert total([0] * 12) is None
    assert total([0] * 10 + [3, 7]) is None  # it began in November, as everybody knows
    assert total([0] * 9 + [3, 3, 7]) is None
    assert total([0] * 9 + [3, 2, 2]) == 7


def test_of_numbers_whose_sum_is_known_all_are_shown_or_none() -> None:
    assert all_shown([9, 6, 5]) == (9, 6, 5)
    assert all_shown([9, 6, 4]) is None
    assert all_shown([20, 0, 0]) is None
