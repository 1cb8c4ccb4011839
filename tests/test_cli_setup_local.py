"""Model servers of this machine: found, listed, and never believed more than they can harm."""

import gzip
import json

import pytest

from adapters.cli.setup import local
from adapters.cli.setup.local import Listed, Place, Server, listed, names, servers
from tests.platforms.install import free_port
from tests.setting_up import Listener, json_of, listing

NONE = json_of("{}", "404 Not Found")
ENDLESS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
HOSTILE = {
    "html": json_of("<html>not a list</html>"),
    "a list of something else": json_of('["models"]'),
    "no list": json_of('{"data": "models"}'),
    "deep": json_of("[" * 200_000),
    "not utf-8": json_of(b'{"data": [{"id": "\xff"}]}'),
    "a long number": json_of('{"data": ' + "9" * 10_000 + "}"),
    "a redirect": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\n\r\n",
    "cut": b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
    "a long header": b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n",
    "no http": b"220 mail.example.org ready\r\n",
    "packed": json_of(gzip.compress(b" " * 2**22)).replace(
        b"Connection", b"Content-Encoding: gzip\r\nConnection", 1
    ),
}


def at(monkeypatch: pytest.MonkeyPatch, *places: Place) -> None:
    monkeypatch.setattr(local, "PLACES", places)


async def test_each_server_that_answers_is_named_with_its_models(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Listener(json_of(listing(["one", "two"]))) as first, Listener(NONE) as other:
        dead = Place("dead", free_port())
        at(monkeypatch, Place("first", first.port), Place("other", other.port), dead)
        assert await servers() == (Server("first", f"{first.url}/v1", ("one", "two")),)


async def test_a_server_that_never_answers_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with Listener(None) as silent, Listener(json_of(listing(["one"]))) as well:
        at(monkeypatch, Place("silent", silent.port), Place("well", well.port))
        assert [one.name for one in await servers()] == ["well"]


@pytest.mark.parametrize("kind", HOSTILE)
async def test_what_answers_with_something_else_is_no_server(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    async with Listener(HOSTILE[kind]) as odd, Listener(json_of(listing(["one"]))) as well:
        at(monkeypatch, Place("odd", odd.port), Place("well", well.port))
        assert [one.name for one in await servers()] == ["well"]


async def test_of_an_endless_answer_only_the_beginning_is_read() -> None:
    async with Listener(ENDLESS, goes_on=b" " * 65_536) as endless:
        assert await listed(endless.url, "") == Listed(endless.url, (), 200)


async def test_an_older_ollama_lists_its_models_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tags = json_of(json.dumps({"models": [{"name": "llama3:8b"}]}))
    async with Listener(tags) as ollama:
        at(monkeypatch, Place("Ollama", ollama.port, ("/v1/models", "/api/tags")))
        (found,) = await servers()
    assert found.models == ("llama3:8b",)


def test_the_usual_ports_are_asked() -> None:
    assert {one.server: one.port for one in local.PLACES} == {
        "Ollama": 11434,
        "llama.cpp": 8080,
        "LM Studio": 1234,
        "vLLM": 8000,
    }


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ({"data": [{"id": "a"}, {"id": "a"}, {"id": "b"}]}, ("a", "b")),
        ({"object": "list", "data": None}, ()),
        ({"models": [{"name": "a"}]}, ("a",)),
        ({"data": [{"id": 1}, {"id": ["a"]}, {"id": None}, {}, "a", None]}, ()),
        ({"data": [{"id": "\x1b[2Ja"}, {"id": "a\u202eb"}, {"id": "a\nb"}, {"id": "ok"}]}, ("ok",)),
        ({"data": [{"id": " a"}, {"id": "a,b"}, {"id": ""}, {"id": "a" * 201}]}, ()),
        ({"data": [{"id": str(one)} for one in range(900)]}, tuple(map(str, range(local.MOST)))),
        ({"error": "no"}, None),
        ({}, None),
        ([], None),
        (None, None),
    ],
)
def test_only_names_that_can_be_shown_and_kept_are_taken(
    answer: object, found: tuple[str, ...] | None
) -> None:
    assert names(answer) == found


async def test_a_key_goes_to_the_typed_address_alone_and_with_v1_where_only_that_lists() -> None:
    async with Listener(NONE) as there:
        assert await listed(there.url, "secret") == Listed(there.url, (), 404)
        first, second = there.asked
    assert first.startswith(b"GET /models ")
    assert second.startswith(b"GET /v1/models ")
    assert all(b"Authorization: Bearer secret" in one for one in (first, second))
    async with Listener(json_of("{}")) as other:
        away = b"HTTP/1.1 307 Moved\r\nLocation: " + other.url.encode() + b"/\r\n\r\n"
        async with Listener(away) as moved:
            assert (await listed(moved.url, "secret")).status == 307
        assert other.asked == []


async def test_where_nobody_listens_there_is_no_status() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    assert await listed(url, "") == Listed(url, (), None)
