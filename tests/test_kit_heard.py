"""What was heard is bounded in rooms, messages and minutes, and goes when it must."""

from datetime import datetime, timedelta

import pytest

from adapters.kit import heard
from adapters.kit.heard import LASTS, Heard, HeardRooms
from tests.console_stage import SetClock

MINUTE = timedelta(minutes=1)


class Told:
    """Rooms, and a clock that goes on by a minute with each message."""

    def __init__(self) -> None:
        self.clock = SetClock()
        self.began = self.clock.now()
        self.rooms = HeardRooms[str](self.clock.now)
        self.rooms.begin("lobby", "home", self.began)

    def say(self, name: str, by: str = "ada", room: str = "lobby", version: str = "") -> Heard[str]:
        self.clock.at += MINUTE
        one = Heard(name, by, self.clock.now(), f"words of {name}", version)
        self.rooms.told(room, one)
        return one

    def names(self, room: str = "lobby") -> list[str]:
        return [one.id for one in self.rooms.messages(room)]

    def since(self, room: str = "lobby") -> datetime | None:
        return self.rooms.since(room)


def test_only_a_room_that_was_begun_is_held_and_from_then_on() -> None:
    told = Told()
    told.rooms.told("lobby", Heard("old", "ada", told.began - MINUTE, ""))
    told.say("a")
    told.say("b", room="cellar")
    assert (told.names(), told.names("cellar")) == (["a"], [])
    assert (told.since(), told.since("cellar")) == (told.began, None)


def test_what_is_held_shows_no_words() -> None:
    assert "words" not in repr(Told().say("a"))


def test_an_older_version_never_takes_the_place_of_a_later_one() -> None:
    told = Told()
    one = told.say("a", version="2")
    told.rooms.told("lobby", Heard("a", "ada", one.at, "as it was", "1"))
    told.rooms.changed("lobby", "a", lambda held: Heard("a", "ada", held.at, "as it was", "1"))
    assert [each.body for each in told.rooms.messages("lobby")] == ["words of a"]


def test_what_was_deleted_comes_again_by_no_way() -> None:
    told = Told()
    one = told.say("a")
    told.rooms.gone("lobby", "a")
    told.rooms.told("lobby", one)
    mark = told.rooms.mark("lobby")
    assert told.rooms.join("lobby", mark, [one], told.began - MINUTE)
    assert told.names() == []


def test_a_room_holds_so_many_messages_and_is_whole_after_the_last_that_went(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(heard, "MOST_OF_A_ROOM", 2)
    told = Told()
    first, *_ = [told.say(name) for name in "abc"]
    assert told.names() == ["b", "c"]
    assert told.since() == first.at + heard.JUST_AFTER


def test_over_all_rooms_so_many_messages_are_held_and_the_oldest_room_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(heard, "MOST_IN_ALL", 3)
    told = Told()
    told.rooms.begin("cellar", "home", told.began)
    for name, room in (("a", "lobby"), ("b", "cellar"), ("c", "lobby"), ("d", "lobby")):
        told.say(name, room=room)
    assert (told.names(), told.since("cellar")) == (["a", "c", "d"], None)


def test_after_some_hours_nothing_is_held_though_nothing_more_is_said() -> None:
    told = Told()
    told.say("a")
    told.say("b")
    told.clock.at += LASTS - MINUTE / 2
    assert told.names() == ["b"]
    told.clock.at += MINUTE
    told.rooms.tidy()
    assert told.rooms.mark("lobby") is None


def test_what_the_platform_gave_is_joined_unless_something_changed_meanwhile() -> None:
    told = Told()
    told.say("b")
    older = Heard("a", "ada", told.began - MINUTE, "")
    late = told.rooms.mark("lobby")
    told.rooms.gone("lobby", "a")
    assert not told.rooms.join("lobby", late, [older], older.at)
    told.rooms.begin("cellar", "home", told.began)
    mark = told.rooms.mark("cellar")
    told.say("b", room="cellar")
    assert told.rooms.join("cellar", mark, [older], older.at)
    assert (told.names("cellar"), told.since("cellar")) == (["a", "b"], older.at)
    told.rooms.let_go(lambda room, _space: room == "cellar")
    told.rooms.begin("cellar", "home", told.began)
    assert not told.rooms.join("cellar", mark, [older], older.at)


def test_who_is_unheard_is_gone_from_memory_with_each_room_they_spoke_in() -> None:
    told = Told()
    told.rooms.begin("cellar", "home", told.began)
    told.say("a")
    told.say("b", by="eve")
    told.say("c", by="eve", room="cellar")
    told.rooms.unhear("ada", None)
    assert (told.since(), told.names("cellar")) == (None, ["c"])


def test_up_to_a_time_nothing_of_an_unheard_person_is_held_and_no_room_is_whole_before() -> None:
    told = Told()
    told.rooms.unhear("ada", told.clock.now() + 3 * MINUTE)
    told.say("a", by="eve")
    theirs = told.say("b")
    told.say("c", by="eve")
    assert (told.names(), told.since()) == (["c"], theirs.at + heard.JUST_AFTER)
    older = Heard("z", "ada", told.began - MINUTE, "")
    assert told.rooms.join("lobby", told.rooms.mark("lobby"), [older], older.at)
    assert (told.names(), told.since()) == (["c"], older.at + heard.JUST_AFTER)
    told.clock.at += 9 * MINUTE
    told.say("d")
    assert told.names() == ["c", "d"]


def test_a_space_is_let_go_of_with_its_rooms() -> None:
    told = Told()
    told.rooms.begin("far", "other", told.began)
    told.rooms.let_go(lambda _room, space: space == "home")
    assert (told.since(), told.since("far")) == (None, told.began)
