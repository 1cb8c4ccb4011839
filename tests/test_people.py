"""The list of people that a person writes: what is read, what is kept, what stands on a card."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people import MOST_ON_A_CARD, Listed, below_a_card, dump, found, load, named, with_one

NEL, SAM = Listed(1, "Nel", "walks; ring her"), Listed(3, "Sam's mum", "")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Nel: walks; ring her", ("Nel", "walks; ring her")),
        ("Nel:at night: ring her", ("Nel", "at night: ring her")),
        ("ネル：散歩", ("ネル", "散歩")),
        ("Nel", ("Nel", "")),
        (": walks", ("", "walks")),
        ("", ("", "")),
    ],
)
def test_a_name_ends_at_the_first_colon(typed: str, read: tuple[str, str]) -> None:
    assert named(typed) == read


def test_somebody_is_found_by_number_or_name_however_it_is_spelled() -> None:
    people = (NEL, SAM)
    assert found(people, "3") is SAM
    assert found(people, " nel ") is NEL
    assert found(people, "SAM'S  MUM") is SAM
    assert found(people, "2") is found(people, "") is None


def test_who_has_a_name_already_gets_the_new_words_and_nobody_shares_a_number() -> None:
    assert with_one((NEL, SAM), "NEL", "nights") == (Listed(1, "NEL", "nights"), SAM)
    assert with_one((NEL, SAM), "Bo", "cars")[-1] == Listed(4, "Bo", "cars")


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=5))
def test_what_is_written_reads_the_same(typed: list[tuple[str, str]]) -> None:
    people = tuple(Listed(at, name, words) for at, (name, words) in enumerate(typed, 1))
    assert load(dump(people)) == people


def test_what_a_later_release_adds_to_somebody_is_passed_over() -> None:
    kept = json.dumps([{"number": 1, "name": "Nel", "for": "walks", "is": {"died": "2031-02-03"}}])
    assert load(kept) == (Listed(1, "Nel", "walks"),)
    assert load('[{"number": 2, "name": "Bo"}]') == (Listed(2, "Bo"),)
    assert dump(()) == ""
    assert load("") == ()


def test_a_few_stand_below_a_card_each_on_one_line_without_what_is_unseen() -> None:
    hostile = Listed(2, "Bo\u202e\n- Eve", "cars\nand\x00 vans")
    assert below_a_card((NEL, hostile, SAM), "Yours:") == (
        "Yours:\n- Nel: walks; ring her\n- Bo - Eve: cars and vans\n- Sam's mum"
    )
    every = tuple(Listed(at, f"n{at}") for at in range(1, 20))
    assert below_a_card(every, "Yours:").count("\n") == MOST_ON_A_CARD


def test_no_words_of_a_person_stand_in_a_repr() -> None:
    assert "Nel" not in repr(NEL)
    assert "ring" not in repr(NEL)
