"""What is told in the room that admins chose: that something changed, and nothing of anybody."""

from dataclasses import replace
from datetime import timedelta

from bot.actions.of_spaces import KeepRule, Mute, Report, TellRoom
from bot.commands.of_spaces import ListReports
from bot.decide.decision import Decision
from bot.decide.told_in_log import within
from bot.events import CommandGiven
from bot.house_rules import LOG, with_value
from bot.ids import EventId, Named, PersonId
from bot.records import Owner, SpaceRow
from bot.snapshot import CommandSnapshot
from bot.strings import ENGLISH
from tests.scene import ADA, AT, DIRECT, HOUSE, SHARED

ROOMS = (Named("mods", "#mods"), Named("other", "#other"))
ROW = with_value(SpaceRow(Owner("s")), LOG, ROOMS)
EVENT = CommandGiven(EventId("e"), AT, ADA, SHARED, ListReports())
SNAPSHOT = CommandSnapshot(house=HOUSE, is_direct=False, where=SHARED, space=ROW)
MUTE = Mute(PersonId("p:bo"), AT + timedelta(hours=2))


def told(*actions: object, snapshot: CommandSnapshot = SNAPSHOT) -> list[TellRoom]:
    turn = within(EVENT, snapshot, Decision(actions))  # type: ignore[arg-type]
    return [one for one in turn.actions if isinstance(one, TellRoom)]


def test_a_setting_is_told_by_its_name_in_each_room_and_never_its_value() -> None:
    every = told(KeepRule(SHARED.space, "deepest", '"plain"', 0))
    line = ENGLISH.settings.told_set.format(name=ENGLISH.settings.names["deepest"])
    assert [(one.room, one.text) for one in every] == [("mods", line), ("other", line)]


def test_several_changes_are_one_message() -> None:
    text = told(MUTE, Report("house/m1"))[0].text
    assert text.count("\n") == 1
    assert "house/m1" in text


def test_nobody_is_named_who_is_muted_or_reports() -> None:
    text = told(MUTE, Report("house/m1"))[0].text
    assert "bo" not in text
    assert ADA not in text


def test_where_no_room_is_chosen_or_nothing_changed_nothing_is_told() -> None:
    assert told(MUTE, snapshot=replace(SNAPSHOT, space=SpaceRow(Owner("s")))) == []
    assert told() == []
    assert within(replace(EVENT, where=DIRECT), SNAPSHOT, Decision((MUTE,))).actions == (MUTE,)
