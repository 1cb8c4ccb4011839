"""Stops that end no sentence."""

import pytest

from bot.text.abbreviations import joins, last_word


@pytest.mark.parametrize(
    ("before", "after"),
    [("see Dr.", "W"), ("e.g.", "a"), ("at 5 p.m.", "o"), ("J.", "S"), ("well...", "a")],
)
def test_a_stop_of_an_abbreviation_an_initial_or_an_ellipsis_ends_nothing(
    before: str, after: str
) -> None:
    assert joins(before, after)


@pytest.mark.parametrize(
    ("before", "after"), [("the end.", "A"), ("at 5 p.m.", "W"), ("well...", "A"), ("no. 5.", "A")]
)
def test_any_other_stop_ends_a_sentence(before: str, after: str) -> None:
    assert not joins(before, after)


def test_the_last_word_keeps_its_inner_stops() -> None:
    assert last_word("see e.g") == "e.g"
    assert last_word("see 12") == ""
