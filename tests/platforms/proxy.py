"""A proxy between the bot and its homeserver that fails as proxies and networks do."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Literal

from aiohttp import ClientError, ClientSession, ClientTimeout, web

Fault = Literal[
    "502", "cut", "hang", "502 after", "cut after", "hang after", "429", "soft", "hard", "hung"
]  # fmt: skip
SAID: dict[str, tuple[int, dict[str, object]]] = {
    "429": (429, {"errcode": "M_LIMIT_EXCEEDED", "error": "slowly", "retry_after_ms": 3000}),
    "soft": (401, {"errcode": "M_UNKNOWN_TOKEN", "error": "soft", "soft_logout": True}),
    "hard": (401, {"errcode": "M_UNKNOWN_TOKEN", "error": "gone"}),
}
FAULTS: tuple[Fault, ...] = ("502", "cut", "hang", "502 after", "cut after", "hang after")
HANG_S = 6.0
DROPPED = frozenset({"host", "content-length", "transfer-encoding", "content-encoding"})
Choosing = Callable[[web.Request], Fault | None]


def sometimes(seed: int, share: float, faults: Sequence[Fault] = FAULTS) -> Choosing:
    """Gives a choice that lets a share of requests fail, in any of the ways."""
    chance = random.Random(seed)
    return lambda _request: chance.choice(faults) if chance.random() < share else None


@dataclass
class Proxy:
    """Passes requests on to `to`; "after" means that the homeserver did what it was asked."""

    to: str
    choose: Choosing = lambda _request: None
    failed: Counter[str] = field(default_factory=Counter)
    asked: list[tuple[float, str]] = field(default_factory=list)  # when, and method with path
    url: str = ""

    async def start(self) -> None:
        """Listens on a free port."""
        self._session = ClientSession(timeout=ClientTimeout(120), auto_decompress=True)
        app = web.Application(client_max_size=2**26)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def close(self) -> None:
        """Stops listening."""
        await self._runner.cleanup()
        await self._session.close()

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((monotonic(), f"{request.method} {request.path}"))
        fault = self.choose(request)
        self.failed.update([fault] if fault else [])
        if fault in SAID:
            status, said = SAID[fault]
            return web.json_response(said, status=status)
        if fault in ("502", "cut", "hang", "hung"):
            return await self._fail(request, fault, b"{" * 2000)
        status, kind, body = await self._passed_on(request)
        if fault is not None:
            return await self._fail(request, fault, body)
        return web.Response(status=status, body=body, content_type=kind)

    async def _passed_on(self, request: web.Request) -> tuple[int, str, bytes]:
        headers = {k: v for k, v in request.headers.items() if k.lower() not in DROPPED}
        data = await request.read()
        try:
            async with self._session.request(
                request.method, self.to + request.raw_path, data=data, headers=headers
            ) as answer:
                return answer.status, answer.content_type, await answer.read()
        except (ClientError, OSError):  # the homeserver is down: as any proxy says it
            return 502, "text/html", b"<html>502</html>"

    async def _fail(self, request: web.Request, fault: str, body: bytes) -> web.StreamResponse:
        if fault.startswith("502"):
            return web.Response(status=502, text="<html>502</html>", content_type="text/html")
        if fault.startswith("hang"):
            await asyncio.sleep(HANG_S)
        elif fault == "hung":
            await asyncio.sleep(3600)
        else:
            half = web.StreamResponse(headers={"Content-Length": str(len(body) + 10)})
            half.content_type = "application/json"
            await half.prepare(request)
            await half.write(body[: len(body) // 2])
        if request.transport is not None:
            request.transport.abort()
        raise ConnectionResetError
