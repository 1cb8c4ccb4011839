"""Who left a room on Matrix: all of one sync are told together, and looked for until it works."""

import asyncio
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from adapters.kit.retry import waits
from adapters.matrix import ids
from adapters.matrix.addressed import Me
from adapters.matrix.heard import HeardEvents
from adapters.matrix.sync import MEMBER, SyncLoop
from adapters.matrix.workers import Workers
from bot.engine.writing import Gone
from bot.errors import StoreError
from bot.ids import Scope
from tests.console_stage import SetClock

BOT, ADA, BEN = "@attune:example.org", "@ada:example.org", "@ben:example.org"
ONE, OTHER, THIRD = "!one:example.org", "!other:example.org", "!third:example.org"


def left(user: str, how: str = "leave") -> dict[str, Any]:
    return {"type": MEMBER, "state_key": user, "content": {"membership": how}}


def listening(told: list[Any], gone: list[str]) -> SyncLoop:
    client = SimpleNamespace(rooms={THIRD: object()})
    rooms = SimpleNamespace(told=lambda *_: None, is_there=lambda *_: False, gone=gone.append)
    session = SimpleNamespace(home=SimpleNamespace(client=client))
    heard = HeardEvents(SetClock().now)
    parts: Any = (session, None, rooms, Me(BOT, []), None, None, told.append, heard, None)
    return SyncLoop(*parts)


def test_all_who_left_in_one_sync_are_told_at_once() -> None:
    told, gone = list[Any](), list[str]()
    joined = {
        ONE: {"timeline": {"events": [left(ADA), left(BEN, "ban"), left(BEN, "join")]}},
        OTHER: {"state": {"events": [left(ADA)]}},
    }
    listens = listening(told, gone)
    listens._told({"rooms": {"join": joined, "leave": {THIRD: {}}}})
    assert told == [((ONE, ADA), (ONE, BEN), (OTHER, ADA), (THIRD, BOT))]
    listens._told({"rooms": {"join": {}, "leave": {THIRD: {}}}})
    assert len(told) == 1
    assert set(gone) == {THIRD}


async def test_one_look_ends_the_replies_of_all_and_is_tried_again_where_the_store_fails() -> None:
    looks: list[Gone] = []
    slept: list[float] = []

    async def leave(is_gone: Gone) -> None:
        looks.append(is_gone)
        if len(looks) < 3:
            raise StoreError("away")

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    parts: Any = (
        SimpleNamespace(me=BOT),
        *[None] * 4,
        leave,
        *[None] * 3,
        SetClock(),
        timedelta(hours=1),
    )
    working = Workers(*parts)
    working.sleep = sleep
    working.left(((ONE, ADA), (THIRD, BOT)))
    await asyncio.gather(*working._asides)
    assert len(looks) == 3
    assert slept == list(waits())[:2]

    def is_gone(room: str, user: str) -> bool:
        return looks[-1](ids.Address(room).id, Scope(ids.space(room), ids.person(user)))

    assert [is_gone(ONE, ADA), is_gone(ONE, BEN), is_gone(OTHER, ADA)] == [True, False, False]
    assert is_gone(THIRD, ADA)
