"""Emojis for repairs on Matrix: whatever a client puts on a message, and those of an m.space."""

import asyncio
from typing import Any

import pytest

from bot.strings import ENGLISH
from tests.behaviour_emojis import BETTER, FIRST, first, now
from tests.behaviour_settings import sets
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE
from tests.platforms.test_matrix_rooms import bodies, state
from tests.platforms.test_matrix_spaces_bound import a_space
from tests.statements import counting

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]
JSON = dict[str, Any]
SET = ENGLISH.settings
PICTURE = "mxc://example.org/abcdefghijklmnopqrstuvwx"


async def put(d: MatrixDriver, keys: tuple[str, ...], message: str) -> None:
    """Lets ada put on a message what asks for nothing, and waits until all of it was read."""
    room = d._found(message).room
    for key in keys:
        assert await d.people["ada"].react(room, message, key) is not None
    aside = await d.people["admin"].say(room, "not for it")
    async with asyncio.timeout(30):
        while aside not in d.matrix.heard._came:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("key", [PICTURE, ":oops:", "nope!"])
async def test_what_a_client_puts_there_repairs_by_whatever_it_is(made: Making, key: str) -> None:
    d = await made()
    await d.say("hello", by="admin", room="lobby")
    await sets(d, f"repair-emojis {key}")
    reply = await first(d)
    await put(d, ("👎",), reply.id)
    assert FIRST in await now(d, reply)
    await d.react(key, reply.id, room="lobby")
    assert BETTER in await now(d, reply)
    await d.unreact(key, reply.id, room="lobby")
    assert FIRST in await now(d, reply)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("tap", "taken"),
        ("1️⃣", "taken"),
        ("🇦", "taken"),
        ("🌙", "taken"),
        ("x" * 41, "no_emoji"),
        ("a\u202eb", "no_emoji"),
        ("mxc://" + "x" * 150 + "/y", "no_emoji"),
    ],
)
async def test_what_may_not_repair_is_refused(made: Making, key: str, why: str) -> None:
    d = await made()
    await d.say("hello", by="admin", room="lobby")
    card = await sets(d, f"repair-emojis {key}")
    assert SET.faults[why].partition("{emoji}")[2].format(most=5) in card.text or (
        SET.faults[why].format(emoji="", most=5) in card.text
    )
    assert SET.line.format(name=SET.names["repair-emojis"], value="🔧") in card.text


async def test_what_an_m_space_lets_repair_does_so_in_its_rooms_while_they_are_below_it(
    made: Making,
) -> None:
    d = await made()
    lobby = await d.room("admin", "lobby")
    space = await a_space(d, "admin")
    await d.command("admin set repair-emojis 👎", by="admin", room="admin")
    reply = await first(d)
    await put(d, ("👎",), reply.id)
    assert FIRST in await now(d, reply)
    await state(d.people["admin"], space, "m.space.child", {"via": ["x"]}, lobby)
    await d._settled()
    assert d.matrix.rooms.bounds(space, lobby)
    assert "👎" in bodies(await d.command("emojis", room="lobby"))
    await d.unreact("👎", reply.id, room="lobby")
    await d.react("👎", reply.id, room="lobby")
    assert BETTER in await now(d, reply)


async def test_other_reactions_cost_nothing_once_it_is_known_what_repairs_in_a_room(
    made: Making,
) -> None:
    d = await made()
    await d.say("hello", by="admin", room="lobby")
    await sets(d, "repair-emojis 👎")
    reply = await first(d)
    await put(d, ("👋",), reply.id)
    with counting(d.store) as found:
        await put(d, ("🎉", ":other:", PICTURE), reply.id)
    assert found.commits == 0
    # What reads on looks for what is open, whatever came; nothing is looked up of these.
    assert not any("owner" in one.partition("WHERE")[2] for one in found.every)
