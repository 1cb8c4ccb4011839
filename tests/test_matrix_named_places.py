"""Rooms that an admin's words name: who may have them looked up, for how long, and which count."""

import asyncio
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from adapters.matrix.addressed import Me
from adapters.matrix.errors import Transient
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.ids import Address
from adapters.matrix.named_places import SHORTLY_S, NamedPlaces, place_of
from adapters.matrix.rooms import Rooms
from adapters.matrix.translate import Translation
from bot.commands.values import SetARule
from bot.errors import PlatformError, RoomGone
from bot.events import CommandGiven
from bot.ids import EventId, MessageId, PersonId, RoomId, SendKey, SpaceId, Where
from bot.words import Outgoing
from tests.jumping_loop import at_once
from tests.scene import AT

JSON = dict[str, Any]
SPACE, ROOM = "!space:x", "!room:x"
PERSON = PersonId("matrix:@ada:x")


class Directory:
    """A homeserver that knows one alias, fails on `#dead`, and never answers on `#slow`."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def once(self, _method: str, path: str) -> JSON:
        self.asked.append(path)
        if "dead" in path:
            raise Transient("The homeserver failed with status 502.")
        if "slow" in path:
            await asyncio.Event().wait()
        if "odd" in path:
            raise PlatformError("odd")
        return {"room_id": ROOM}

    async def raw(self, method: str, path: str) -> JSON:
        await asyncio.sleep(900)  # as long as it is asked again
        return await self.once(method, path)


def places(home: Directory) -> NamedPlaces:
    rooms = SimpleNamespace(bounds=lambda _space, room: room == ROOM, called=lambda _room: "Lobby")
    return NamedPlaces(cast("Any", home), cast("Any", rooms))


def found(words: str, home: Directory | None = None) -> tuple[list[str], float]:
    """Gives the words that name a room, and how long it took."""

    async def work() -> tuple[list[str], float]:
        loop = asyncio.get_running_loop()
        began = loop.time()
        named = await places(home or Directory()).in_words(SPACE, words)
        return [word for word, _one in named], loop.time() - began

    return at_once(work)


def test_an_alias_of_a_dead_homeserver_names_nothing_and_is_asked_once() -> None:
    home = Directory()
    named, took = found("only #dead:server.org #odd:x #lobby:x", home)
    assert (named, took) == (["#lobby:x"], 0)
    assert len(home.asked) == 3


def test_homeservers_that_never_answer_hold_a_room_for_a_short_while_in_all() -> None:
    named, took = found(f"#lobby:x {'#slow:x ' * 10} !other:x {ROOM}")
    assert named == ["#lobby:x", ROOM]
    assert took <= SHORTLY_S + 1


async def test_only_an_admins_words_are_looked_up() -> None:
    home = Directory()
    for by_admin, asked in ((False, 0), (True, 1)):
        where = Where(RoomId("matrix:" + SPACE), SpaceId("matrix:" + SPACE), False, by_admin)
        rule = SetARule("speaks-in", "only #dead:server.org")
        event = CommandGiven(
            EventId("e"), AT, PERSON, where, command=rule, typed="", message=MessageId("$m")
        )
        rooms = places(home).rooms
        hearing = Translation(cast("Any", home), rooms, cast("Any", None), Me("@bot:x", []))
        one = cast("Any", SimpleNamespace(room=SPACE))
        assert await hearing._whole(event, one, {}) == event
        assert len(home.asked) == asked


@dataclass
class Upgraded:
    """Which room stands for a room now."""

    after: dict[str, str] = field(default_factory=dict)

    async def newest(self, room: str) -> str:
        return self.after.get(room, room)


def below(by: str = "@eve:x") -> Rooms:
    """Gives an m.space that lists a room of others."""

    async def once(_method: str, _path: str) -> JSON:
        return {"joined_rooms": [SPACE]}

    client = SimpleNamespace(rooms={SPACE: None}, user_id="@bot:x")
    home = Homeserver(cast("Any", client))
    cast("Any", home).once = once
    rooms = Rooms(home, cast("Any", Upgraded()), 50)
    create = {"type": "m.room.create", "state_key": "", "content": {"type": "m.space"}}
    rooms.told(SPACE, create)
    via = {"via": ["x"]}
    rooms.told(SPACE, {"type": "m.space.child", "state_key": ROOM, "sender": by, "content": via})
    return rooms


def owned(rooms: Rooms, via: JSON) -> None:
    rooms.told(ROOM, {"type": "m.space.parent", "state_key": SPACE, "content": via})


async def test_a_room_that_owns_not_to_a_space_is_no_room_of_it_though_listed() -> None:
    rooms = below()
    named = NamedPlaces(cast("Any", Directory()), rooms)
    assert await named.in_words(SPACE, f"{ROOM} #lobby:x") == ()
    owned(rooms, {"via": ["x"]})
    assert [word for word, _ in await named.in_words(SPACE, ROOM)] == [ROOM]


async def test_what_is_told_of_a_space_goes_to_no_room_that_is_not_below_it_any_more() -> None:
    rooms = below()
    new = Outgoing(SendKey("k"), Address(ROOM).id, "Set.", told_from=Address(SPACE, "$t").id)
    own = replace(new, told_from=Address(ROOM).id)
    owned(rooms, {"via": ["x"]})
    assert await place_of(rooms, new) == await place_of(rooms, own) == Address(ROOM)
    owned(rooms, {})
    for one in (own, replace(new, told_from=None)):
        assert await place_of(rooms, one) == Address(ROOM)
    with pytest.raises(RoomGone):
        await place_of(rooms, new)
    rooms.home.client.rooms.clear()  # a start, before anything was read
    with pytest.raises(Transient):
        await place_of(rooms, new)


async def test_what_is_told_goes_to_the_room_that_replaced_the_one_it_was_set_for() -> None:
    rooms = below()
    old = Outgoing(SendKey("k"), Address("!old:x").id, "Set.", told_from=Address(SPACE).id)
    upgraded = cast("Upgraded", rooms.origins)
    upgraded.after["!old:x"] = ROOM
    with pytest.raises(RoomGone):  # it is below no space
        await place_of(rooms, old)
    owned(rooms, {"via": ["x"]})
    assert await place_of(rooms, old) == Address(ROOM)
    upgraded.after["!old:x"] = SPACE  # it was told where it was set, which was upgraded
    assert await place_of(rooms, old) == Address(SPACE)
