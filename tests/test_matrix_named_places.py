"""Rooms that an admin's words name: who may have them looked up, for how long, and which count."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

from adapters.matrix.addressed import Me
from adapters.matrix.errors import Transient
from adapters.matrix.named_places import SHORTLY_S, NamedPlaces
from adapters.matrix.translate import Translation
from bot.commands.values import SetARule
from bot.errors import PlatformError
from bot.events import CommandGiven
from bot.ids import EventId, MessageId, PersonId, RoomId, SpaceId, Where
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
    spaces = SimpleNamespace(lists=lambda _space, room: room == ROOM)
    rooms = SimpleNamespace(spaces=spaces, called=lambda _room: "Lobby")
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
