"""The small markup of the bot's own sentences, and how many choices stand at once."""

from datetime import UTC, datetime

import pytest

from bot.layout import markup, window

NOON = datetime(2027, 5, 27, 12, tzinfo=UTC)


def test_small_text_is_small_on_each_line() -> None:
    assert markup.small("one\n\ntwo") == "-# one\n-# two"


@pytest.mark.parametrize(
    "name",
    [
        "**bold**",
        "-# small\n# head",
        "<t:1:D>",
        "[a](https://b.example)",
        "`x`",
        "<@1>",
        "<t:99999999999:D>",
    ],
)
def test_a_strangers_name_marks_nothing(name: str) -> None:
    written = markup.plainly(name)
    assert "\n" not in written
    assert not markup.moments(written)
    assert all(written[at - 1] == "\\" for at, char in enumerate(written) if char in "*`<>[]()#@")


def test_a_moment_is_read_as_it_was_written() -> None:
    text = f"until {markup.day(NOON)}, {markup.from_now(NOON)}"
    assert [(at, style) for _, at, style in markup.moments(text)] == [(NOON, "D"), (NOON, "R")]


def test_a_row_holds_five_and_more_stands_for_the_rest() -> None:
    few, many = ("a", "b", "c", "d", "e"), ("a", "b", "c", "d", "e", "f")
    assert window.split(few) == (few, ())
    assert window.split(many) == (("a", "b", "c", "d"), ("e", "f"))
