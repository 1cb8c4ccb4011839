"""A model's endpoint for the benches: two sentences with pauses, and when each was said."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Self

from tests.bench_model import HEAD, chunk
from tests.platforms.matrix_process import MARK


@dataclass
class Endpoint:
    """Serves on a free port while it is entered.

    Args:
        first_s: before its first sentence.
        second_s: between its two sentences.
    """

    first_s: float = 0.0
    second_s: float = 0.0
    url: str = ""
    asked: dict[str, float] = field(default_factory=dict)  # by the mark that is asked about
    first: dict[str, float] = field(default_factory=dict)  # when its first sentence was sent
    last: dict[str, float] = field(default_factory=dict)  # and its last byte

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/v1"
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(
                    one for one in head.lower().split(b"\r\n") if b"content-length" in one
                )
                body = await reader.readexactly(int(length.partition(b":")[2]))
                await self._answer(json.loads(body), writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer(
        self, body: dict[str, list[dict[str, str]]], writer: asyncio.StreamWriter
    ) -> None:
        mark, now = MARK.findall(body["messages"][-1]["content"])[-1], time.perf_counter
        self.asked[mark] = now()
        writer.write(HEAD)
        await asyncio.sleep(self.first_s)
        self.first[mark] = now()  # a sentence is over once the next begins
        writer.write(chunk({"content": f"The first of {mark} is here. The"}))
        await asyncio.sleep(self.second_s)
        self.last[mark] = now()
        writer.write(chunk({"content": f" second of {mark} ends it."}))
        writer.write(chunk({}, "stop") + b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")
