"""Model servers on this machine, at their usual ports, and what an endpoint lists as its models.

Whatever listens there may be anything: answers are bounded in time and size, and of a name only
what can be shown and written down is taken.
"""

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

LONGEST_S = 2.0  # for all servers together, as they are asked at once
TYPED_S = 10.0  # for an address that somebody typed
LONGEST_ANSWER = 2**20
MOST = 200  # names of one server
LONGEST_NAME = 200
BREAKS = (ClientError, OSError, ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a kind of server usually listens, and where it lists its models."""

    server: str
    port: int
    lists: tuple[str, ...] = ("/v1/models",)


PLACES: tuple[Place, ...] = (
    Place("Ollama", 11434, ("/v1/models", "/api/tags")),
    Place("llama.cpp", 8080),
    Place("LM Studio", 1234),
    Place("vLLM", 8000),
)


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers, and its models."""

    name: str
    url: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """What an address lists as its models; `status` is of its answer, None if none came."""

    url: str
    models: tuple[str, ...]
    status: int | None


async def servers() -> tuple[Server, ...]:
    """Gives the servers of this machine that answer, in two seconds at most."""
    async with _asking(LONGEST_S) as web:
        found = await asyncio.gather(*(_server(web, place) for place in PLACES))
    return tuple(one for one in found if one is not None)


async def listed(url: str, key: str) -> Listed:
    """Gives what an address lists, or what the one below it does where only that lists any."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with _asking(TYPED_S, headers) as web:
        asked = [await _listed(web, url)]
        if not asked[0].models and asked[0].status == 404:
            asked.append(await _listed(web, f"{url}/v1"))
    return next((one for one in asked if one.models), asked[0])


def _asking(seconds: float, headers: dict[str, str] | None = None) -> ClientSession:
    plain = {"Accept-Encoding": "identity", "Accept": "application/json"}
    return ClientSession(
        headers={**plain, **(headers or {})},
        timeout=ClientTimeout(seconds),
        auto_decompress=False,  # a small answer stays small
    )


async def _server(web: ClientSession, place: Place) -> Server | None:
    where, found = f"http://127.0.0.1:{place.port}", None
    try:
        async with asyncio.timeout(LONGEST_S):
            for path in place.lists:
                _, answer = await _answer(web, where + path)
                found = names(answer) if found is None or not found else found
    except BREAKS:  # a timeout is an OSError
        pass
    return Server(place.server, f"{where}/v1", found) if found is not None else None


async def _listed(web: ClientSession, url: str) -> Listed:
    try:
        status, answer = await _answer(web, f"{url}/models")
    except BREAKS:
        return Listed(url, (), None)
    return Listed(url, names(answer) or (), status)


async def _answer(web: ClientSession, url: str) -> tuple[int, Any]:
    """Gives the status and the JSON at an address, None for what is none or too long."""
    async with web.get(url, allow_redirects=False) as answer:  # a key goes nowhere else
        read = bytearray()
        async for part in answer.content.iter_any():
            read += part
            if len(read) > LONGEST_ANSWER:
                return answer.status, None
        try:
            return answer.status, json.loads(read)
        except (ValueError, RecursionError):
            return answer.status, None


def names(answer: Any) -> tuple[str, ...] | None:
    """Gives the names in a list of models, at most 200, or None where it is no such list."""
    rows = (answer.get("data") or answer.get("models")) if isinstance(answer, dict) else None
    if rows is None and isinstance(answer, dict) and {"data", "models"} & answer.keys():
        rows = []  # Ollama lists none as null
    if not isinstance(rows, list):
        return None
    each = (one.get("id") or one.get("name") for one in rows if isinstance(one, dict))
    words = (name for name in each if isinstance(name, str))
    return tuple(dict.fromkeys(filter(_is_usable, words)))[:MOST]


def _is_usable(name: str) -> bool:
    """Whether a name can be shown, and be one of several with commas between."""
    is_plain = name.isprintable() and name == name.strip() and "," not in name
    return is_plain and 0 < len(name) <= LONGEST_NAME
