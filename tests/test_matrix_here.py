"""Who is in a Matrix room, and what they may: as the newest state says, without a homeserver."""

from types import SimpleNamespace
from typing import Any, cast

from nio import MatrixRoom

from adapters.matrix.rooms import Rooms

ME, ADA, EVE = "@attune:example.org", "@ada:example.org", "@eve:example.org"
ROOM, OTHER = "!room:example.org", "!other:example.org"
LEVELS = "m.room.power_levels"


def room(*members: str, name: str = ROOM, invited: tuple[str, ...] = ()) -> MatrixRoom:
    made = MatrixRoom(name, ME)
    for user in members:
        made.add_member(user, None, None)
    for user in invited:
        made.add_member(user, None, None, invited=True)
    return made


def rooms(*made: MatrixRoom) -> Rooms:
    client = SimpleNamespace(rooms={one.room_id: one for one in made})
    home = SimpleNamespace(client=client, me=ME)
    return Rooms(cast("Any", home), cast("Any", None), 50)


def levels(key: str = "", **users: int) -> dict[str, Any]:
    named = {f"@{name}:example.org": level for name, level in users.items()}
    return {"type": LEVELS, "state_key": key, "content": {"users": named}}


def test_an_admin_whose_entry_is_gone_is_one_no_longer() -> None:
    here = rooms(room(ME, ADA, EVE))
    here.told(ROOM, {"type": "m.room.create", "state_key": "", "sender": ADA, "content": {}})
    here.told(ROOM, levels(ada=100, eve=50))
    assert here.level(ROOM, EVE) == 50
    here.told(ROOM, levels(ada=100))
    assert (here.level(ROOM, EVE), here.level(ROOM, ADA)) == (0, 100)
    here.told(ROOM, levels(key=EVE, eve=100))  # not what the room goes by
    assert here.level(ROOM, EVE) == 0


def test_who_left_or_has_not_come_may_nothing() -> None:
    here = rooms(room(ME, ADA, invited=(EVE,)))
    here.told(ROOM, levels(ada=100, eve=100, kim=100))
    assert here.level(ROOM, ADA) == 100
    assert here.level(ROOM, EVE) == here.level(ROOM, "@kim:example.org") == 0
    assert here.could_kick(ROOM, ADA)
    assert not here.could_kick(ROOM, EVE)
    assert here.level(OTHER, ADA) == 0
