"""An OpenAI-compatible endpoint on raw sockets: whole replies in random pieces, and broken ones.

It shares no code and no library with the client that it is there to test.
"""

import asyncio
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, Self, TypeVar

Body = dict[str, Any]
Piece = TypeVar("Piece", str, bytes)
Kind = Literal[
    "400", "401", "404", "429", "500", "503",
    "chunked cut", "closed cut", "no finish", "no blank line", "html", "json", "empty",
    "error event", "null choices", "malformed", "odd events", "pings", "never closed",
    "named error", "not utf-8", "deep brackets", "endless line", "open after done",
    "cut after done",
]  # fmt: skip

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
DONE = b"data: [DONE]\n\n"
END = b'data: {"choices": [{"delta": {}, "finish_reason": "stop"}]}\n\n'
LAST_EVENTS: dict[Kind, bytes] = {
    "error event": b'data: {"error": {"message": "went wrong: hush", "code": 500}}\n\n' + DONE,
    "null choices": b'data: {"object": "error", "message": "hush", "choices": null}\n\n' + DONE,
    "malformed": b'data: {"choices": [{"delta": {"content": "hu\n\n' + DONE,
    "odd events": b'data: "hush"\n\n' + DONE,
    "no finish": DONE,
    "never closed": END,
    "no blank line": END[:-1],
    "named error": b'event: error\ndata: {"message": "went wrong: hush"}\n\n' + DONE,
    "not utf-8": b'data: {"choices": [{"delta": {"content": "hush\xff"}}]}\n\n' + DONE,
    "deep brackets": b"data: " + 100_000 * b"[" + b"\n\n" + DONE,
    "endless line": b"data: " + 300_000 * b"hush",
    "open after done": END + DONE,
    "cut after done": END + DONE,
}
LEFT_OPEN: tuple[Kind, ...] = ("never closed", "open after done")
WHOLE_BODIES: dict[Kind, tuple[str, bytes]] = {
    "html": ("text/html", b"<html><body>hush</body></html>"),
    "json": ("application/json", b'{"choices": [{"message": {"content": "hush"}}]}'),
    "empty": ("text/event-stream", b""),
}


class ClientLeft(Exception):
    """Says that the client closed the connection in the middle of an answer."""


class Gate:
    """Holds a stream after so many pieces until a test opens it."""

    def __init__(self, after: int) -> None:
        self.after = after
        self.reached = asyncio.Event()
        self.opened = asyncio.Event()


@dataclass(frozen=True, slots=True)
class Stream:
    """A whole reply, cut into pieces between characters and into packets anywhere."""

    text: str
    seed: int = 0
    finish_reason: str | None = "stop"
    reasoning: str = ""
    gate: Gate | None = None
    at_once: bool = False  # in one packet, as a buffering proxy sends it
    before: bytes = b""  # the first event
    framed: Callable[[bytes], bytes] = bytes  # an event in another form of the same


@dataclass(frozen=True, slots=True)
class Broken:
    """One way to fail, after these words where it is a stream that fails."""

    kind: Kind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """Sends the client to another address."""

    to: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole answer that is no stream, such as a list of models."""

    body: str
    status: str = "200 OK"


Answer = Stream | Broken | Redirect | Whole


@dataclass(frozen=True, slots=True)
class Request:
    """What arrived: the header names in lower case, the body parsed."""

    path: str
    headers: dict[str, str]
    body: Body


class ModelServer:
    """Serves on loopback while it is entered; `script` says what each request is answered."""

    def __init__(self, script: Callable[[Body], Answer]) -> None:
        self.requests: list[Request] = []
        self.connections = 0
        self.url = ""
        self.left = asyncio.Event()  # a client went away in the middle of an answer
        self._script = script
        self._tasks: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            await self._converse(_Wire(reader, writer))
        except (ClientLeft, ConnectionError):
            self.left.set()
        except (asyncio.CancelledError, asyncio.IncompleteReadError):
            pass  # the test is over, or the client has nothing more to ask
        finally:
            writer.close()
            self._tasks.discard(task)

    async def _converse(self, wire: "_Wire") -> None:
        while True:
            self.requests.append(await wire.request())
            match self._script(self.requests[-1].body):
                case Stream() as stream:
                    await wire.stream(stream)
                case Broken() as broken:
                    return await wire.break_off(broken)
                case Whole(body, status):
                    return await wire.send(_whole("application/json", body.encode(), status))
                case Redirect(to):
                    return await wire.send(_status(307, f"Location: {to}\r\n"))


class _Wire:
    """One connection: requests come in, answers go out in random packets."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._random = random.Random(0)

    async def request(self) -> Request:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        pairs = (line.partition(":") for line in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        body = await self._reader.readexactly(int(headers.get("content-length", "0")))
        return Request(first.split(" ")[1], headers, json.loads(body or b"{}"))

    async def send(self, data: bytes) -> None:
        for packet in self._cut(data):
            self._writer.write(packet)
            await self._writer.drain()
            await asyncio.sleep(0)  # lets the client read this packet before the next

    async def stream(self, stream: Stream) -> None:
        self._random = random.Random(stream.seed)
        if stream.at_once:
            events = b"".join(_event({"content": each}) for each in stream.text)
            await self._at_once(events + _event({}, stream.finish_reason) + DONE)
            return
        await self.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        framed = stream.framed
        await self._chunks(stream.before + framed(_event({"role": "assistant", "content": ""})))
        for thought in self._cut(stream.reasoning):
            await self._chunks(framed(_event({"reasoning": thought, "reasoning_content": thought})))
        await self._words(stream.text, stream.gate, framed)
        await self._chunks(framed(_event({}, stream.finish_reason)) + framed(DONE))
        await self.send(b"0\r\n\r\n")

    async def _at_once(self, events: bytes) -> None:
        length = f"Content-Length: {len(events)}\r\n\r\n".encode()
        self._writer.write(HEAD + length + events)
        await self._writer.drain()

    async def break_off(self, broken: Broken) -> None:
        if broken.kind.isdigit():
            return await self.send(_status(int(broken.kind), "retry-after-ms: 1\r\n"))
        if broken.kind in WHOLE_BODIES:
            return await self.send(_whole(*WHOLE_BODIES[broken.kind]))
        if broken.kind == "closed cut":
            await self.send(HEAD + b"Connection: close\r\n\r\n" + _event({"content": broken.text}))
            return await self.send(_event({"content": "hush"})[:-20])
        await self.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        if broken.kind == "pings":
            await self._ping_until(asyncio.Event())
        await self._words(broken.text)
        if broken.kind == "chunked cut":
            return await self.send(b"40\r\n" + _event({"content": "hush"})[:20])
        await self._chunks(LAST_EVENTS[broken.kind])
        if broken.kind in LEFT_OPEN:
            await self._ping_until(asyncio.Event())
        is_cut = broken.kind == "cut after done"
        return await self.send(b"40\r\n: hu" if is_cut else b"0\r\n\r\n")

    async def _words(
        self,
        text: str,
        gate: Gate | None = None,
        framed: Callable[[bytes], bytes] = bytes,
    ) -> None:
        for number, piece in enumerate(self._cut(text)):
            if gate and number == gate.after:
                gate.reached.set()
                await self._ping_until(gate.opened)
            await self._chunks(framed(_event({"content": piece})))

    async def _ping_until(self, opened: asyncio.Event) -> None:
        while not opened.is_set():
            await self._chunks(b": ping\n\n")
            try:
                # Nothing is to be read now but the client's leaving.
                if not await asyncio.wait_for(self._reader.read(1), 0.02):
                    raise ClientLeft
            except TimeoutError:
                continue

    async def _chunks(self, data: bytes) -> None:
        framed = (b"%x\r\n%b\r\n" % (len(part), part) for part in self._cut(data))
        await self.send(b"".join(framed))

    def _cut(self, whole: Piece) -> list[Piece]:
        """Gives it in random pieces, none of them empty."""
        inner = range(1, len(whole))
        places: list[int] = self._random.sample(inner, self._random.randint(0, min(len(inner), 12)))
        edges = [0, *sorted(places), len(whole)]
        return [whole[start:end] for start, end in pairwise(edges) if end > start]


def _event(delta: Body, finish_reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    chunk = {"id": "c", "object": "chat.completion.chunk", "model": "m", "choices": [choice]}
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


def _whole(kind: str, body: bytes, status: str = "200 OK", more: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Connection: close\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _status(status: int, more: str) -> bytes:
    body = b'{"error": {"message": "went wrong: hush"}}'
    return _whole("application/json", body, f"{status} Said", more)
