"""What a typed line is."""

from datetime import timedelta

import pytest

from adapters.console.lines import (
    MENTION,
    Mistyped,
    Typed,
    first_word,
    is_id,
    last_word,
    mended,
    read,
    span,
)
from tests.console_stage import told


@pytest.mark.parametrize(
    ("line", "typed"),
    [
        ("hello", Typed("say", "hello")),
        ("  hello \n", Typed("say", "hello")),
        ("two\nlines", Typed("say", "two\nlines")),
        ("//shrug", Typed("say", "/shrug")),
        ("/attune on warm", Typed("command", "attune on warm")),
        ("/Attune-Admin ceiling WARM", Typed("command", "Attune-Admin ceiling WARM")),
        ("/attune", Typed("command", "attune")),
        ("/attuned", Typed("attuned")),
        ("/as ada", Typed("as", "ada")),
        ("/REACT 🥶 r1", Typed("react", "🥶 r1")),
        ("/edit u1 a\nb", Typed("edit", "u1 a\nb")),
        ("/go /go hi", Typed("go", "/go hi")),
        ("", None),
        (" \t ", None),
    ],
)
def test_a_line_is_its_word_and_what_follows(line: str, typed: Typed | None) -> None:
    assert read(line) == typed


@pytest.mark.parametrize("line", ["/", "/ x", "/1", "/naïve x"])
def test_a_slash_without_a_command_is_mistyped(line: str) -> None:
    with pytest.raises(Mistyped) as fault:
        read(line)
    assert "//" in told(fault.value)
    assert "naïve" not in told(fault.value)


def test_a_typed_line_does_not_show_its_words_in_its_repr() -> None:
    assert "secret" not in repr(Typed("say", "secret"))


def test_half_a_character_is_mended_and_whole_ones_are_kept() -> None:
    assert mended("a\ud800b") == "a\ufffdb"
    assert mended("\ud83d\ude00 😀 é") == "😀 😀 é"


def test_words_at_the_ends_of_a_line() -> None:
    assert first_word("u1  what I meant") == ("u1", "what I meant")
    assert first_word("") == ("", "")
    assert last_word("Not now r2") == ("Not now", "r2")
    assert last_word("r2") == ("", "r2")
    assert last_word("") == ("", "")


def test_an_id_is_a_letter_and_a_number() -> None:
    assert [is_id(word) for word in ("u1", "r20", "u0", "x1", "u1x", "ur", "")] == [
        True,
        True,
        *[False] * 5,
    ]


def test_the_clock_moves_by_minutes_hours_and_days() -> None:
    assert span("+30m") == timedelta(minutes=30)
    assert span("+3h") == timedelta(hours=3)
    assert span("+2d") == timedelta(days=2)


@pytest.mark.parametrize("typed", ["-3h", "3h", "+3", "+3w", "", "+999999d", "+1h +1h"])
def test_the_clock_takes_nothing_else_and_never_goes_back(typed: str) -> None:
    with pytest.raises(Mistyped) as fault:
        span(typed)
    assert "never goes back" in told(fault.value)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("@attune hello", "hello"),
        ("@Attune, hello", "hello"),
        ("@attune", ""),
        ("@attuned hello", "@attuned hello"),
        ("@attune-admin x", "@attune-admin x"),
        ("hi @attune", "hi @attune"),
    ],
)
def test_a_mention_stands_at_the_beginning(text: str, rest: str) -> None:
    assert MENTION.sub("", text) == rest
