"""Figures of the model's stream, for `make bench`: what one reply costs in CPU seconds.

The server is a process of its own, so that only the client's seconds count. Beside them stand
those of the openai package's own typed stream over the same replies, and of reading the bytes
alone, taken in turn: machines differ, and the ratio says more than any.
"""

import asyncio
import json
import statistics
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from openai import AsyncStream
from openai.types.chat import ChatCompletionChunk

from bot.levels import Level
from bot.model.remote import Endpoint, RemoteModel
from bot.model.remote.endpoint import client_of, message_of
from bot.words import Brief, Prompt, PromptLine

CHUNKS = 200
ROUNDS = 41
PAUSE_S = 0.001  # between two chunks: each is read by itself, as from a model
PROMPT = Prompt(Brief(Level.WARM, None, 1, 1), (PromptLine("user", "How was it?"),))
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
Ask = Callable[[], Awaitable[int]]


def chunk(delta: dict[str, str], finish: str | None = None) -> bytes:
    """Gives one event of a stream, in a chunk of its own."""
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    of = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    data = b"data: %b\n\n" % json.dumps({**of, "choices": [choice]}).encode()
    return b"%x\r\n%b\r\n" % (len(data), data)


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers each request of a connection with as many chunks, each in a packet of its own."""
    while head := await reader.readuntil(b"\r\n\r\n"):
        length = next(line for line in head.lower().split(b"\r\n") if b"content-length" in line)
        await reader.readexactly(int(length.partition(b":")[2]))
        writer.write(HEAD)
        for number in range(CHUNKS):
            writer.write(chunk({"content": f" w{number}"}))
            await asyncio.sleep(PAUSE_S)
        writer.write(chunk({}, "stop") + b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")


async def serve() -> None:
    """Serves on a free port, and says which, until it is ended."""
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


@asynccontextmanager
async def served() -> AsyncIterator[Endpoint]:
    """Gives the endpoint of a server in a process of its own."""
    words = (sys.executable, "-m", "tests.bench_model", "serve")
    process = await asyncio.create_subprocess_exec(
        *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    assert process.stdout is not None
    try:
        port = int(await process.stdout.readline())
        yield Endpoint(f"http://127.0.0.1:{port}/v1", "m", "key")
    finally:
        process.kill()
        await process.wait()


async def spent(*ways: Ask) -> list[float]:
    """Gives the median of the CPU seconds that a reply costs in each way, taken in turn."""
    seconds: list[list[float]] = [[] for _ in ways]
    for _ in range(ROUNDS):
        for ask, into in zip(ways, seconds, strict=True):
            began = time.process_time()
            assert await ask() >= CHUNKS
            into.append(time.process_time() - began)
    return [statistics.median(each) for each in seconds]


async def measured() -> list[float]:
    """Gives the CPU seconds of a reply: through this program, as typed chunks, and as bytes."""
    async with served() as endpoint:
        model, client = RemoteModel(endpoint), client_of(endpoint)

        async def asked() -> AsyncStream[ChatCompletionChunk]:
            lines = [message_of(line) for line in PROMPT.lines]
            return await client.chat.completions.create(model="m", messages=lines, stream=True)

        async def ours() -> int:
            return len([draft async for draft in model.stream(PROMPT)])

        async def typed() -> int:
            return len([chunk async for chunk in await asked()])

        async def read() -> int:
            stream = await asked()
            return len([packet async for packet in stream.response.aiter_bytes()])

        figures = await spent(ours, typed, read)
        await model.close()
        await client.close()
    return figures


def main() -> None:
    """Measures and prints."""
    ours, typed, read = asyncio.run(measured())
    for name, seconds in (
        (f"CPU, a reply of {CHUNKS} chunks", ours),
        ("the package's typed stream", typed),
        ("asked, and its bytes read", read),
    ):
        sys.stdout.write(f"{name:<28} p50 {1000 * seconds:6.2f} ms\n")
    sys.stdout.write(f"ratio to the typed stream    {ours / typed:.2f}\n")


if __name__ == "__main__":
    asyncio.run(serve()) if sys.argv[1:] == ["serve"] else main()
