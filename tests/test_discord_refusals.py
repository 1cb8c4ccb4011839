"""Refusals are counted where they came from: whoever refuses silences nobody else."""

from typing import Any

import discord
import pytest

from adapters.discord import refusals
from adapters.discord.api import Api
from adapters.discord.refusals import DiscordRefused, Refusals
from bot.errors import PlatformAway

SERVERS = {"11": "1", "12": "1", "21": "2"}


class Rights:
    """Channels of two servers, all of them open as far as it was told."""

    def server_of(self, channel: str) -> str | None:
        return SERVERS.get(channel)

    def may_speak(self, channel: str) -> bool:
        return channel != "12"


class Refusing:
    """Discord, which refuses everything of one server."""

    def __init__(self, status: int = 403, code: int = 50013) -> None:
        self.status, self.code = status, code
        self.asked: list[str] = []

    async def request(self, route: Any, **_more: object) -> None:
        self.asked.append(route.url.partition("v10")[2])
        if route.channel_id is None or SERVERS.get(str(route.channel_id)) == "1":
            answer = type("Answer", (), {"status": self.status, "reason": ""})()
            raise discord.HTTPException(answer, {"code": self.code, "message": ""})


def asking(http: Refusing) -> Api:
    return Api(http, Rights())  # type: ignore[arg-type]


async def refuses(api: Api, method: str, path: str) -> type[Exception] | None:
    try:
        await api.ask(method, path)
    except (DiscordRefused, PlatformAway) as failure:
        return type(failure)
    return None


async def test_what_it_may_not_write_is_not_even_asked() -> None:
    http = Refusing()
    assert await refuses(asking(http), "POST", "/channels/12/messages") is DiscordRefused
    assert http.asked == []


async def test_a_channel_that_refuses_is_left_alone_for_longer_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 0.0
    monkeypatch.setattr(refusals, "monotonic", lambda: now)
    http = Refusing()
    api = asking(http)
    for now, asked in ((0, 1), (30, 1), (61, 2), (130, 2), (190, 3), (400, 3)):  # noqa: B007
        assert await refuses(api, "POST", "/channels/11/messages") is DiscordRefused
        assert len(http.asked) == asked
    assert await refuses(api, "PUT", "/channels/11/messages/5/reactions/x/@me") is DiscordRefused
    assert len(http.asked) == 4  # another right
    api.refusals.is_changed("1")
    await refuses(api, "POST", "/channels/11/messages")
    assert len(http.asked) == 5


async def test_one_server_that_refuses_too_much_silences_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(refusals, "MOST_OF_A_SERVER", 4)
    http = Refusing(code=50007)  # one that holds nothing back
    api = asking(http)
    found = [await refuses(api, "POST", "/channels/11/messages") for _ in range(6)]
    assert found == [DiscordRefused] * 4 + [PlatformAway] * 2
    assert await refuses(api, "POST", "/channels/21/messages") is None
    monkeypatch.setattr(refusals, "WITHIN_S", -1.0)
    assert await refuses(api, "POST", "/channels/11/messages") is DiscordRefused


async def test_near_discords_own_limit_only_who_was_never_refused_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(refusals, "MOST", 2)
    api = asking(Refusing(code=50007))
    for _ in range(2):
        assert await refuses(api, "POST", "/channels/11/messages") is DiscordRefused
    assert await refuses(api, "POST", "/channels/11/messages") is PlatformAway
    assert await refuses(api, "POST", "/channels/21/messages") is None


async def test_a_token_that_is_refused_again_and_again_ends_all_asking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(refusals, "MOST_OF_A_TOKEN", 3)
    http = Refusing(status=401, code=0)
    api = asking(http)
    for _ in range(3):
        assert await refuses(api, "GET", "/users/@me") is DiscordRefused
    for path in ("/users/@me", "/channels/21/messages"):
        assert await refuses(api, "GET", path) is PlatformAway
    assert len(http.asked) == 3


async def test_what_is_not_there_counts_for_nothing() -> None:
    api = asking(Refusing(status=404, code=10008))
    for _ in range(300):
        assert await refuses(api, "GET", "/channels/11/messages/5") is DiscordRefused
    assert api.refusals.total == 0


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MOST_KEPT", 10)
    kept = Refusals(lambda _channel: None)
    for number in range(50):
        kept.note(kept.kind_of("POST x", str(number), ""), DiscordRefused(403, 50001))
    assert len(kept._held) == len(kept._lately) == 10
