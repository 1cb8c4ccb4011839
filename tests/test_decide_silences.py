"""Mutes and quiet hours: who is told what, once; no right and no life is ever held back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions import Action
from bot.actions.of_spaces import Mute, NoteTold
from bot.actions.platform import React, Say
from bot.actions.state import AskAge, KeepInTray
from bot.commands import COMMANDS, is_right, parse
from bot.commands.reading_people import LONGEST, SHORTEST
from bot.commands.reading_people import mute as read_mute
from bot.commands.values import MutePerson, Off, Status, Unparsable
from bot.decide import Decision, decide
from bot.decide.silences import MUTED, PASSES, QUIET, passes, within
from bot.emojis import SEEN_EMOJI
from bot.events import CommandGiven, MessageSeen, WordlessSeen
from bot.house_rules import MINORS, QUIET_HOURS, is_minor, with_value
from bot.house_rules.kinds.hours import NO_HOURS, Hours, OfHours, zone_named
from bot.house_rules.rule import Given
from bot.ids import EventId, MessageId, Named, PersonId
from bot.levels import Level
from bot.reading import Reading, read
from bot.records import EpisodeRow, MuteRow, Owner, SpaceRow
from bot.snapshot import CommandSnapshot, MessageSnapshot, Snapshot
from bot.strings import ENGLISH
from tests.in_english import house_in_english
from tests.scene import ADA, AT, SHARED

HOUSE = house_in_english("v")
ROW = SpaceRow(Owner("s"))
BERLIN = Hours(22 * 60, 7 * 60, "Europe/Berlin")
NIGHT = datetime(2026, 1, 10, 22, 30, tzinfo=UTC)  # 23:30 in Berlin
ADMIN = replace(SHARED, by_admin=True)


def muted(until: datetime = AT + timedelta(hours=2)) -> MuteRow:
    return MuteRow(Owner("s"), "ada", AT - timedelta(hours=1), until, "by")


def message(text: str = "Hello.", at: datetime = AT) -> MessageSeen:
    return MessageSeen(EventId("e"), at, ADA, SHARED, MessageId("m"), text)


def seen(text: str = "Hello.", **given: object) -> MessageSnapshot:
    known: dict[str, object] = {"is_direct": False, "where": SHARED, "space": ROW, **given}
    return MessageSnapshot(house=HOUSE, reading=Reading(), **known)  # type: ignore[arg-type]


def quiet(**given: object) -> MessageSnapshot:
    return replace(seen(**given), space=with_value(ROW, QUIET_HOURS, BERLIN))  # type: ignore[arg-type]


def said(turn: object) -> list[str]:
    return [one.text for one in turn.actions if isinstance(one, Say)]  # type: ignore[attr-defined]


def test_who_is_muted_hears_so_once_and_then_nothing() -> None:
    first = decide(message(), seen(mute=muted()))
    assert (first.ask, len(said(first)), NoteTold(MUTED) in first.actions) == (None, 1, True)
    assert "/attune off" in said(first)[0]
    then = decide(message(), seen(mute=muted(), told_here={MUTED: AT}))
    assert (then.ask, said(then)) == (None, [])


@pytest.mark.parametrize("how", ["told", "mute", "night"])
def test_an_age_that_is_said_counts_whatever_silence_holds(how: str) -> None:
    mute, told = muted() if how != "night" else None, {MUTED: AT} if how == "told" else {}
    free = replace(seen(mute=mute, told_here=told), reading=Reading(is_under_18=True))
    space = with_value(ROW, QUIET_HOURS, BERLIN) if how == "night" else ROW
    turn = decide(message(at=NIGHT if how == "night" else AT), replace(free, space=space))
    assert turn.ask is None
    assert {AskAge(True), KeepInTray("age")} <= set(turn.actions)
    assert not turn.is_silent_refusal


def test_a_new_mute_is_told_anew() -> None:
    before = {MUTED: AT - timedelta(days=3)}
    assert said(decide(message(), seen(mute=muted(), told_here=before)))


def test_a_picture_is_passed_by_in_silence_and_an_answer_that_is_tapped_for_is_dropped() -> None:
    picture = WordlessSeen(EventId("e"), AT, ADA, SHARED, MessageId("m"))
    free = Snapshot(house=HOUSE, is_direct=False, where=SHARED, space=ROW)
    assert said(decide(picture, free))
    assert decide(picture, replace(free, mute=muted())) == Decision()
    turn = decide(message(), seen())
    assert turn.ask is not None
    assert within(message(), seen(mute=muted()), turn).ask is None
    grave = replace(turn, ask=replace(turn.ask, crisis="acute"))
    assert within(message(), seen(mute=muted()), grave) == grave


@pytest.mark.parametrize("how", ["mute", "night", "both"])
def test_while_an_episode_lasts_every_message_is_answered_whatever_admins_set(how: str) -> None:
    held = replace(seen(), episode=EpisodeRow(Owner("e"), at=NIGHT), **silenced(how))  # type: ignore[arg-type]
    assert decide(message(at=NIGHT), held).ask is not None


def test_a_mute_ends_by_itself() -> None:
    assert decide(message(), seen(mute=muted(AT))).ask is not None


def test_at_night_one_line_comes_and_then_a_moon() -> None:
    first = decide(message(at=NIGHT), quiet())
    assert (first.ask, NoteTold(QUIET) in first.actions) == (None, True)
    assert "07:00" in said(first)[0]
    told = {QUIET: NIGHT - timedelta(minutes=5)}
    then = decide(message(at=NIGHT), quiet(told_here=told))
    assert (then.ask, said(then)) == (None, [])
    assert React(MessageId("m"), SEEN_EMOJI) in then.actions


def test_the_line_names_the_end_of_the_hours_that_hold_now_and_end_last() -> None:
    late = with_value(ROW, QUIET_HOURS, Hours(60, 2 * 60, "Europe/Berlin"))
    both = replace(seen(space=late), above=(with_value(ROW, QUIET_HOURS, BERLIN),))
    for at in (NIGHT, NIGHT + timedelta(hours=2)):
        (line,) = said(decide(message(at=at), both))
        assert ("07:00" in line, "02:00" in line) == (True, False)


def test_the_next_night_says_it_again_and_the_day_answers() -> None:
    told = {QUIET: NIGHT - timedelta(hours=24)}
    assert said(decide(message(at=NIGHT), quiet(told_here=told)))
    assert decide(message(at=NIGHT + timedelta(hours=9)), quiet()).ask is not None


def test_directly_no_silence_of_a_space_holds() -> None:
    there = replace(SHARED, is_direct=True)
    event = replace(message(at=NIGHT), where=there)
    snapshot = replace(quiet(), is_direct=True, where=there)
    assert decide(event, snapshot).ask is not None


SILENCED = st.sampled_from(["mute", "night", "both", "minor"])


def silenced(how: str) -> dict[str, object]:
    row = ROW
    if how in ("night", "both"):
        row = with_value(row, QUIET_HOURS, BERLIN)
    role = Named("r", "@r", is_role=True)
    if how == "minor":
        row = with_value(row, MINORS, (role,))
    where = replace(SHARED, roles=("r",))
    mute = muted(NIGHT + timedelta(days=1)) if how in ("mute", "both") else None
    return {"is_direct": False, "where": where, "space": row, "mute": mute}


RIGHTS = [one for one in COMMANDS if one.is_right]


@pytest.mark.parametrize("entry", RIGHTS, ids=lambda one: one.name)
@given(how=SILENCED, minute=st.integers(0, 60 * 24 * 400))
def test_nothing_that_admins_set_ever_refuses_a_right(entry: object, how: str, minute: int) -> None:
    words = entry.words.split(" [")[0].split("|")[0]  # type: ignore[attr-defined]
    command = parse(words)
    assert command is not None
    assert not isinstance(command, Unparsable)
    at = NIGHT + timedelta(minutes=minute)
    event = CommandGiven(EventId("e"), at, ADA, SHARED, command)
    free = CommandSnapshot(house=HOUSE, is_direct=False, where=SHARED, space=ROW)
    held = replace(free, **silenced(how))  # type: ignore[arg-type]
    if how == "minor":
        assert decide(event, held).actions
        return
    told, free = said(decide(event, held)), replace(held, mute=None, space=ROW)
    if isinstance(command, Status):  # it says beside the same why nothing else is answered
        why = ENGLISH.status.silent.partition("{")[0]
        without = [[line for line in one.split("\n") if why not in line] for one in told]
        assert without == [one.split("\n") for one in said(decide(event, free))]
    elif told != said(decide(event, free)):  # who agreed to nothing reads that a mute is kept
        assert (isinstance(command, Off), held.mute is not None) == (True, True)
        assert ENGLISH.consent.kept_without["muted"] in told[0]
        assert unsaid(decide(event, held)) == unsaid(decide(event, free))
    else:
        assert decide(event, held) == decide(event, free)


def unsaid(one: Decision) -> list[Action]:
    """Gives what is done beside what is said."""
    return [action for action in one.actions if not isinstance(action, Say)]


@given(how=SILENCED, minute=st.integers(0, 60 * 24 * 400))
def test_nothing_that_admins_set_ever_silences_a_life_at_risk(how: str, minute: int) -> None:
    text = "I am going to kill myself tonight."
    event = replace(message(text), at=NIGHT + timedelta(minutes=minute))
    reading = read(event)
    free = replace(seen(), reading=reading)
    held = replace(free, **silenced(how))  # type: ignore[arg-type]
    assert said(decide(event, held)) == said(decide(event, free)) != []


def test_every_right_and_a_report_pass_a_mute() -> None:
    assert all(passes(one) for one in (cls() for cls in PASSES[:1]))
    event = CommandGiven(EventId("e"), AT, ADA, SHARED, parse("/attune help"))  # type: ignore[arg-type]
    held = CommandSnapshot(house=HOUSE, is_direct=False, where=SHARED, space=ROW, mute=muted())
    [line] = said(decide(event, held))
    assert is_right(event.command) or "/attune off" in line


# -- what an admin types -----------------------------------------------------------------------


@pytest.mark.parametrize("whom", ["stranger", "who agreed"])
def test_the_answer_to_a_mute_is_the_same_whoever_is_named(whom: str) -> None:
    given_ = CommandGiven(
        EventId("e"), AT, ADA, ADMIN, MutePerson(whom, timedelta(hours=2)), whom=PersonId(whom)
    )
    snapshot = CommandSnapshot(house=HOUSE, is_direct=False, where=ADMIN, space=ROW)
    turn = decide(given_, snapshot)
    assert Mute(PersonId(whom), AT + timedelta(hours=2)) in turn.actions
    other = decide(replace(given_, whom=PersonId("other")), snapshot)
    assert said(turn) == said(other)


def test_who_is_no_admin_mutes_nobody_and_nobody_is_muted_whom_the_platform_does_not_know() -> None:
    command = MutePerson("Ada", timedelta(hours=2))
    event = CommandGiven(EventId("e"), AT, ADA, SHARED, command, whom=PersonId("p"))
    snapshot = CommandSnapshot(house=HOUSE, is_direct=False, where=SHARED, space=ROW)
    assert not [one for one in decide(event, snapshot).actions if isinstance(one, Mute)]
    unknown = replace(event, where=ADMIN, whom=None)
    assert said(decide(unknown, snapshot))[0].startswith(ENGLISH.admins.mute_bad)


@pytest.mark.parametrize(
    ("time", "wanted"),
    [("10m", SHORTEST), ("30d", LONGEST), ("", timedelta(days=1)), ("off", None)],
)
def test_a_mute_is_read_with_its_time(time: str, wanted: timedelta | None) -> None:
    assert read_mute({"person": "@ada", "time": time}) == MutePerson("@ada", wanted)


@pytest.mark.parametrize(
    ("person", "time"), [("@ada", "9m"), ("@ada", "31d"), ("", "2h"), ("a b", "2h"), ("@a", "soon")]
)
def test_a_mute_without_a_person_or_for_too_short_or_long_is_none(person: str, time: str) -> None:
    assert read_mute({"person": person, "time": time}) is None


# -- hours and zones ---------------------------------------------------------------------------


ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")


@given(
    st.sampled_from(ZONES),
    st.integers(0, 1439),
    st.integers(0, 1439),
    st.datetimes(datetime(2020, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC)),
)
def test_hours_hold_by_the_clocks_of_their_zone_and_always_end(
    zone: str, since: int, until: int, at: datetime
) -> None:
    hours = Hours(since, until, zone)
    here = at.astimezone(ZoneInfo(zone))
    minute = here.hour * 60 + here.minute
    late, early = minute >= since, minute < until
    is_in = since != until and ((late or early) if since > until else (late and early))
    end = hours.ends(at)
    assert (end is not None) == is_in
    if end is not None:
        assert at <= end <= at + timedelta(hours=25)


def test_hours_over_a_change_of_clocks_end_when_clocks_show_their_end() -> None:
    spring = datetime(2026, 3, 28, 22, 0, tzinfo=UTC)  # 23:00; clocks jump from 2:00 to 3:00
    assert BERLIN.ends(spring) == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)
    autumn = datetime(2026, 10, 24, 21, 0, tzinfo=UTC)  # 23:00; 2:00 comes twice
    assert BERLIN.ends(autumn) == datetime(2026, 10, 25, 6, 0, tzinfo=UTC)
    skipped = Hours(22 * 60, 150, "Europe/Berlin")  # until 2:30, which there is none of
    assert skipped.ends(spring) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("word", ["", "Mars/Base", "../etc/passwd", "Europe/Berlin\0", "x" * 99])
def test_a_zone_that_is_none_is_not_read(word: str) -> None:
    assert zone_named(word) is None
    assert OfHours().read(Given(("22:00", "7:00", word), {}, ENGLISH), NO_HOURS) is None


def test_hours_are_read_in_the_ways_people_write_them_and_keep_their_zone() -> None:
    def read(words: str, now: Hours = NO_HOURS) -> Hours | None:
        return OfHours().read(Given(tuple(words.split()), {}, ENGLISH), now)

    assert read("22:00 07:00 Europe/Berlin") == BERLIN == read("22 - 7 Europe/Berlin")
    assert read("22 to 7", BERLIN) == BERLIN
    assert read("22 7") is None
    assert read("off", BERLIN) == NO_HOURS
    assert read("24:00 7 UTC") is None


# -- minors ------------------------------------------------------------------------------------


def test_a_role_for_minors_caps_at_plain_and_agrees_to_nothing() -> None:
    role = Named("r", "@r", is_role=True)
    row = with_value(ROW, MINORS, (role,))
    here = replace(SHARED, roles=("r",))
    assert is_minor(row, here)
    assert not is_minor(row, replace(SHARED, roles=("other",)))
    snapshot = replace(seen(space=row), where=here)
    assert snapshot.is_minor
    assert snapshot.effective(AT).level is Level.PLAIN
    asked = CommandGiven(EventId("e"), AT, ADA, here, parse("/attune on"))  # type: ignore[arg-type]
    turn = decide(asked, CommandSnapshot(house=HOUSE, is_direct=False, where=here, space=row))
    assert not [one for one in turn.actions if isinstance(one, Say) and one.choices]
