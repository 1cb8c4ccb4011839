"""An m.space of a real homeserver bounds its rooms, and a claim of a room's own does not."""

from typing import Any

import pytest

from bot.strings import ENGLISH
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE
from tests.platforms.test_matrix_rooms import bodies, state

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
JSON = dict[str, Any]
SET = ENGLISH.settings


async def a_space(d: MatrixDriver, by: str) -> str:
    """Lets somebody make an m.space with the bot in it, and calls it a room of the driver."""
    who = await d.person(by)
    body: JSON = {"creation_content": {"type": "m.space"}, "invite": [d.bot]}
    space = str((await who.asked("POST", "/createRoom", body))["room_id"])
    await who.until_joined(space)
    d.rooms["", by] = space
    await d._settled()
    return space


async def test_what_is_set_in_a_space_bounds_a_room_that_its_admin_put_there(made: Making) -> None:
    d = await made()
    lobby = await d.room("admin", "lobby")
    space = await a_space(d, "admin")
    admin, via = d.people["admin"], {"via": ["x"]}
    await d.command("admin set speaks-in not here", by="admin", room="admin")
    assert await d.say("hello", room="lobby") != []
    await state(admin, space, "m.space.child", via, lobby)
    await d._settled()
    assert d.matrix.rooms.bounds(space, lobby)
    named = f"admin set speaks-in not {lobby}"
    assert SET.bad_value not in bodies(await d.command(named, by="admin", room="admin"))
    assert await d.say("hello again", room="lobby") == []
    assert SET.refused["here"].partition(":")[0] not in bodies(
        await d.command("data", room="lobby")
    )
    await state(admin, space, "m.space.child", {}, lobby)
    await d._settled()
    assert await d.say("and now", room="lobby") != []


async def test_the_languages_of_a_space_are_those_of_its_rooms(made: Making) -> None:
    d = await made()
    lobby, space = await d.room("admin", "lobby"), await a_space(d, "admin")
    await d.command("admin set languages fr", by="admin", room="admin")
    await state(d.people["admin"], space, "m.space.child", {"via": ["x"]}, lobby)
    await d._settled()
    assert "Je suis Attune" in bodies(await d.say("hello", room="lobby"))


async def test_a_strangers_space_bounds_no_room_and_a_rooms_claim_alone_counts_for_nothing(
    made: Making,
) -> None:
    d = await made()
    lobby = await d.room("admin", "lobby")
    space = await a_space(d, "eve")
    await state(d.people["eve"], space, "m.space.child", {"via": ["x"]}, lobby)
    await d._settled()
    await d.command("admin set deepest plain", by="eve", room="eve")
    assert d.matrix.rooms.spaces.is_space(space)
    assert d.matrix.rooms.spaces.above(lobby, d.matrix.rooms._is_admin) == ()
    other = await a_space(d, "admin")
    await state(d.people["admin"], lobby, "m.space.parent", {"via": ["x"]}, other)
    await d._settled()
    assert d.matrix.rooms.spaces.above(lobby, d.matrix.rooms._is_admin) == ()
