"""One spelling, whatever keyboard, alphabet or disguise a text came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.normalize import normalized

SPELLINGS = (
    ("Don’t", "don't"),
    ("don´t", "don't"),
    ("don＇t", "don't"),
    ("don`t", "don't"),
    ("```\ncode\n```", "```\ncode\n```"),
    ("ＯＦＦ", "off"),
    ("o\u200bf\u2060f\ufeff", "off"),
    ("оff", "off"),  # a Cyrillic o
    ("o̶f̶f̶", "off"),
    ("𝓸𝓯𝓯", "off"),
    ("“off”", '"off"'),
    ("„aus“", '"aus"'),
    ("Straße", "strasse"),
    ("a\nb", "a\nb"),
    ("❤\ufe0f", "❤"),
    ("выкл", "выкл"),
    ("बंद", "बंद"),
    ("ｄｏｎ’ｔ", "don't"),
)


@pytest.mark.parametrize(("typed", "spelled"), SPELLINGS)
def test_a_text_has_one_spelling(typed: str, spelled: str) -> None:
    assert normalized(typed) == spelled


@given(st.text(max_size=200))
def test_what_is_spelled_so_stays_so(text: str) -> None:
    assert normalized(normalized(text)) == normalized(normalized(normalized(text)))


def test_a_russian_word_beside_an_english_one_keeps_its_letters() -> None:
    assert normalized("stop это") == "stop это"
