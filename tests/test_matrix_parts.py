"""The parts of Matrix that need no homeserver: who is meant, what grows, what cannot be read."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from time import monotonic
from types import SimpleNamespace
from typing import Any

import pytest
from nio import AsyncClient

from adapters.cli import upkeep
from adapters.kit import growing_messages
from adapters.matrix import addressed as told
from adapters.matrix import throttle
from adapters.matrix.devices import Device
from adapters.matrix.errors import Transient
from adapters.matrix.heard import HeardEvents
from adapters.matrix.history import History
from adapters.matrix.inbox import Incoming
from adapters.matrix.session import DEVICE_NAME, CryptoStore
from adapters.matrix.sharing import share_key
from adapters.matrix.throttle import ThrottledClient
from adapters.matrix.translate import OLDEST, Translation
from adapters.matrix.workers import Workers
from bot.clock import SystemClock
from bot.errors import SettingsFault
from bot.events import MessageSeen
from bot.ids import RoomId, SpaceId, Where
from bot.settings import load
from tests.console_stage import SetClock

LONG_AGO = datetime.fromtimestamp(0.001, UTC)  # True is 1
ME = told.Me("@attune:example.org", ["Attune"])


def test_whatever_a_kind_of_key_refers_to_is_named_to_the_crypto_store_too(tmp_path: Path) -> None:
    store = CryptoStore(ME.user, "DEVICE", str(tmp_path))
    referred = {one.rel_model for kind in store.models for one in kind._meta.refs}
    assert referred
    assert referred <= set(store.models)
    with store.database.bind_ctx(store.models):
        assert {kind._meta.database for kind in store.models} == {store.database}
    store.database.close()


async def test_the_last_words_are_always_shown_and_the_edits_are_few() -> None:
    shown: list[str] = []

    async def show(text: str) -> None:
        shown.append(text)

    growing = growing_messages.Streams[str](growing_messages.Pace(0.0001, 25, 8), "matrix")
    growing.begin("$a", "w0", show)
    for number in range(1, 200):
        await growing.grow("$a", f"w{number}", is_last=False)
        await asyncio.sleep(0.0005)
    await growing.grow("$a", "the end", is_last=True)
    assert shown[-1] == "the end"
    assert len(shown) <= 25
    assert not await growing.grow("$a", "more", is_last=True)


class Failing(ThrottledClient):
    """Counts what would be sent, and fails while it is told to."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9")
        self.status = 502
        self.sent: list[float] = []


async def test_a_homeserver_in_trouble_is_asked_by_all_parts_together_once_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(throttle, "GAP_S", 0.05)
    client = Failing()

    async def send(_self: AsyncClient, *_given: object) -> SimpleNamespace:
        client.sent.append(monotonic())
        return SimpleNamespace(status=client.status, headers={})

    monkeypatch.setattr(AsyncClient, "send", send)
    await asyncio.gather(*(client.send("GET", "/") for _ in range(3)))
    client.sent.clear()
    await asyncio.gather(*(client.send("GET", "/") for _ in range(4)))
    assert [b - a >= 0.04 for a, b in pairwise(client.sent)] == [True] * 3
    client.status = 200
    await client.send("GET", "/")
    began = monotonic()
    await asyncio.gather(*(client.send("GET", "/") for _ in range(50)))
    assert monotonic() - began < 0.05 * 50


async def test_no_key_is_shared_before_the_room_is_known() -> None:
    async def never(_method: str, _path: str, _body: object) -> object:
        raise AssertionError

    with pytest.raises(Transient):
        await share_key(AsyncClient("http://127.0.0.1:9"), "!r", never)


def test_only_what_attune_made_and_uses_no_more_is_removed() -> None:
    assert Device("A", DEVICE_NAME, None, is_this=False).is_old_own
    assert not Device("A", DEVICE_NAME, None, is_this=True).is_old_own
    assert not Device("A", "Element", None, is_this=False).is_old_own


def test_without_an_account_the_commands_for_it_say_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ATTUNE_DATA_FOLDER", str(tmp_path))
    with pytest.raises(SettingsFault, match="ATTUNE_MATRIX_HOMESERVER"):
        upkeep.devices()


async def test_what_is_whole_at_once_is_not_kept_for_ever() -> None:
    async def show(_text: str) -> None:
        return None

    growing = growing_messages.Streams[str](growing_messages.Pace(1, 25, 8), "matrix")
    for number in range(3 * growing_messages.MOST_GROWING):
        growing.begin(f"${number}", "all of it", show)
    assert len(growing._growing) == growing_messages.MOST_GROWING
    assert await growing.grow(f"${number}", "more", is_last=True)
    assert not await growing.grow("$0", "more", is_last=True)


def test_a_homeserver_needs_an_account_and_a_way_in() -> None:
    with pytest.raises(SettingsFault) as told_of:
        load({"ATTUNE_MATRIX_HOMESERVER": "https://example.org"}, None)
    assert {one.partition(":")[0] for one in told_of.value.faults} == {
        "ATTUNE_MATRIX_USER",
        "ATTUNE_MATRIX_PASSWORD",
    }


@pytest.mark.parametrize("odd", [1, "x", [], {}, {"m.new_content": 1}, {"m.relates_to": []}])
def test_what_is_odd_in_a_room_says_nothing_and_stops_nothing(odd: object) -> None:
    sources = ({"content": odd}, {"content": odd, "type": "m.room.message", "event_id": 1})
    nothing: Any = None
    past = History(nothing, nothing, nothing, HeardEvents(SystemClock().now))
    assert all(past._stands(source, {}) in ([], [source]) for source in sources)
    for source in sources:
        past.heard.told("!r", source, is_meant=True)


@pytest.mark.parametrize("at", [None, "x", -1, 0, 1e400, 10**30, True])
def test_a_time_that_makes_no_sense_is_none(at: object) -> None:
    assert Incoming("!r", {"origin_server_ts": at}).said_at in (None, LONG_AGO)


async def test_a_time_long_ago_counts_for_a_day_at_most() -> None:
    now = SystemClock().now()
    rooms = SimpleNamespace(is_direct=lambda _room: True, where=_somewhere)
    hearing = Translation(SimpleNamespace(me=ME.user), rooms, None, ME)  # type: ignore[arg-type]
    content = {"msgtype": "m.text", "body": "hello"}
    source = {"type": "m.room.message", "event_id": "$a", "sender": "@a:b", "content": content}
    for told_at in (1, 10**13):
        event = await hearing.event(Incoming("!r", {**source, "origin_server_ts": told_at}), now)
        assert isinstance(event, MessageSeen)
        assert event.said in (now - OLDEST, now)
        assert event.at == now


async def _somewhere(_place: object, _user: str) -> Where:
    return Where(RoomId("matrix:!r"), SpaceId("matrix:!r"), is_direct=True)


def test_no_words_stand_in_the_repr_of_what_came() -> None:
    assert "secret" not in repr(Incoming("!r", {"content": {"body": "secret"}}))


@pytest.mark.parametrize(
    ("said_ago", "read_ago", "is_late"),
    [
        (2.0, 0.01, False),
        (2.0, 1.9, True),
        (2.0, None, True),
        (0.0, None, False),
        (0.0, 3.0, False),
    ],
)
def test_lateness_is_when_it_came_and_not_what_a_senders_clock_says(
    said_ago: float, read_ago: float | None, is_late: bool
) -> None:
    clock = SetClock()
    at = int((clock.now() - timedelta(hours=said_ago)).timestamp() * 1000)
    since = clock.now() - timedelta(hours=read_ago) if read_ago is not None else None
    parts: Any = (*[None] * 9, clock, timedelta(hours=1))
    working = Workers(*parts)
    one = Incoming("!room", {"origin_server_ts": at}, since)
    assert working._is_late(one) is is_late
