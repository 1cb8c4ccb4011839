"""What is told in the room that admins chose: that something changed, and nothing of anybody."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.of_spaces import KeepRule, Mute, Report, TellRooms
from bot.commands.of_spaces import ListReports
from bot.decide.decision import Decision
from bot.decide.told_in_log import HOUR, MOST, Lately, paced, within
from bot.events import CommandGiven
from bot.house_rules import LOG, with_value
from bot.ids import EventId, Named, PersonId, RoomId
from bot.records import Owner, SpaceRow
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED

ROOMS = (Named("mods", "#mods"), Named("other", "#other"))
ROW = with_value(SpaceRow(Owner("s")), LOG, ROOMS)
EVENT = CommandGiven(EventId("e"), AT, ADA, SHARED, ListReports())
SNAPSHOT = CommandSnapshot(house=HOUSE, is_direct=False, where=SHARED, space=ROW)
MUTE = Mute(PersonId("p:bo"), AT + timedelta(hours=2))


def told(*actions: object, snapshot: CommandSnapshot = SNAPSHOT) -> list[TellRooms]:
    turn = within(EVENT, snapshot, Decision(actions))  # type: ignore[arg-type]
    return [one for one in turn.actions if isinstance(one, TellRooms)]


def test_a_setting_is_told_by_its_name_in_each_room_and_never_its_value() -> None:
    every = told(KeepRule(SHARED.space, "deepest", '"plain"', 0))
    line = ENGLISH.settings.told_set.format(name=ENGLISH.settings.names["deepest"])
    assert [(one.rooms, one.lines) for one in every] == [(("mods", "other"), (line,))]


def test_several_changes_are_one_message() -> None:
    _, text = paced(Lately(), told(MUTE, Report("house/m1"))[0], AT)
    assert text.count("\n") == 1
    assert "house/m1" in text


def test_nobody_is_named_who_is_muted_or_reports() -> None:
    text = "".join(told(MUTE, Report("house/m1"))[0].lines)
    assert "bo" not in text
    assert ADA not in text


def test_where_no_room_is_chosen_or_nothing_changed_nothing_is_told() -> None:
    assert told(MUTE, snapshot=replace(SNAPSHOT, space=SpaceRow(Owner("s")))) == []
    assert told() == []
    assert within(replace(EVENT, where=DIRECT), SNAPSHOT, Decision((MUTE,))).actions == (MUTE,)


def test_the_language_is_that_of_the_place_whoever_set_it() -> None:
    german = replace(SNAPSHOT, house=HOUSE.to("de"))
    assert told(MUTE, snapshot=german) == told(MUTE)
    at_home = replace(HOUSE, strings=ENGLISH.to("de"), home="")
    (one,) = told(MUTE, snapshot=replace(SNAPSHOT, house=at_home.to("en")))
    assert one.lines == (ENGLISH.to("de").settings.told_mute,)


LINE = TellRooms((RoomId("mods"),), ("changed",), "more")


def flood(count: int, minutes: float) -> tuple[Lately, list[str]]:
    """Tells one line after the other, and gives what was said."""
    lately, said = Lately(), []
    for number in range(count):
        lately, text = paced(lately, LINE, AT + number * timedelta(minutes=minutes))
        said.append(text)
    return lately, said


def test_an_hour_has_ten_lines_and_one_that_stands_for_all_others() -> None:
    lately, said = flood(40, minutes=1)
    assert said == ["changed"] * MOST + ["more"] + [""] * (40 - MOST - 1)
    assert len(lately.lines) == MOST


def test_no_hour_has_more_wherever_it_begins() -> None:
    _, said = flood(300, minutes=1)
    for since in range(240):
        hour = said[since : since + 60]
        assert hour.count("changed") <= MOST
        assert hour.count("more") <= 1


def test_what_is_seldom_is_told_each_time() -> None:
    assert flood(30, minutes=6)[1] == ["changed"] * 30


def test_lines_that_come_together_are_told_as_far_as_there_is_room() -> None:
    full = Lately((AT,) * (MOST - 1))
    after, text = paced(full, replace(LINE, lines=("one", "two", "three")), AT)
    assert text == "- one\n- more"
    assert after == Lately((AT,) * MOST, AT)
    assert paced(after, LINE, AT + HOUR - timedelta(seconds=1)) == (after, "")
    assert paced(after, LINE, AT + HOUR)[1] == "changed"


def test_a_clock_that_ran_ahead_silences_nothing() -> None:
    ahead = AT + timedelta(days=1)
    assert paced(Lately((ahead,) * MOST, ahead), LINE, AT)[1] == "changed"
