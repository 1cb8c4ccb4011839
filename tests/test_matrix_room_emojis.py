"""What repairs in a room of Matrix: known from memory, of its own space and of those above."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from adapters.matrix import ids
from adapters.matrix.origins import Origins
from adapters.matrix.room_emojis import RoomEmojis
from bot.engine.space_emojis import SpaceEmojis
from bot.errors import StoreError
from bot.ids import SpaceId
from tests.test_matrix_upgraded import FIRST, OLD_SPACE, SECOND, SPACE, VIA, Kept, made, replaced

OOPS = ":oops:"


class Asked:
    """The emojis of spaces, of which it is remembered about which was asked."""

    def __init__(self, *having: SpaceId) -> None:
        self.having, self.about = having, list[tuple[SpaceId, ...]]()

    async def repairs(self, spaces: tuple[SpaceId, ...], emoji: str) -> bool:
        self.about.append(spaces)
        return emoji == OOPS and not {*spaces}.isdisjoint(self.having)


def knowing(rooms: Any, *having: SpaceId) -> tuple[RoomEmojis, Asked]:
    asked = Asked(*having)
    return RoomEmojis(rooms, cast("SpaceEmojis", asked)), asked


async def test_what_repairs_is_of_the_room_that_a_room_replaced_and_of_a_space_above() -> None:
    rooms = made()
    for space in (OLD_SPACE, SPACE):
        create = {"type": "m.room.create", "state_key": "", "content": {"type": "m.space"}}
        rooms.told(space, create)
        child = {"type": "m.space.child", "state_key": SECOND, "sender": "@a:x", "content": VIA}
        rooms.told(space, child)
    await replaced(rooms, OLD_SPACE, SPACE)
    await replaced(rooms, FIRST, SECOND)
    for having in (ids.space(FIRST), ids.space(OLD_SPACE)):
        here, _ = knowing(rooms, having)
        assert await here.repairs(SECOND, OOPS)
        assert not await here.repairs(SECOND, "👎")
    here, asked = knowing(rooms, ids.space("!other:x"))
    assert not await here.repairs(SECOND, OOPS)
    assert {*asked.about[0]} == {ids.space(FIRST), ids.space(OLD_SPACE)}


@pytest.mark.parametrize("key", [None, 5, ["👎"], {"key": "👎"}])
async def test_what_is_no_text_repairs_nothing(key: object) -> None:
    here, asked = knowing(made(), ids.space(FIRST))
    assert not await here.repairs(FIRST, key)
    assert asked.about == []


async def test_in_a_direct_room_nobody_is_asked() -> None:
    here, asked = knowing(SimpleNamespace(is_direct=lambda _room: True), ids.space(FIRST))
    assert not await here.repairs(FIRST, OOPS)
    assert asked.about == []


async def test_where_a_room_came_from_is_read_once_and_known_as_it_is_stored() -> None:
    kept = Kept()
    origins = Origins(cast("Any", kept))
    assert await origins.seen(SECOND) == SECOND
    kept.notes.clear()
    await origins.keep_origin(SECOND, FIRST)
    kept.notes.clear()  # as if it could not be read
    assert await origins.seen(SECOND) == FIRST
    assert await origins.origin(SECOND) == SECOND
    assert await origins.seen(SECOND) == SECOND


async def test_while_the_store_is_away_an_emoji_waits_and_stops_nothing_beside_it() -> None:
    rooms = made()
    rooms.origins = cast("Origins", SimpleNamespace(seen=away))
    here, _ = knowing(rooms, ids.space(FIRST))
    assert await here.repairs(FIRST, "👍")


async def away(*_given: object) -> str:
    raise StoreError("away")
