"""What was set in an m.space, or for a room of it, holds in what replaced them."""

from types import SimpleNamespace
from typing import Any, cast

from adapters.kit.notes import Notes
from adapters.matrix import ids
from adapters.matrix.invites import Invites
from adapters.matrix.origins import Origins
from adapters.matrix.rooms import Rooms
from bot.records import HOUSE

VIA = {"via": ["x"]}
OLD_SPACE, SPACE = "!old-space:x", "!space:x"
FIRST, SECOND, THIRD = "!first:x", "!second:x", "!third:x"


class Kept:
    """The notes of the house, in memory."""

    def __init__(self) -> None:
        self.names, self.notes = None, dict[str, str]()

    def key(self, name: str) -> str:
        return name

    async def house(self, name: str) -> str | None:
        return self.notes.get(name)

    async def keep_house(self, name: str, body: str) -> None:
        self.notes[name] = body

    async def put(self, row: Any) -> None:
        assert row.owner == HOUSE
        self.notes[row.key] = row.body


def made() -> Rooms:
    home = SimpleNamespace(client=SimpleNamespace(rooms={}), me="@bot:x")
    return Rooms(cast("Any", home), Origins(cast("Notes", Kept())), 0)


async def replaced(rooms: Rooms, old: str, new: str) -> None:
    invites = cast("Any", SimpleNamespace(rooms=rooms, origins=rooms.origins))
    await Invites._carry_on(invites, old, new)


async def test_settings_of_an_upgraded_space_still_bound_its_rooms() -> None:
    rooms = made()
    for space in (OLD_SPACE, SPACE):  # the bot sits in the old one still
        create = {"type": "m.room.create", "state_key": "", "content": {"type": "m.space"}}
        rooms.told(space, create)
        child = {"type": "m.space.child", "state_key": FIRST, "sender": "@a:x", "content": VIA}
        rooms.told(space, child)
    await replaced(rooms, OLD_SPACE, SPACE)
    where = await rooms.where(ids.Address(FIRST), "@ada:x")
    assert where.above == (ids.space(OLD_SPACE),)


async def test_a_room_stands_in_every_room_that_it_replaced() -> None:
    rooms = made()
    assert (await rooms.where(ids.Address(FIRST), "@ada:x")).within == ()
    await replaced(rooms, FIRST, SECOND)
    await replaced(rooms, SECOND, THIRD)
    where = await rooms.where(ids.Address(THIRD, "$thread"), "@ada:x")
    assert {ids.Address(one).id for one in (FIRST, SECOND, THIRD)} == set(where.within)
    assert where.space == ids.space(FIRST)


async def test_a_room_that_an_earlier_release_saw_replaced_stands_in_the_first_one() -> None:
    rooms = made()
    await rooms.origins.keep_origin(SECOND, FIRST)
    where = await rooms.where(ids.Address(SECOND), "@ada:x")
    assert where.within == (ids.Address(FIRST).id,)


async def test_the_newest_of_upgraded_rooms_is_found_from_each_of_them_and_rings_end() -> None:
    rooms = made()
    await replaced(rooms, FIRST, SECOND)
    await replaced(rooms, SECOND, THIRD)
    assert {await rooms.origins.newest(one) for one in (FIRST, SECOND, THIRD)} == {THIRD}
    await rooms.origins.keep_before(FIRST, THIRD)
    assert await rooms.origins.newest(FIRST) in (FIRST, SECOND, THIRD)
