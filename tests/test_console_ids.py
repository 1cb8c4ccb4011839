"""Who sits at the console, and where."""

import pytest

from adapters.console.ids import Seat, check_may_read, check_room, name_of, rooms_in
from adapters.console.lines import Mistyped
from bot.errors import PlatformError
from bot.ids import PersonId, RoomId, SpaceId, Where


def test_at_first_you_speak_in_your_direct_message() -> None:
    room = RoomId("console:dm:you")
    assert Seat().person == "console:you"
    assert Seat().where == Where(room, SpaceId(room), is_direct=True)


def test_every_other_room_is_of_one_space() -> None:
    lounge, cellar = Seat(place="lounge").where, Seat(place="cellar").where
    assert lounge == Where(
        RoomId("console:room:lounge"), SpaceId("console:space"), False, shown="#lounge"
    )
    assert cellar.space == lounge.space


def test_admin_is_an_admin_of_shared_rooms_only() -> None:
    assert Seat("admin", "lounge").where.by_admin
    assert not Seat("admin", "dm").where.by_admin
    assert not Seat("you", "lounge").where.by_admin


def test_dm_is_always_the_speakers_own() -> None:
    seat = Seat()
    seat.give_to("ada")
    seat.move("dm")
    assert seat.where.room == "console:dm:ada"


@pytest.mark.parametrize("name", ["", "a b", "a/b", "x" * 33, "naïve", "a\n", ".."])
def test_other_names_are_refused_and_nothing_moves(name: str) -> None:
    seat = Seat()
    with pytest.raises(Mistyped):
        seat.move(name)
    with pytest.raises(Mistyped):
        seat.give_to(name)
    assert seat == Seat()


def test_rooms_are_called_as_whoever_speaks_would_type_them() -> None:
    seat = Seat("ada")
    rooms = ("console:dm:ada", "console:dm:you", "console:room:lounge")
    assert [seat.call(RoomId(room)) for room in rooms] == ["dm", "dm:you", "lounge"]


def test_a_person_is_named_as_typed() -> None:
    assert name_of(PersonId("console:ada")) == "ada"


def test_a_room_of_another_platform_is_refused() -> None:
    for room in ("discord:1", "console:room:", "console:dm:a b"):
        with pytest.raises(PlatformError) as fault:
            check_room(RoomId(room))
        assert room not in str(fault.value)


def test_a_direct_message_is_read_by_its_person_only() -> None:
    check_may_read(RoomId("console:dm:ada"), PersonId("console:ada"))
    check_may_read(RoomId("console:room:lounge"), PersonId("console:you"))
    with pytest.raises(PlatformError) as fault:
        check_may_read(RoomId("console:dm:ada"), PersonId("console:you"))
    assert "ada" not in str(fault.value)


def test_admins_are_those_of_the_setting_and_only_in_shared_rooms() -> None:
    seat = Seat(name="grace", place="lounge", admins=("grace",))
    assert seat.where.by_admin
    seat.give_to("admin")
    assert not seat.where.by_admin
    assert not Seat(name="admin").where.by_admin


def test_a_word_names_a_shared_room_by_its_mark_and_nothing_else() -> None:
    found = rooms_in("only #lounge lounge #dm #no/room # #gar-den")
    assert [(word, one.id, one.is_role) for word, one in found] == [
        ("#lounge", "console:room:lounge", False),
        ("#gar-den", "console:room:gar-den", False),
    ]
