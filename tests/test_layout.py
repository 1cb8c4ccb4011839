"""The small markup of the bot's own sentences, and how many choices stand at once."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.capabilities import Capabilities
from bot.layout import dates, markup, window
from bot.layout.window import Values
from bot.strings import ENGLISH, OFFERED

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


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("one\u2028two\r\nthree", "one two three"),
        ("\u202eback\u2069 again\x07", "back again"),
        ("half \ud800", "half"),
        ("👩\u200d🌾 garden\u200d", "👩\u200d🌾 garden"),
        ("\u200b\u200c \ufeff", ""),
    ],
)
def test_a_strangers_name_stands_on_one_line_without_what_is_not_seen(name: str, line: str) -> None:
    assert markup.on_a_line(name) == line
    assert markup.plainly(name) == line


def test_words_to_copy_are_told_from_the_rest_and_a_block_of_code_is_none() -> None:
    text = f"a\n{markup.to_copy('b')}\n```json\nc\n```\n```text\nd"
    assert markup.parted(text) == (
        ("a", False), ("b", True), ("```json\nc\n```", False), ("d", True)
    )  # fmt: skip
    assert markup.parted("") == (("", False),)


def test_a_moment_is_read_as_it_was_written() -> None:
    text = f"until {markup.day(NOON)}, {markup.from_now(NOON)}"
    assert [(at, style) for _, at, style in markup.moments(text)] == [(NOON, "D"), (NOON, "R")]


def test_a_row_holds_five_and_more_stands_for_the_rest() -> None:
    few, many = ("a", "b", "c", "d", "e"), ("a", "b", "c", "d", "e", "f")
    assert window.split(few) == (few, ())
    assert window.split(many) == (("a", "b", "c", "d"), ("e", "f"))


def test_values_are_a_list_where_one_holds_or_no_row_has_room_for_all_taps() -> None:
    values, none = Values(("a", "b")), Values()
    assert [window.is_list(values, taps) for taps in (2, 5, 6)] == [False, False, True]
    assert [window.is_list(none, taps) for taps in (2, 6)] == [False, False]
    assert window.is_list(Values(("a", "b"), "a"), 2)


# -- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(seconds=20), "for the next minute"),
        (timedelta(minutes=1), "for the next minute"),
        (timedelta(minutes=2), "for the next 2 minutes"),
        (timedelta(minutes=30), "for the next 30 minutes"),
        (timedelta(minutes=59, seconds=40), "for the next hour"),
        (timedelta(hours=11, minutes=48), "for the next 12 hours"),
        (timedelta(hours=24), "for the next 24 hours"),
        (timedelta(hours=25), "until 28 May"),
        (timedelta(days=300), "until 22 March 2028"),
    ],
)
def test_how_long_something_holds_is_said_in_hours_or_as_a_day(left: timedelta, said: str) -> None:
    assert dates.until(ENGLISH, NOON + left, dates.Occasion(NOON)) == said


def test_a_day_is_a_moment_where_the_platform_shows_it_and_has_its_year_where_that_is_another() -> (
    None
):
    here, there = dates.Occasion(NOON), dates.Occasion(NOON, Capabilities(renders_moments=True))
    assert dates.day(ENGLISH, NOON, here) == "27 May"
    assert dates.day(ENGLISH, NOON - timedelta(days=200), here) == "8 November 2026"
    assert dates.day(ENGLISH, NOON, there) == markup.day(NOON)


@pytest.mark.parametrize("code", OFFERED)
def test_a_day_is_in_the_language_of_its_words_whatever_language_the_platform_shows_it_in(
    code: str,
) -> None:
    said, can = ENGLISH.to(code), Capabilities(renders_moments=True)
    written = dates.day(said, NOON, dates.Occasion(NOON))
    assert said.dates.months[4] in written
    assert dates.day(said, NOON, dates.Occasion(NOON, can, locale=code)) == markup.day(NOON)
    for other in ({*OFFERED, ""} - {code}) - ({""} if code == "en" else set()):
        assert dates.day(said, NOON, dates.Occasion(NOON, can, locale=other)) == written


@pytest.mark.parametrize("code", OFFERED)
def test_a_single_minute_has_words_of_its_own_in_every_language(code: str) -> None:
    said = dates.until(ENGLISH.to(code), NOON + timedelta(minutes=1), dates.Occasion(NOON))
    assert said == ENGLISH.to(code).dates.for_a_minute


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("de", "1. Mai"),
        ("es", "1 de mayo"),
        ("fr", "1er mai"),
        ("it", "1º maggio"),
        ("pt", "1º de maio"),
        ("pl", "1 maja"),
        ("ja", "5月1日"),
    ],
)
def test_the_first_of_a_month_is_written_as_its_language_writes_it(code: str, first: str) -> None:
    said, now = ENGLISH.to(code), dates.Occasion(NOON)
    assert dates.day(said, NOON.replace(day=1), now) == first
    assert dates.day(said, NOON.replace(day=1, year=2028), now) != first
    assert dates.day(said, NOON.replace(day=2), now) == first.replace(said.dates.first, "2", 1)


def test_a_line_of_its_own_ends_a_text_where_there_is_one() -> None:
    assert markup.with_last("one", markup.small("two")) == "one\n\n-# two"
    assert markup.with_last("one", markup.small("")) == "one"
