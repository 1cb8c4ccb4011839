"""Somebody who sets this up: answers in a row, and all that was shown to them."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from adapters.cli.setup.desk import Desk
from adapters.cli.setup.given import Given
from adapters.cli.setup.sentences import said_on_setup
from bot.strings import ENGLISH

SAID = said_on_setup(ENGLISH)


@dataclass
class Somebody:
    """Answers what is asked, in a row; after the last answer they leave, as by Ctrl-D.

    An answer that begins with * chooses the label that begins so; a secret is answered with
    one that begins with !, and nothing else is.
    """

    answers: list[str]
    shown: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    def tell(self, what: str) -> None:
        self.shown.append(what)
        if what.startswith("  ["):
            number, _, label = what.removeprefix("  [").partition("] ")
            self.labels = {} if number == "1" else self.labels
            self.labels[label] = number

    async def line(self, question: str) -> str:
        answer = self._next(question)
        assert not answer.startswith("!"), f"{question} shows a secret"
        return self._number(answer[1:]) if answer.startswith("*") else answer

    async def secret(self, question: str) -> str:
        answer = self._next(question)
        assert answer.startswith("!") or not answer, f"{question} hides {answer}"
        return answer[1:]

    def _next(self, question: str) -> str:
        self.shown.append(question)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def _number(self, label: str) -> str:
        found = [number for one, number in self.labels.items() if one.startswith(label)]
        assert len(found) == 1, f"{label}: {list(self.labels)}"
        return found[0]

    @property
    def all(self) -> str:
        return "\n".join(self.shown)


def desk_of(folder: Path, *answers: str) -> tuple[Desk, Somebody]:
    """Gives somebody with answers, and a desk whose settings are in a folder alone."""
    somebody = Somebody(list(answers))
    data = {"ATTUNE_DATA_FOLDER": str(folder / "data")}
    return Desk(somebody, Given(folder / ".env", data), SAID), somebody


@dataclass
class Listener:
    """Listens on a port of this machine and answers each request with the same bytes.

    Args:
        answer: bytes after which the connection ends; None: it never answers.
        goes_on: repeats the last part until the client has enough.
    """

    answer: bytes | None
    goes_on: bytes = b""
    asked: list[bytes] = field(default_factory=list)
    _open: list[asyncio.StreamWriter] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._server.close()
        for one in self._open:
            one.close()

    @property
    def port(self) -> int:
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.append(writer)
        try:
            self.asked.append(await reader.readuntil(b"\r\n\r\n"))
            if self.answer is not None:
                writer.write(self.answer)
                await writer.drain()
                while self.goes_on:
                    writer.write(self.goes_on)
                    await writer.drain()
                writer.close()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass


def json_of(body: str | bytes, status: str = "200 OK") -> bytes:
    """Gives an answer as a server writes it."""
    raw = body.encode() if isinstance(body, str) else body
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\n"
    return f"{head}Content-Length: {len(raw)}\r\n\r\n".encode() + raw


def listing(names: Iterable[str]) -> str:
    """Gives a list of models as OpenAI's API has it."""
    import json

    return json.dumps({"object": "list", "data": [{"id": one} for one in names]})
