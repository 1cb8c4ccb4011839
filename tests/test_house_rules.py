"""What admins set: typed values on the row of a space, read by one codec, and what they hold to."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.capabilities import Capabilities
from bot.house_rules import holding, kept, rule, table
from bot.house_rules.holding import Standing, deepest, kept_for, may_speak, may_talk
from bot.house_rules.kept import lowered, number, value, with_value
from bot.house_rules.kinds import plain
from bot.house_rules.kinds.named import Places, listed, shown
from bot.house_rules.rule import Bounds, Given, Rule
from bot.house_rules.table import (
    ACCOUNT_AGE,
    ANSWERS_TO,
    BY_NAME,
    DEEPEST,
    DEEPEST_FOR,
    DEEPEST_IN,
    HEARS_ALL,
    KEEPS,
    RULES,
    SPEAKS_IN,
    TALKS_TO,
    THREADS,
    offered_where,
)
from bot.ids import Named, RoomId, Where
from bot.levels import Level
from bot.records import Owner, SpaceRow
from bot.strings import ENGLISH
from tests.scene import AT, SHARED

ROW = SpaceRow(Owner("s"))
LOUNGE, GARDEN = Named("lounge", "#lounge"), Named("garden", "#garden")
MODS, NEW = (Named(f"role:{one}", f"@{one}", is_role=True) for one in ("mods", "new"))
KNOWN = {"#lounge": LOUNGE, "#garden": GARDEN, "@mods": MODS, "@new": NEW}


def read(one: Rule[Any], words: str, now: Any = None, **given: Any) -> Any:
    """Gives the value that words mean."""
    told = Given(tuple(words.split()), KNOWN, ENGLISH, **given)
    return one.kind.read(told, one.default if now is None else now)


def here(room: str = "lounge", **changed: Any) -> Where:
    """Gives a place, and what the platform says of who speaks there."""
    return replace(SHARED, room=RoomId(room), **changed)


@pytest.mark.parametrize(
    ("name", "words", "wanted"),
    [
        ("deepest", "Plain", Level.PLAIN),
        ("deepest", ENGLISH.to("de").level(Level.PLAIN), Level.PLAIN),
        ("deepest-in", "#garden plain", ((GARDEN, Level.PLAIN),)),
        ("deepest-in", "#garden #lounge warm", ((GARDEN, Level.WARM), (LOUNGE, Level.WARM))),
        ("deepest-for", "@new plain", ((NEW, Level.PLAIN),)),
        ("speaks-in", "all", Places()),
        ("speaks-in", "not #garden", Places("not", (GARDEN,))),
        ("talks-to", "everyone", ()),
        ("talks-to", "@mods @new @mods", (MODS, NEW)),
        ("account-age", "30", 30),
        ("account-age", "off", 0),
        ("keeps", "7 days", 7),
        ("answers-to", "named", "named"),
        ("hears-all", "#lounge", (LOUNGE,)),
        ("hears-all", "nowhere", ()),
        ("threads", "ON", True),
        ("private-talk", "off", False),
    ],
)
def test_a_value_is_read_from_words_kept_and_read_again(name: str, words: str, wanted: Any) -> None:
    one = BY_NAME[name]
    found = read(one, words)
    assert found == wanted
    row = with_value(ROW, one, found)
    assert value(row, one) == wanted
    assert one.kind.said(wanted, ENGLISH)
    assert wanted in (*one.kind.taps(wanted), wanted)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("deepest", ""),
        ("deepest", "deep"),
        ("deepest-in", "plain"),
        ("deepest-in", "#nowhere plain"),
        ("deepest-in", "@mods plain"),
        ("deepest-in", "#garden deep"),
        ("deepest-for", "#garden plain"),
        ("deepest-for", "power:50 plain"),
        ("speaks-in", "only"),
        ("speaks-in", "only @mods"),
        ("talks-to", "#garden"),
        ("account-age", "-1"),
        ("account-age", "366"),
        ("account-age", "٧"),
        ("account-age", "1" * 400),
        ("answers-to", "all"),
        ("threads", "perhaps"),
        ("hears-all", "#garden #nowhere"),
    ],
)
def test_what_cannot_be_read_is_no_value(name: str, words: str) -> None:
    assert read(BY_NAME[name], words) is None


def test_a_level_of_one_channel_is_taken_away_and_the_others_stay() -> None:
    both = ((GARDEN, Level.PLAIN), (LOUNGE, Level.WARM))
    assert read(DEEPEST_IN, "#garden off", both) == ((LOUNGE, Level.WARM),)
    assert read(DEEPEST_IN, "#lounge plain", both) == (
        (GARDEN, Level.PLAIN),
        (LOUNGE, Level.PLAIN),
    )
    assert read(DEEPEST_IN, "off", both) == ()


def test_a_power_stands_for_a_role_only_where_a_platform_has_powers() -> None:
    (found,) = read(TALKS_TO, "power:50", has_powers=True)
    assert found.id == "power:50"
    assert read(TALKS_TO, "power:50") is None
    assert read(TALKS_TO, "power:101", has_powers=True) is None
    row = with_value(ROW, TALKS_TO, (found,))
    assert [may_talk(row, here(power=one), AT) for one in (None, 49, 50)] == [
        Standing.ROLE,
        Standing.ROLE,
        None,
    ]


def test_the_deepest_level_is_the_least_of_all_that_apply() -> None:
    row = replace(ROW, ceiling=int(Level.ONGOING))
    row = with_value(row, DEEPEST_IN, ((GARDEN, Level.WARM),))
    row = with_value(row, DEEPEST_FOR, ((NEW, Level.PLAIN), (MODS, Level.ATTUNED)))
    nobody, new, mods = here(roles=()), here(roles=("role:new",)), here(roles=("role:mods",))
    assert [deepest(row, one) for one in (nobody, new, mods)] == [
        Level.ONGOING,
        Level.PLAIN,
        Level.ATTUNED,
    ]
    thread = here("thread", within=(RoomId("garden"),), roles=("role:mods",))
    assert deepest(row, thread) is Level.WARM
    assert deepest(row, None) is Level.ONGOING
    assert deepest(ROW, here()) is None


def test_roles_that_a_platform_does_not_say_count_as_what_is_allowed_least() -> None:
    row = with_value(ROW, DEEPEST_FOR, ((MODS, Level.PLAIN),))
    assert deepest(row, here(roles=None)) is Level.PLAIN
    assert deepest(row, here(roles=())) is None
    assert may_talk(with_value(ROW, TALKS_TO, (MODS,)), here(roles=None), AT) is Standing.ROLE
    assert may_talk(with_value(ROW, ACCOUNT_AGE, 1), here(since=None), AT) is Standing.AGE


def test_where_it_may_speak_holds_for_a_channel_and_all_its_threads() -> None:
    only = with_value(ROW, SPEAKS_IN, Places("only", (GARDEN,)))
    but = with_value(ROW, SPEAKS_IN, Places("not", (GARDEN,)))
    thread = here("thread", within=(RoomId("garden"),))
    assert [may_speak(only, one) for one in (here(), here("garden"), thread)] == [
        False,
        True,
        True,
    ]
    assert [may_speak(but, one) for one in (here(), here("garden"), thread)] == [
        True,
        False,
        False,
    ]
    assert may_speak(ROW, here())


def test_a_room_that_may_stand_in_any_is_in_each_that_is_bounded_and_in_none_that_is_allowed() -> (
    None
):
    nowhere = here("thread", is_placed=False)
    row = with_value(ROW, DEEPEST_IN, ((GARDEN, Level.PLAIN),))
    assert deepest(row, nowhere) is Level.PLAIN
    assert deepest(row, here("thread")) is None
    for mode in ("only", "not"):
        assert not may_speak(with_value(ROW, SPEAKS_IN, Places(mode, (GARDEN,))), nowhere)
    assert may_speak(ROW, nowhere)


@pytest.mark.parametrize(("age", "why"), [(6, Standing.AGE), (7, None)])
def test_an_account_is_as_old_as_the_platform_says(age: int, why: Standing | None) -> None:
    row = with_value(ROW, ACCOUNT_AGE, 7)
    made: datetime = AT - timedelta(days=age)
    assert may_talk(row, here(since=made), AT) == why


def test_only_a_shallower_value_silences_what_is_being_written() -> None:
    assert DEEPEST.lowers(Level.WARM, Level.PLAIN)
    assert not DEEPEST.lowers(Level.PLAIN, Level.WARM)
    plain_here, warm_here = ((GARDEN, Level.PLAIN),), ((GARDEN, Level.WARM),)
    assert DEEPEST_IN.lowers((), plain_here)
    assert not DEEPEST_IN.lowers(plain_here, warm_here)
    assert not DEEPEST_IN.lowers(plain_here, ())
    assert not THREADS.lowers(True, False)


def test_each_change_is_counted_and_each_lowered_level_beside_it() -> None:
    row = with_value(ROW, DEEPEST, Level.ONGOING)
    assert (number(row, DEEPEST), lowered(row)) == (1, 0)
    row = with_value(row, DEEPEST, Level.PLAIN)
    row = with_value(row, SPEAKS_IN, Places("only", (GARDEN,)))
    row = with_value(row, DEEPEST_FOR, ((MODS, Level.PLAIN),))
    assert (number(row, DEEPEST), number(row, SPEAKS_IN), lowered(row)) == (2, 1, 2)
    assert row.ceiling == Level.PLAIN


def test_what_an_earlier_release_set_is_read_from_its_columns() -> None:
    row = replace(ROW, ceiling=int(Level.ATTUNED), listens=True)
    assert (value(row, DEEPEST), value(row, THREADS)) == (Level.ATTUNED, True)
    assert (value(ROW, DEEPEST), value(ROW, THREADS)) == (Level.WARM, False)


def test_what_a_later_release_set_stays_and_what_cannot_be_read_is_the_default() -> None:
    later = {"form": 9, "set": {"new": [1], "answers-to": "shouting"}, "changes": {"new": 3}}
    row = replace(ROW, rules=json.dumps(later))
    assert value(row, ANSWERS_TO) == "replies"
    again = json.loads(with_value(row, HEARS_ALL, (GARDEN,)).rules)
    assert again["set"]["new"] == [1]
    assert again["changes"]["new"] == 3


def test_no_value_is_wider_than_the_operators() -> None:
    assert DEEPEST.bounded(Level.ONGOING, Bounds(Level.WARM)) is Level.WARM
    assert DEEPEST.bounded(Level.PLAIN, Bounds(Level.WARM)) is Level.PLAIN


def test_strangers_names_mark_nothing_and_a_long_list_is_cut() -> None:
    assert shown(Named("r", "#*bold*")) == r"\#\*bold\*"
    assert shown(Named("r", "<#123>")) == "<#123>"
    assert shown(Named("r", "<#1> @everyone")) == r"\<\#1\> \@everyone"
    many = tuple(Named(str(one), f"<#{one}>") for one in range(5))
    assert listed(many, ENGLISH) == "<#0>, <#1>, <#2>, 2 more"


def test_a_setting_that_a_platform_cannot_hold_is_not_offered_there() -> None:
    assert THREADS not in offered_where(Capabilities())
    whole = Capabilities(follows_threads=True, has_servers=True, has_roles=True)
    assert offered_where(whole) == RULES


def test_nothing_that_is_set_shows_in_a_repr() -> None:
    row = with_value(ROW, SPEAKS_IN, Places("only", (GARDEN,)))
    assert "garden" not in repr(row)
    assert "#garden" not in repr(GARDEN)
    assert rule.MOST_NAMED == 25
    assert (kept.FORM, holding.Standing("role"), table.A_YEAR) == (1, Standing.ROLE, 365)
    assert plain.spelled(Given(("Ａ", "B"), {}, ENGLISH)) == "a b"


@pytest.mark.parametrize("days", [1, 7, 30])
@pytest.mark.parametrize("lasts", [timedelta(hours=24), timedelta(days=30), timedelta(days=60)])
def test_no_value_keeps_anything_longer_than_it_would_be_kept(days: int, lasts: timedelta) -> None:
    assert kept_for(with_value(ROW, KEEPS, days), lasts) == min(lasts, timedelta(days=days))
    assert kept_for(ROW, timedelta(days=30)) == timedelta(days=30)


@pytest.mark.parametrize("raw", [0, 31, 365, -1, True, "7", None])
def test_a_value_that_is_no_number_of_days_shortens_and_lengthens_nothing(raw: Any) -> None:
    row = replace(ROW, rules=json.dumps({"form": 1, "set": {"keeps": raw}}))
    assert kept_for(row, timedelta(days=30)) == timedelta(days=30)
    assert [read(KEEPS, one) for one in ("off", "0", "31", "30", "1 day")] == [
        None,
        None,
        None,
        30,
        1,
    ]


def fault(one: Rule[Any], *words: str, now: Any = None, **given: Any) -> str:
    """Gives what is said of words that are no value; nothing where no fault is known."""
    many = {f"#r{place}": Named(f"r{place}", f"#r{place}") for place in range(30)}
    told = Given(words, {**KNOWN, **many}, ENGLISH, **given)
    at = one.default if now is None else now
    assert one.kind.read(told, at) is None
    found = one.fault(told, at)
    return found.says if found is not None else ""


def test_a_number_that_is_refused_comes_with_those_that_are_allowed() -> None:
    says = ENGLISH.settings.faults
    assert fault(KEEPS, "40") == fault(KEEPS, "off") == says["days"].format(least=1, most=30)
    both = says["days_or_off"].format(least=1, most=365)
    assert fault(ACCOUNT_AGE, "366") == fault(ACCOUNT_AGE, "many") == both
    power = says["power"].format(word="power:101", most=100)
    assert fault(TALKS_TO, "power:101", has_powers=True) == power
    assert fault(DEEPEST_FOR, "power:101", "warm", has_powers=True) == power
    assert fault(TALKS_TO, "power:101") == ""


def test_a_list_that_is_too_long_comes_with_how_many_may_be_named() -> None:
    says = ENGLISH.settings.faults["too_many"].format(most=rule.MOST_NAMED)
    every = [f"#r{place}" for place in range(26)]
    assert fault(HEARS_ALL, *every) == fault(SPEAKS_IN, "only", *every) == says
    held = tuple((Named(f"r{place}", f"#r{place}"), Level.PLAIN) for place in range(25))
    assert fault(DEEPEST_IN, "#lounge", "plain", now=held) == says
    assert fault(HEARS_ALL, "#nowhere") == ""


@pytest.mark.parametrize("words", ["22-7", "22:00-07:00", "22:00–7", "22 - 7", "22 to 7"])
def test_hours_are_two_times_however_they_are_joined(words: str) -> None:
    found = read(BY_NAME["quiet-hours"], f"{words} Europe/Berlin")
    assert (found.since, found.until) == (22 * 60, 7 * 60)
