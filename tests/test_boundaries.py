"""Boundaries as values: how they are written and read, and what may be a stop word."""

import json

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.boundaries import NO_BOUNDARIES, Boundaries, dump, load
from bot.boundaries.stop_word import FEWEST_LETTERS, LONGEST, READ, may_be, spelled
from bot.commands import COMMANDS

LINES = st.text(min_size=1, max_size=40)
WORDS = st.from_regex(r"[a-zà-ÿа-яё]{3,20}", fullmatch=True)
AROUND = st.text(alphabet=" \n.!?…*~|>\"'“”«»(),;:-🍍", max_size=8)


@given(st.builds(Boundaries, LINES, LINES), st.lists(LINES, max_size=8))
def test_what_is_written_is_read_again(own: Boundaries, lines: list[str]) -> None:
    for line in lines:
        own = own.with_line(line)
    assert load(dump(own)) == own
    assert own.lines == tuple(lines)


def test_nothing_is_written_of_none_and_what_is_not_written_is_empty() -> None:
    assert (dump(NO_BOUNDARIES), load("")) == ("", NO_BOUNDARIES)
    assert load(json.dumps({"name": "Nel"})) == Boundaries("Nel")


def test_a_line_keeps_its_number_and_no_other_gets_it_while_it_stands() -> None:
    own = Boundaries().with_line("diets").with_line("my ex").with_line("work").without_line(2)
    assert own.with_line("rain").nots == ((1, "diets"), (3, "work"), (4, "rain"))


def test_no_words_of_boundaries_stand_in_a_repr() -> None:
    assert "Nel" not in repr(Boundaries("Nel", "Nel", ((1, "Nel"),)))


# -- the stop word -----------------------------------------------------------------------------


@given(WORDS, AROUND, AROUND, st.integers(1, 3))
@example("İstanbul", "**", "!!!", 1)
@example("straße", "", "", 2)
def test_a_stop_word_is_heard_however_it_is_typed_alone(
    word: str, before: str, after: str, times: int
) -> None:
    for typed in (word, word.upper(), word.title()):
        message = before + " ".join([typed] * times) + after
        assume(len(f"@Attune: {message}") <= READ)
        assert spelled(message) == spelled(word)
        assert spelled(f"@Attune: {message}", "Attune") == spelled(word)


@given(word=WORDS, other=WORDS, is_first=st.booleans())
def test_a_stop_word_beside_any_other_word_is_no_stop_word(
    word: str, other: str, *, is_first: bool
) -> None:
    assume(spelled(word) != spelled(other))
    message = f"{word} {other}" if is_first else f"{other}, {word}"
    assert spelled(message) != spelled(word)


@given(st.text(max_size=60))
def test_what_may_be_a_stop_word_has_letters_enough_and_is_found_again(text: str) -> None:
    if may_be(text):
        assert len(spelled(text).replace(" ", "")) >= FEWEST_LETTERS
        assert spelled(spelled(text)) == spelled(text)


@pytest.mark.parametrize("word", ["pineapple", "red umbrella", "Schirm", "ананас", "パイナップル"])
def test_a_word_that_nobody_says_by_chance_may_be_one(word: str) -> None:
    assert may_be(word, "Attune")


@pytest.mark.parametrize(
    "word",
    [
        *("no", "ok", "ab", "🍍🍍🍍", "...", "", "Okay!"),
        *("nein", "sí", "oui", "はい", "нет", "que"),
        *("stop", "off", "just listen", "help me decide", "hör nur zu", "lösch alles", "and you"),
        *(
            "Attune",
            "night card",
            "12345",
            "I wish I was dead",
            "x" * (LONGEST + 1),
            "thanks thanks",
        ),
        *(one.name for one in COMMANDS),
    ],
)
def test_a_common_word_a_short_one_a_command_and_words_about_a_life_may_not(word: str) -> None:
    assert not may_be(word, "Attune")


def test_a_long_message_is_no_stop_word_and_is_not_read_for_one() -> None:
    assert spelled("pineapple " * READ) == ""
