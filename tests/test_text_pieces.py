"""How much of a text is read at once: whole words, and nothing that no piece holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.pieces import AT_ONCE, CUT, LONGEST_WORD, SHARED, ends, windows

WORDS = st.lists(st.sampled_from(("a", "be", "see", "deed", "x" * 60)), min_size=1, max_size=400)


def test_a_short_text_is_read_as_it_is() -> None:
    assert ends("one\n two  three") == "one\n two  three"
    assert windows("one two three") == ("one two three",)


def test_of_a_long_text_the_whole_words_of_both_ends_are_read() -> None:
    text = " ".join(f"word{at}" for at in range(10_000))
    kept = ends(text, 1000)
    assert len(kept) <= 1001
    assert kept.startswith("word0 word1 ")
    assert kept.endswith(" word9998 word9999")
    assert set(kept.split()) < set(text.split())


def test_of_one_endless_word_nothing_is_read() -> None:
    assert ends("a" * 60_000).strip() == ""


@given(WORDS, st.integers(0, 400))
def test_what_is_no_longer_than_what_windows_share_stands_whole_in_one_of_them(
    words: list[str], start: int
) -> None:
    said = " ".join(word if len(word) <= LONGEST_WORD else CUT for word in words)
    wanted = " ".join(said.split()[start : start + SHARED])
    assert any(wanted in piece for piece in windows(" ".join(words)))


@given(WORDS)
def test_no_window_is_longer_than_its_bound(words: list[str]) -> None:
    pieces = windows(" ".join(words))
    assert max(len(piece.split()) for piece in pieces) <= AT_ONCE + 2
    assert max(map(len, pieces)) <= (AT_ONCE + 2) * (LONGEST_WORD + 1)


@pytest.mark.parametrize("many", [AT_ONCE, AT_ONCE + 1, 10 * AT_ONCE])
def test_a_window_that_is_no_end_of_its_sentence_ends_in_a_word_that_means_nothing(
    many: int,
) -> None:
    pieces = windows(" ".join(["word"] * many))
    assert pieces[0].startswith("word")
    assert pieces[-1].endswith("word")
    assert all(piece.endswith(f" {CUT}") for piece in pieces[:-1])
    assert all(piece.startswith(f"{CUT} ") for piece in pieces[1:])
