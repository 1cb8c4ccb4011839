"""Which rooms an m.space bounds: listed by the space, and owned to by the room or its admins."""

from types import SimpleNamespace
from typing import Any, cast

from adapters.matrix import named_places
from adapters.matrix.ids import Address
from adapters.matrix.rooms import Rooms
from adapters.matrix.spaces import MOST_ABOVE, Spaces
from bot.house_rules import deepest, may_speak
from bot.levels import Level
from bot.records import HOUSE, SpaceRow

JSON = dict[str, Any]
SPACE, ROOM, OTHER = "!space:x", "!room:x", "!other:x"
VIA: JSON = {"via": ["x"]}
ADA, EVE = "@ada:x", "@eve:x"


def nobody(_room: str, _user: str) -> bool:
    """Says that nobody has power in any room."""
    return False


def ada(_room: str, user: str) -> bool:
    """Says that one person has power in every room."""
    return user == ADA


def made(spaces: Spaces, space: str = SPACE) -> None:
    """Lets the bot sit in an m.space."""
    spaces.told(space, {"type": "m.room.create", "state_key": "", "content": {"type": "m.space"}})


def lists(spaces: Spaces, room: str = ROOM, by: str = ADA, space: str = SPACE, **to: Any) -> None:
    """Lets a space list a room, or list it no more."""
    content = to.get("content", VIA)
    spaces.told(
        space, {"type": "m.space.child", "state_key": room, "sender": by, "content": content}
    )


def claims(spaces: Spaces, room: str = ROOM, space: str = SPACE, content: JSON = VIA) -> None:
    """Lets a room name a space as its parent, or take that back."""
    spaces.told(room, {"type": "m.space.parent", "state_key": space, "content": content})


def test_a_space_bounds_a_room_that_it_lists_and_that_names_it() -> None:
    spaces = Spaces()
    made(spaces)
    lists(spaces, by=EVE)
    assert spaces.above(ROOM, nobody) == ()
    claims(spaces)
    assert spaces.above(ROOM, nobody) == (SPACE,)


def test_a_rooms_own_claim_alone_counts_for_nothing() -> None:
    spaces = Spaces()
    made(spaces)
    claims(spaces)
    assert spaces.above(ROOM, ada) == ()


def test_whoever_has_power_in_the_room_may_put_it_into_their_space() -> None:
    spaces = Spaces()
    made(spaces)
    lists(spaces, by=ADA)
    assert spaces.above(ROOM, ada) == (SPACE,)
    lists(spaces, by=EVE)
    assert spaces.above(ROOM, ada) == ()


def test_a_space_that_the_bot_sits_not_in_or_that_is_none_bounds_nothing() -> None:
    spaces = Spaces()
    lists(spaces)
    claims(spaces)
    assert spaces.above(ROOM, ada) == ()
    made(spaces)
    assert spaces.above(ROOM, ada) == (SPACE,)
    assert spaces.is_space(SPACE)
    spaces.gone(SPACE)
    assert spaces.above(ROOM, ada) == ()


def test_what_was_taken_back_on_either_side_holds_no_more() -> None:
    spaces = Spaces()
    made(spaces)
    lists(spaces, by=EVE)
    claims(spaces)
    claims(spaces, content={})
    assert spaces.above(ROOM, nobody) == ()
    claims(spaces)
    lists(spaces, by=EVE, content={"via": []})
    assert spaces.above(ROOM, ada) == ()
    lists(spaces, by=EVE, content={"via": "x"})
    assert spaces.above(ROOM, ada) == ()


def test_spaces_around_a_space_bound_its_rooms_too_and_a_circle_ends() -> None:
    spaces = Spaces()
    for one in (SPACE, OTHER):
        made(spaces, one)
    lists(spaces)
    lists(spaces, room=SPACE, space=OTHER)
    lists(spaces, room=OTHER, space=SPACE)
    assert spaces.above(ROOM, ada) == (SPACE, OTHER)
    assert named_places.MOST == 20


def test_no_space_is_pushed_out_by_others_unnoticed() -> None:
    spaces = Spaces()
    own = [f"!{number}:x" for number in range(MOST_ABOVE)]
    for space in (*own, SPACE):
        made(spaces, space)
        lists(spaces, space=space)
    assert len(spaces.above(ROOM, ada)) > MOST_ABOVE
    spaces.gone(own[0])
    assert spaces.above(ROOM, ada) == (*own[1:], SPACE)


def test_a_room_below_more_spaces_than_are_told_says_so_and_is_allowed_least() -> None:
    home = SimpleNamespace(client=SimpleNamespace(rooms={}), me="@bot:x")
    rooms = Rooms(cast("Any", home), cast("Any", None), 0)
    row = SpaceRow(HOUSE, ceiling=int(Level.ONGOING))
    for number in range(MOST_ABOVE + 1):
        where = rooms.placed(Address(ROOM), ROOM)
        assert not where.has_more_above
        assert (deepest(row, where), may_speak(row, where)) == (Level.ONGOING, True)
        made(rooms.spaces, f"!{number}:x")
        lists(rooms.spaces, space=f"!{number}:x")
    where = rooms.placed(Address(ROOM), ROOM)
    assert where.has_more_above
    assert (deepest(row, where), may_speak(row, where)) == (Level.PLAIN, False)


def test_hostile_state_is_passed_by() -> None:
    spaces = Spaces()
    made(spaces)
    spaces.told(SPACE, {"type": "m.space.child", "state_key": ROOM, "content": "x"})
    spaces.told(SPACE, {"type": "m.space.child", "content": VIA})
    spaces.told(SPACE, {"type": "m.space.child", "state_key": 7, "content": VIA})
    assert spaces.above(ROOM, ada) == ()
