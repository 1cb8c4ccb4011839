"""Lines from something that is not a terminal, read to their end without holding up the loop."""

import asyncio
import os
from collections.abc import AsyncIterator

from adapters.console.session import Session

_CHUNK = 65536


async def run(session: Session, fd: int) -> None:
    """Obeys every line of a file or pipe until it ends or says /quit, then waits for the rest."""
    async for text in lines(fd):
        if not await session.line(text):
            break
    await session.finish()


async def lines(fd: int) -> AsyncIterator[str]:
    """Gives each line without its end; what is not UTF-8 becomes U+FFFD."""
    rest = b""
    while chunk := await _chunk(fd):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield _text(line)
    if rest:
        yield _text(rest)


async def _chunk(fd: int) -> bytes:
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    try:
        loop.add_reader(fd, ready.set)
    except (PermissionError, NotImplementedError):
        # A file on disk cannot be waited for, and never makes anyone wait.
        return await asyncio.to_thread(os.read, fd, _CHUNK)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(fd)
    return os.read(fd, _CHUNK)


def _text(line: bytes) -> str:
    return line.decode("utf-8", "replace").removesuffix("\r").removeprefix("\ufeff")
