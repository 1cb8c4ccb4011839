"""What PostgreSQL is asked by a program: round trips, statements, transactions."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bot.tasks import ended, start

FRAMES = ("BEGIN", "COMMIT", "ROLLBACK", "SET", "RESET", "LISTEN")


@dataclass
class Asked:
    """What the server answered: each answer that it was ready again ends one round trip."""

    trips: int = 0
    every: list[str] = field(default_factory=list)  # the tags of the commands that it carried out
    transactions: int = 0
    _is_within: bool = False

    @property
    def statements(self) -> int:
        """How many read or wrote something."""
        return sum(not tag.startswith(FRAMES) for tag in self.every)

    def note(self, kind: bytes, body: bytes) -> None:
        """Takes note of one message of the server's."""
        if kind == b"C":
            self.every.append(body.rstrip(b"\0").decode())
            self.transactions += not self._is_within
            self._is_within = self._is_within or self.every[-1] == "BEGIN"
        elif kind == b"Z":
            self.trips += 1
            self._is_within = body != b"I"


@asynccontextmanager
async def counted(url: str, folder: Path) -> AsyncIterator[tuple[str, list[Asked]]]:
    """Gives the address of a socket that leads to the server, and what each connection asked."""
    (of,) = parse_qs(urlsplit(url).query)["host"]
    connections: list[Asked] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_unix_connection(f"{of}/.s.PGSQL.5432")
        connections.append(asked := Asked())
        passing = start(_passed(reader, there[1]), "to the server")
        await _heard(there[0], writer, asked)
        await ended(passing)
        there[1].close()
        writer.close()

    server = await asyncio.start_unix_server(serve, folder / ".s.PGSQL.5432")
    async with server:
        yield url.replace(url.partition("host=")[2], str(folder)), connections


async def _passed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(2**16):
        writer.write(data)
        await writer.drain()
    writer.write_eof()


async def _heard(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: Asked) -> None:
    """Passes the server's messages on, one by one."""
    try:
        while True:
            head = await reader.readexactly(5)
            body = await reader.readexactly(int.from_bytes(head[1:]) - 4)
            asked.note(head[:1], body)
            writer.write(head + body)
    except (asyncio.IncompleteReadError, ConnectionError):
        return
