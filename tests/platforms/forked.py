"""The program as a process of its own, forked from one that has read it once; for asyncio.

What a test has of it is what asyncio has of a process: its streams, its end, and ways to end it.
"""

import asyncio
import json
import os
import signal
import socket
from functools import partial

from bot.tasks import start
from tests.warm import LIMIT, Order, forking_at


class Forked:
    """A process that was begun; its streams are pipes, its complaints only if asked for."""

    stdin: asyncio.StreamWriter
    stdout: asyncio.StreamReader
    stderr: asyncio.StreamReader | None = None
    pid: int
    returncode: int | None = None
    _asked: asyncio.StreamWriter
    _ended: asyncio.Task[None]

    @classmethod
    async def begun(cls, order: Order, rule: str, *, hears: bool) -> "Forked":
        """Begins a command that breaks a rule; its complaints are read, or are the test's own."""
        self, ours, theirs = cls(), socket.socket(socket.AF_UNIX), []
        (read_in, write_in), (read_out, write_out) = os.pipe(), os.pipe()
        self.stdin, self.stdout = await _writing(write_in), await _reading(read_out)
        read_err, write_err = os.pipe() if hears else (-1, os.dup(2))
        self.stderr = await _reading(read_err) if hears else None
        ours.connect(forking_at())
        theirs = [read_in, write_out, write_err]
        socket.send_fds(ours, [json.dumps([order, rule]).encode()], theirs)
        for each in theirs:
            os.close(each)
        answers, self._asked = await asyncio.open_unix_connection(sock=ours)
        self.pid = int(await answers.readline())
        self._ended = start(self._until_end(answers), "forked")
        return self

    async def _until_end(self, answers: asyncio.StreamReader) -> None:
        self.returncode = int(await answers.readline())
        self.stdin.close()
        self._asked.close()

    async def wait(self) -> int:
        """Waits for its end, and gives its exit code."""
        await asyncio.shield(self._ended)
        assert self.returncode is not None
        return self.returncode

    async def communicate(self) -> tuple[bytes, bytes]:
        """Reads the output until the process ends."""
        out = await self.stdout.read()
        err = await self.stderr.read() if self.stderr is not None else b""
        await self.wait()
        return out, err

    def kill(self) -> None:
        """Ends the process as a power cut does."""
        self._told(signal.SIGKILL)

    def terminate(self) -> None:
        """Asks the process to end."""
        self._told(signal.SIGTERM)

    def _told(self, what: signal.Signals) -> None:
        if self.returncode is None:
            os.kill(self.pid, what)


async def _reading(pipe: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader(LIMIT)
    protocol = partial(asyncio.StreamReaderProtocol, reader)
    await asyncio.get_running_loop().connect_read_pipe(protocol, os.fdopen(pipe, "rb"))
    return reader


async def _writing(pipe: int) -> asyncio.StreamWriter:
    loop, protocol = asyncio.get_running_loop(), asyncio.streams.FlowControlMixin
    transport, flow = await loop.connect_write_pipe(protocol, os.fdopen(pipe, "wb"))
    return asyncio.StreamWriter(transport, flow, None, loop)
