"""The emoji that stops a reply on Matrix: never left under one that is over."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from adapters.matrix.errors import MatrixRefused
from adapters.matrix.form import STOP
from adapters.matrix.growing import STOPS_AFTER_S, Stops
from adapters.matrix.marks import Marks
from bot.tasks import start
from tests.jumping_loop import at_once, seconds

ROOM, REPLY = "!a:example.org", "$reply"
Told = list[tuple[float, str]]


class Marked:
    """A homeserver that takes half a second for each emoji, and may hold or refuse some."""

    me = "@attune:example.org"

    def __init__(self, *, stands: bool = False, refuses: str = "") -> None:
        self.told: Told = []
        self._refuses, self._standing = refuses, {"$old"} if stands else set[str]()

    async def send(self, _room: str, _kind: str, content: dict[str, Any], _key: str) -> str:
        await asyncio.sleep(0.5)
        if self._refuses or self._standing:
            raise MatrixRefused(self._refuses or "M_DUPLICATE_ANNOTATION")
        assert content["m.relates_to"]["key"] == STOP
        self._standing.add("$new")
        self.told.append((seconds(), "put"))
        return "$new"

    async def redact(self, _room: str, mark: str, _key: str) -> None:
        self._standing.discard(mark)
        self.told.append((seconds(), f"{mark} gone"))

    async def relations(self, _room: str, event: str, _kind: str) -> list[dict[str, Any]]:
        self.told.append((seconds(), "asked"))
        about = {"m.relates_to": {"event_id": event, "key": STOP}}
        return [{"sender": self.me, "event_id": one, "content": about} for one in self._standing]


def told(work: Callable[[Stops], Awaitable[None]], home: Marked) -> Told:
    async def done() -> Told:
        one: Any = home
        await work(Stops(Marks(one)))
        return home.told

    return at_once(done)


async def _over_after(stops: Stops, wait_s: float) -> None:
    stops.offer(ROOM, REPLY, STOPS_AFTER_S)
    await asyncio.sleep(wait_s)
    await stops.withdraw(ROOM, REPLY)
    await asyncio.sleep(10)


def test_a_reply_that_is_over_before_it_is_due_never_has_it() -> None:
    assert told(lambda stops: _over_after(stops, 0.9), Marked()) == []


def test_it_is_there_until_the_reply_is_over() -> None:
    assert told(lambda stops: _over_after(stops, 5.0), Marked()) == [
        (1.5, "put"),
        (5.0, "$new gone"),
    ]


def test_what_is_on_its_way_when_the_reply_ends_is_waited_for_and_goes() -> None:
    assert told(lambda stops: _over_after(stops, 1.2), Marked()) == [
        (1.5, "put"),
        (1.5, "$new gone"),
    ]


def test_one_that_an_earlier_process_put_is_found_and_goes() -> None:
    found = [(5.0, "asked"), (5.0, "$old gone")]
    assert told(lambda stops: _over_after(stops, 5.0), Marked(stands=True)) == found
    at_end = [(0.0, "asked"), (0.0, "$old gone")]
    assert told(lambda stops: stops.withdraw(ROOM, REPLY), Marked(stands=True)) == at_end


def test_where_it_may_not_react_the_reply_ends_all_the_same() -> None:
    home = Marked(refuses="M_FORBIDDEN")
    assert told(lambda stops: _over_after(stops, 5.0), home) == [(5.0, "asked")]


def test_under_a_message_that_goes_none_is_put() -> None:
    async def gone(stops: Stops) -> None:
        stops.offer(ROOM, REPLY, STOPS_AFTER_S)
        await stops.drop(REPLY)
        await asyncio.sleep(10)

    assert told(gone, Marked()) == []


def test_whoever_is_cancelled_while_it_is_on_its_way_does_not_cancel_it() -> None:
    async def cancelled(stops: Stops) -> None:
        stops.offer(ROOM, REPLY, 0.0)
        await asyncio.sleep(0.1)
        ending = start(stops.withdraw(ROOM, REPLY), "end")
        await asyncio.sleep(0.1)
        ending.cancel()
        await asyncio.sleep(10)

    assert told(cancelled, Marked()) == [(0.5, "put")]


def test_a_process_that_ends_puts_no_more() -> None:
    async def closed(stops: Stops) -> None:
        stops.offer(ROOM, REPLY, STOPS_AFTER_S)
        await stops.close()
        await asyncio.sleep(10)

    assert told(closed, Marked()) == []
