"""What the keys of a direct room open after an erase, on a real homeserver."""

import sqlite3
from contextlib import closing
from urllib.parse import quote

import pytest

from adapters.matrix.chat import MatrixChat
from bot.strings import ENGLISH
from tests.behaviour import answered
from tests.platforms.conftest import Making
from tests.platforms.matrix_driver import MatrixDriver
from tests.platforms.synapse import HERE

pytestmark = [HERE, pytest.mark.asyncio(loop_scope="module")]


async def kind_of(d: MatrixDriver, event: str) -> str:
    """Gives the type of an event as the bot can read it."""
    return str((await d.matrix.home.event(d.rooms["ada", "dm"], event))["type"])


async def erased(d: MatrixDriver, label: str = ENGLISH.consent.erase_tap) -> None:
    await d.choose(label, (await d.command("data erase"))[-1].id)


async def test_nothing_said_before_an_erase_is_opened_and_what_comes_is_heard(
    made: Making,
) -> None:
    d = await made(encrypted=True)
    reply = await answered(d, "the heron sleeps")
    before = (d.people["ada"].newest, reply.id)
    assert [await kind_of(d, one) for one in before] == ["m.room.message"] * 2
    await erased(d)
    assert [await kind_of(d, one) for one in before] == ["m.room.encrypted"] * 2
    assert await answered(d, "hello again")
    after = d.people["ada"].newest
    await d.restart()
    assert await answered(d, "and again")
    assert [await kind_of(d, one) for one in before] == ["m.room.encrypted"] * 2
    assert await kind_of(d, after) == "m.room.message"


async def test_what_was_said_after_an_erase_is_opened_though_it_could_not_be_forgotten_before(
    made: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    d = await made(encrypted=True)
    await answered(d, "the heron sleeps")
    before = d.people["ada"].newest

    async def fails(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(MatrixChat, "forget", fails)
        await erased(d)
    await answered(d, "hello again")
    after = d.people["ada"].newest
    assert await kind_of(d, before) == "m.room.message"
    await d.companion.run_due()
    assert [await kind_of(d, one) for one in (before, after)] == [
        "m.room.encrypted",
        "m.room.message",
    ]


async def test_keys_that_a_device_writes_with_no_more_go_out_of_the_file(made: Making) -> None:
    d = await made(encrypted=True)
    await answered(d, "the heron sleeps")
    room, ada = d.rooms["ada", "dm"], d.people["ada"]
    kept = keys_in(d, room)
    ada.client.olm.outbound_group_sessions.clear()
    await answered(d, "and wakes")
    assert len(keys_in(d, room)) == len(kept) + 1
    await erased(d)
    assert len(keys_in(d, room)) == len(kept)
    assert keys_in(d, room).keys() - kept.keys()
    assert not set(keys_in(d, room).values()) & set(kept.values())
    assert await answered(d, "hello again")


@pytest.mark.parametrize("is_for_two", [True, False])
async def test_what_held_in_a_direct_room_holds_in_the_next_while_that_is_for_two(
    made: Making, is_for_two: bool
) -> None:
    d = await made()
    await answered(d, "hello")
    old, ada = d.rooms["ada", "dm"], d.people["ada"]
    moved = await ada.asked("POST", f"/rooms/{quote(old)}/upgrade", {"new_version": "11"})
    new = moved["replacement_room"]
    others = [] if is_for_two else [(await d.person("eve")).user]
    for user in (*others, d.bot):
        await ada.asked("POST", f"/rooms/{quote(new)}/invite", {"user_id": user})
    await ada.until_joined(new)
    await d._settled()
    assert await d.matrix.rooms.origins.origin(new, ada.user) == (old if is_for_two else new)
    assert await d.matrix.rooms.origins.origin(new) == new
    if is_for_two:
        d.rooms["ada", "dm"] = new
        await erased(d)
        assert await d.matrix.rooms.origins.origin(new, ada.user) == new
        assert await answered(d, "hello again")


def keys_in(d: MatrixDriver, room: str) -> dict[str, bytes]:
    """Gives the keys of a room that the crypto store holds."""
    (file,) = (d.folder / "matrix").glob("@*.db")
    with closing(sqlite3.connect(file)) as raw:
        query = "SELECT session_id, session FROM megolminboundsessions WHERE room_id = ?"
        return dict(raw.execute(query, (room,)).fetchall())
