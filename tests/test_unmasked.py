"""Figures inside words are read as the letters they stand for."""

import pytest

from bot.text.unmasked import unmasked


@pytest.mark.parametrize(
    ("masked", "plain"),
    [
        ("kill y0urself", "kill yourself"),
        ("häng d1ch auf", "häng dich auf"),
        ("z4b1j s1e", "zabij sie"),
        ("уб3йся", "убейся"),
        ("dieeee", "die"),
        ("stop", "stop"),
    ],
    ids=lambda _: None,
)
def test_a_word_with_figures_is_read_as_it_is_meant(masked: str, plain: str) -> None:
    assert unmasked(masked) == plain


def test_numbers_stay_numbers() -> None:
    assert unmasked("call 112 or 0800 1110111 at 18:00") == "call 112 or 0800 1110111 at 18:00"
