"""The commands: what a line, picked options or a message in plain words means."""

from datetime import timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.capabilities import EVERYWHERE, Capabilities
from bot.commands.entry import Entry, Topic
from bot.commands.help import first_page, help_lines, page
from bot.commands.of_spaces import OfASpace
from bot.commands.parse import asked_in, command_in, parse
from bot.commands.plain_words import in_words
from bot.commands.readers import STYLES
from bot.commands.table import BY_NAME, COMMANDS, is_right
from bot.commands.table_of_spaces import OF_SPACES
from bot.commands.terms import Lasts, Term
from bot.commands.values import (
    AskOnce,
    Ceiling,
    Command,
    CrisisLine,
    Data,
    DataDeed,
    Emojis,
    Help,
    IgnoreMe,
    ListenInThreads,
    NightCard,
    Off,
    On,
    Pause,
    Repair,
    SetLevel,
    ShowSettings,
    Status,
    Stop,
    Style,
    TellAdmins,
    Under18,
    Unparsable,
    WantStance,
    WhatChanged,
    Why,
)
from bot.ids import MessageId
from bot.levels import Level, Stance
from bot.rupture import Rupture
from bot.strings import ENGLISH, OFFERED


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_is_read_from_its_own_usage(entry: Entry) -> None:
    read = parse(entry.words.split(" [")[0].split("|")[0])
    assert read is not None
    assert not isinstance(read, Unparsable)
    assert read.name == entry.name


def test_case_blanks_and_the_mark_before_it_do_not_matter() -> None:
    for line in ("/attune  OFF", "!Attune off ", "attune off", "/ attune off", "／ａttune off"):
        assert parse(line) == Off()
    assert (parse("/attune"), parse("attune-admin")) == (Status(), ShowSettings())


@pytest.mark.parametrize(
    "line", ["", "off", "/attuned off", "/attune frob", "/attune ceiling plain", "/attune-admin on"]
)
def test_what_is_no_command_is_none(line: str) -> None:
    assert parse(line) is None
    given = command_in(line)
    assert isinstance(given, Unparsable)
    assert given.name == ""


@given(st.text())
def test_no_line_breaks_the_reading(line: str) -> None:
    for group in ("", "attune ", "attune repair ", "attune-admin "):
        read = parse(group + line)
        assert read is None or read.name in BY_NAME


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("on", On(Level.WARM, Term())),
        ("on attuned", On(Level.ATTUNED)),
        ("on for tonight", On(Level.WARM, Term(Lasts.TONIGHT))),
        ("on warm for: conversation", On(Level.WARM, Term(Lasts.CONVERSATION))),
        ("on for:conversation", On(Level.WARM, Term(Lasts.CONVERSATION))),
        ("on ongoing for 7 days", On(Level.ONGOING, Term(7))),
        ("on this conversation", On(Level.WARM, Term(Lasts.CONVERSATION))),
        ("on for 0", Unparsable("on")),
        ("on for ever", Unparsable("on")),
        ("on bogus", Unparsable("on")),
        ("on warm attuned", Unparsable("on")),
        ("level Attuned", SetLevel(Level.ATTUNED)),
        ("level deeper", Unparsable("level")),
        ("pause", Pause()),
        ("pause 30m", Pause(timedelta(minutes=30))),
        ("pause for 2 hours", Pause(timedelta(hours=2))),
        ("pause 3d", Pause(timedelta(days=3))),
        ("pause 0h", Unparsable("pause")),
        ("pause 2x", Unparsable("pause")),
        ("pause 99999h", Unparsable("pause")),
        ("stay", WantStance(Stance.STAY)),
        ("style", Style()),
        ("style No questions", Style("no-questions")),
        ("style louder", Unparsable("style")),
        ("emojis", Emojis()),
        ("emojis off", Emojis(are_on=False)),
        ("emojis maybe", Unparsable("emojis")),
        ("ignore-me", IgnoreMe()),
        ("ignore-me off", IgnoreMe(ends=True)),
        ("ignore-me on", Unparsable("ignore-me")),
        ("data", Data()),
        ("data Export", Data(DataDeed.EXPORT)),
        ("data list", Unparsable("data")),
        ("why", Why()),
        ("why $Ab:c", Why(MessageId("$Ab:c"))),
        ("what-changed 12", WhatChanged(MessageId("12"))),
        ("report 12", TellAdmins(MessageId("12"))),
        ("report", TellAdmins()),
        ("report 1 2", TellAdmins()),
        ("night-card  Call Bo,\nthen rest ", NightCard("Call Bo,\nthen rest")),
        ("night-card ERASE", NightCard(erases=True)),
        ("ask  What is\na heron?", AskOnce("What is\na heron?")),
        ("ask", Unparsable("ask")),
        ("off at once", Off()),
    ],
)
def test_a_line_becomes_one_value(line: str, means: Command) -> None:
    assert parse(f"/attune {line}") == means


@pytest.mark.parametrize(
    ("rest", "means"),
    [
        ("", Repair()),
        ("cold", Repair(Rupture.COLD)),
        ("too-long", Repair(Rupture.TOO_LONG)),
        ("missed the point $Ab", Repair(Rupture.MISSED_THE_POINT, MessageId("$Ab"))),
        ("$Ab", Repair(None, MessageId("$Ab"))),
        ("cold NOTE: You said  it", Repair(Rupture.COLD, None, "You said  it")),
        ("note: cold", Repair(None, None, "cold")),
        ("cold 12 note:", Repair(Rupture.COLD, MessageId("12"))),
        ("frob 12", Unparsable("repair")),
    ],
)
def test_a_repair_has_a_kind_an_id_and_a_note(rest: str, means: Command) -> None:
    assert parse(f"attune repair {rest}") == means


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("ceiling warm", Ceiling(Level.WARM)),
        ("ceiling high", Unparsable("ceiling")),
        ("hear-threads on", ListenInThreads(listens=True)),
        ("hear-threads", Unparsable("hear-threads")),
        ("crisis-line Off", CrisisLine(ends=True)),
        (
            "crisis-line Our  Line https://a.example/B",
            CrisisLine("Our Line", "https://a.example/B"),
        ),
        ("crisis-line", Unparsable("crisis-line")),
    ],
)
def test_an_admins_line_becomes_one_value(line: str, means: Command) -> None:
    assert parse(f"/attune-admin {line}") == means


def test_what_was_typed_is_in_no_repr() -> None:
    for line in ("night-card zebra", "ask zebra", "repair note: zebra"):
        assert "zebra" not in repr(parse(f"/attune {line}"))
    assert "zebra" not in repr(parse("/attune-admin crisis-line zebra https://zebra.example"))


def test_what_is_asked_with_a_command_is_found_in_its_line() -> None:
    assert asked_in("!attune ask Why?") == "Why?"
    assert [asked_in(line) for line in ("attune ask ", "ask why", "attune why ask")] == [None] * 3


def test_what_ends_everything_deeper_is_a_right_and_misread_words_take_none_away() -> None:
    rights = (Off(), On(Level.PLAIN), SetLevel(Level.PLAIN), Unparsable("data"), Help())
    assert all(is_right(one) for one in rights)
    others = (On(), SetLevel(Level.WARM), Unparsable(), Unparsable("on"), Ceiling(Level.PLAIN))
    assert not any(is_right(one) for one in others)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("off", Off()), ("  OFF!!", Off()), ("“Back to plain.”", Off()), ("Stop.", Stop()),
        ("just listen", WantStance(Stance.LISTEN)),
        ("Just, listen", WantStance(Stance.LISTEN)),
        ("tell me what to do", WantStance(Stance.DO)),
        ("turn off the lights", None), ("stop it", None), ("off you go", None), ("", None),
        ("please turn it off", Off()), ("оff", Off()), ("I want out", None),
        ("back to warm, please", SetLevel(Level.WARM)),
        ("No deeper than attuned.", SetLevel(Level.ATTUNED)),
        ("warm", None), ("back to ongoing", None),
    ],
)  # fmt: skip
def test_plain_words_count_only_as_the_whole_message(text: str, means: Command | None) -> None:
    assert in_words(text) == means


def test_a_command_is_an_admins_whose_value_is_of_a_space_and_no_other_is() -> None:
    of_spaces = {one.name for one in get_args(OfASpace)}
    assert {one.name for one in OF_SPACES} == of_spaces
    assert {one.name for one in COMMANDS if one.for_admins} == of_spaces


def test_the_styles_of_one_thing_take_each_others_place() -> None:
    assert STYLES["shorter"][0] == STYLES["longer"][0]


CAN = Capabilities(follows_threads=True, serves_guests=True)


def test_every_command_stands_under_one_topic_and_what_people_do_most_is_a_command() -> None:
    pages = [page(topic, CAN, ENGLISH).split("\n") for topic in Topic]
    shown = [line[2:].split(" : ")[0] for lines in pages for line in lines if line[:2] == "- "]
    assert sorted(shown) == sorted(each.short for each in COMMANDS)
    assert sorted(ENGLISH.help.topics) == sorted(Topic)
    assert ENGLISH.help.notes.keys() <= set(Topic)
    often = first_page(ENGLISH).split("\n")[1:-1]
    named = [line.split("/attune ")[1].split(",")[0] for line in often]
    assert (named, len(often)) == (["listen", "decide", "repair", "off", "data"], 5)


@pytest.mark.parametrize("code", OFFERED)
def test_help_shows_little_at_a_time(code: str) -> None:
    said = ENGLISH.to(code)
    pages = (first_page(said), *(page(topic, CAN, said) for topic in Topic))
    assert [len(one) for one in pages if len(one) > 600] == []


def test_help_names_only_what_exists_where_it_is_read() -> None:
    everywhere, all_of_it = help_lines(EVERYWHERE, ENGLISH), help_lines(CAN, ENGLISH)
    assert [line.split(" : ")[0] for line in all_of_it] == [each.words for each in COMMANDS]
    missing = [line for line in all_of_it if line not in everywhere]
    assert [line.split()[1] for line in missing] == ["ask", "hear-threads"]
    assert "/attune ask TEXT : asks something once" in everywhere
    assert "/attune ask TEXT : asks something once, also where I am no member" in all_of_it
    assert not any("Discord" in line or "Matrix" in line for line in all_of_it)


@pytest.mark.parametrize("more", ["off", "--undo", "no", "please"])
def test_what_nobody_can_undo_is_done_by_its_word_alone(more: str) -> None:
    assert parse(f"/attune under-18 {more}") == Unparsable("under-18")
    assert parse("/attune under-18") == Under18()
    assert "Nothing changed" in BY_NAME["under-18"].misread(ENGLISH)
