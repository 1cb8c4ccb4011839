"""Digits that stand in no run of figures."""

import pytest

from bot.governor.spelled import figures, in_figures, pressed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("nine eight eight", "988"),
        ("nine hundred and eighty-eight", "988"),
        ("nine-hundred-eighty-eight", "988"),
        ("nine eleven", "911"),
        ("nine double eight", "988"),
        ("triple nine", "999"),
        ("a nine and two eights", "a 988"),
        ("nine, then eight, then another eight", "988"),
        ("9 eight 8", "988"),
        ("cmlxxxviii", "988"),
        ("seven forty-one, seven forty-one", "741741"),
        ("9*8*8", "988"),
        ("steps 1, 2 and 3", "steps 1, 2 and 3"),
        ("1, 1, 2, 3, 5", "1, 1, 2, 3, 5"),
        ("two hundred and twelve", "two hundred and twelve"),
        ("nine lives", "nine lives"),
        ("two ones", "two ones"),
        ("civic mix", "civic mix"),
    ],
    ids=lambda _: None,
)
def test_published_numbers_become_figures_and_others_stay_words(text: str, read: str) -> None:
    assert figures(text) == read


def test_what_is_pressed_digit_by_digit_is_known() -> None:
    assert pressed("press 9, then 8, then 8") == {"988"}
    assert pressed("the scores were 9, then 8, then 8") == frozenset()
    assert pressed("press 1, then 2") == frozenset()


def test_digits_of_every_script_are_figures() -> None:
    assert in_figures("\u0661\u0661\u0662") == "112"
