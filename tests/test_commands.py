"""The commands: what a line or a whole message in plain words means."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands import (
    COMMANDS,
    STYLES,
    ParsedCommand,
    Term,
    duration,
    in_words,
    level_and_term,
    parse,
    stance_of,
)
from bot.levels import Level, Stance


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_read_from_its_own_usage(command: object) -> None:
    usage = command.usage  # type: ignore[attr-defined]
    read = parse(usage.split(" [")[0].split("|")[0])
    assert read is not None
    assert read.name == command.name  # type: ignore[attr-defined]


def test_case_blanks_and_the_mark_before_it_do_not_matter() -> None:
    for line in ("/attune  OFF", "!Attune off ", "attune off"):
        assert parse(line) == ParsedCommand("off")
    assert parse("/attune") == ParsedCommand("help")


@pytest.mark.parametrize(
    "line", ["", "off", "/attuned off", "/attune frob", "/attune ceiling plain"]
)
def test_what_is_no_command_is_none(line: str) -> None:
    assert parse(line) is None


@given(st.text())
def test_no_line_breaks_the_reading(line: str) -> None:
    read = parse(line)
    assert read is None or any(known.name == read.name for known in COMMANDS)
    admins = parse("attune-admin " + line)
    assert admins is None or admins.name == "help" or admins.for_admins


@pytest.mark.parametrize(
    ("rest", "asked"),
    [
        ("", (Level.WARM, Term())),
        ("attuned", (Level.ATTUNED, Term())),
        ("for tonight", (Level.WARM, Term("tonight"))),
        ("warm for: conversation", (Level.WARM, Term("conversation"))),
        ("for:conversation", (Level.WARM, Term("conversation"))),
        ("ongoing for 7 days", (Level.ONGOING, Term("7"))),
        ("for 0", None),
        ("for ever", None),
        ("bogus", None),
        ("warm attuned", None),
    ],
)
def test_what_on_asks_for(rest: str, asked: tuple[Level, Term] | None) -> None:
    assert level_and_term(tuple(rest.split())) == asked


@pytest.mark.parametrize(
    ("rest", "span"),
    [("30m", timedelta(minutes=30)), ("for 2 hours", timedelta(hours=2)), ("3d", timedelta(days=3)),
     ("", None), ("0h", None), ("2x", None), ("99999h", None)],
)  # fmt: skip
def test_how_long_a_pause_is(rest: str, span: timedelta | None) -> None:
    assert duration(tuple(rest.split())) == span


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("off", "off"), ("  OFF!!", "off"), ("“Back to plain.”", "off"), ("Stop.", "stop"),
        ("just listen", "listen"), ("Just, listen", "listen"), ("tell me what to do", "do"),
        ("turn off the lights", None), ("stop it", None), ("off you go", None), ("", None),
        ("please turn it off", "off"), ("оff", "off"), ("I want out", None),
        ("back to warm, please", "level warm"), ("No deeper than attuned.", "level attuned"),
        ("warm", None), ("back to ongoing", None),
    ],
)  # fmt: skip
def test_plain_words_count_only_as_the_whole_message(text: str, means: str | None) -> None:
    assert in_words(text) == means


def test_stances_and_styles_have_their_names() -> None:
    assert [stance_of(name) for name in ("listen", "frob")] == [Stance.LISTEN, None]
    assert STYLES["shorter"][0] == STYLES["longer"][0]
