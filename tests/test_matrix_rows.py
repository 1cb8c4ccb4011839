"""Rows of choices on Matrix: each choice stands in one, and no number is without a choice."""

import pytest

from adapters.matrix.rows import IN_A_ROW, Row, Ways, row

WAYS = Ways("More", "Back")


@pytest.mark.parametrize("count", range(25))
def test_every_choice_is_reached_and_the_last_row_leads_back_to_the_first(count: int) -> None:
    choices = tuple(map(str, range(count)))
    first = stands = row(choices, 0, WAYS)
    seen = list(stands.choices)
    while stands.way == WAYS.more:
        stands = row(choices, stands.leads_to, WAYS)
        assert len(stands.choices) == IN_A_ROW
        seen += stands.choices
    assert set(seen) == set(choices)
    assert stands == first or (stands.way, stands.leads_to) == (WAYS.first, 0)


def test_where_five_are_enough_or_nothing_leads_on_all_stand() -> None:
    assert row(tuple("abcde"), 3, WAYS) == Row(tuple("abcde"))
    assert row(tuple("abcdefgh"), 0, None) == Row(tuple("abcdefgh"))


@pytest.mark.parametrize("passed", [-3, 99])
def test_a_number_that_makes_no_sense_shows_a_row_all_the_same(passed: int) -> None:
    assert len(row(tuple("abcdef"), passed, WAYS).choices) == IN_A_ROW
