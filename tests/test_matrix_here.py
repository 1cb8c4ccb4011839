"""Who is in a Matrix room, and what they may: as the newest state says, without a homeserver."""

import asyncio
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

from nio import MatrixRoom

from adapters.matrix import ids
from adapters.matrix.ids import Address
from adapters.matrix.rooms import MOST_OF_A_NAME, Rooms

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


def rooms(*made: MatrixRoom, members: tuple[str, ...] = ()) -> Rooms:
    """Gives these rooms; `members` is who is there as the homeserver says when it is asked."""

    async def raw(_method: str, _path: str) -> dict[str, Any]:
        return {"chunk": [{"state_key": one, "content": {"membership": "join"}} for one in members]}

    async def origin(name: str, _user: str | None) -> str:
        return name

    client = SimpleNamespace(rooms={one.room_id: one for one in made})
    home = SimpleNamespace(client=client, me=ME, raw=raw)
    return Rooms(cast("Any", home), cast("Any", SimpleNamespace(origin=origin)), 50)


DIRECT = Address(ROOM)
ADAS = ids.person(ADA)


async def test_a_room_is_direct_while_its_person_and_nobody_else_is_there() -> None:
    for made, is_direct, is_open in (
        (room(ME, ADA), True, False),
        (room(ME, invited=(ADA,)), True, False),
        (room(ME, ADA, EVE), False, True),
        (room(ME, ADA, invited=(EVE,)), False, True),
        (room(ME, EVE), False, True),
        (room(ME), False, False),
    ):
        here = rooms(made)
        here.direct = {ROOM: ADA}
        assert (here.is_direct(ROOM), here.is_open(ROOM)) == (is_direct, is_open)
        assert here.direct_with(ADAS) == (ROOM if is_direct else None)


async def test_a_direct_room_to_which_others_came_is_another_room_and_space() -> None:
    here = rooms(room(ME, ADA))
    here.direct = {ROOM: ADA}
    alone = await here.where(DIRECT, ADA)
    here.home.client.rooms[ROOM].add_member(EVE, None, None)
    shared = await here.where(DIRECT, ADA)
    assert (alone.is_direct, shared.is_direct) == (True, False)
    assert alone.space != shared.space
    assert alone.room != shared.room
    assert ids.address(shared.room) == Address(ROOM, is_open=True)
    assert ids.address(alone.room) == DIRECT


async def test_who_came_unseen_is_asked_for_where_nothing_is_encrypted() -> None:
    here = rooms(room(ME, ADA), members=(ME, ADA, EVE))
    here.direct = {ROOM: ADA}
    assert here.is_direct(ROOM)
    assert await here.surely_with(ADAS) is None
    assert not here.is_direct(ROOM)
    here.told(ROOM, {"type": "m.room.member", "content": {}})  # read by now
    assert here.is_direct(ROOM)
    here.home.client.rooms[ROOM].encrypted = True
    assert await here.surely_with(ADAS) == ROOM


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


async def test_a_room_is_known_only_once_its_powers_were_told() -> None:
    here = rooms(room(ME, ADA))  # as nio has it while the loop still reads the answer
    made = {"type": "m.room.create", "state_key": "", "sender": ADA, "content": {}}
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(here.until_known(ROOM))
        here.read()
        await asyncio.sleep(0)
        assert not waiting.done()
        here.told(ROOM, made)
        here.told(ROOM, levels(ada=100))
        here.read()
    assert here.could_kick(ROOM, ADA)


def test_who_left_or_has_not_come_may_nothing() -> None:
    here = rooms(room(ME, ADA, invited=(EVE,)))
    here.told(ROOM, levels(ada=100, eve=100, kim=100))
    assert here.level(ROOM, ADA) == 100
    assert here.level(ROOM, EVE) == here.level(ROOM, "@kim:example.org") == 0
    assert here.could_kick(ROOM, ADA)
    assert not here.could_kick(ROOM, EVE)
    assert here.level(OTHER, ADA) == 0


def test_the_name_of_a_shared_room_is_for_who_is_in_it_and_a_direct_one_has_none() -> None:
    shared = room(ME, ADA, EVE)
    shared.name = "The Garden"
    here = rooms(shared)
    assert here.called_to(ADA, ROOM) == "The Garden"
    assert here.called_to("@kim:example.org", ROOM) == here.called_to(ADA, OTHER) == ""
    here.direct = {ROOM: ADA}
    shared.remove_member(EVE)
    assert here.called_to(ADA, ROOM) == ""


async def test_a_shared_room_is_told_by_its_name_and_a_direct_one_by_none() -> None:
    shared, named = room(ME, ADA, EVE), Address(ROOM)
    here = rooms(shared)
    assert (await here.where(named, ADA)).called == ""
    shared.canonical_alias = "#garden:example.org"
    assert (await here.where(named, ADA)).called == "#garden:example.org"
    shared.name = "g" * 10_000
    where = await here.where(replace(named, thread="$t"), ADA)
    assert where.called == "g" * MOST_OF_A_NAME
    assert where.can.answers_apart
    here.direct = {ROOM: ADA}
    shared.remove_member(EVE)
    alone = await here.where(named, ADA)
    assert (alone.is_direct, alone.called, alone.can.answers_apart) == (True, "", False)
    assert await here.where_alone(named, ADA) == alone
