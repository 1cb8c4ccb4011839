"""`attune serve` on Matrix as a process of its own, against a homeserver and a model server."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from adapters.kit.supervision import SERVING
from bot.tasks import start
from tests.platforms.console_process import Home, home
from tests.platforms.forked import Forked
from tests.platforms.matrix_people import BOT, PASSWORD
from tests.platforms.model_server import Answer, Body, Stream
from tests.ready import copied_to

READY = SERVING.encode()
START_S = 60
MARK = re.compile(r"\bn\d+\b")


def echo(body: Body) -> Answer:
    """Answers with the number of the message that is asked about, and nothing else."""
    told = [str(one["content"]) for one in body["messages"] if one["role"] == "user"]
    return Stream(f"Heard: {', '.join(MARK.findall(told[-1]))}.")


@dataclass
class Bot:
    """The bot's process, started and killed as often as a test likes; `rule` names one to break."""

    at: Home
    rule: str = ""
    lines: list[str] = field(default_factory=list)
    process: Forked | None = None
    reading: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Starts the bot, and returns once it serves."""
        self.process = await self.at.start("serve", rule=self.rule, hears=True)
        async with asyncio.timeout(START_S):
            await self._until(READY)
        self.reading = start(self._until(None), "bot log")

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Starts the bot, and kills it at the end."""
        await self.start()
        try:
            yield
        finally:
            await self.kill()

    async def kill(self) -> None:
        """Ends the bot as a power cut does."""
        assert self.process is not None
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()
        if self.reading is not None:
            await self.reading

    @property
    def memory_mb(self) -> float:
        """Gives the memory in use, in megabytes."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) / 1024

    async def _until(self, word: bytes | None) -> None:
        assert self.process is not None
        assert self.process.stderr is not None
        while line := await self.process.stderr.readline():
            self.lines.append(line.decode())
            if word is not None and word in line:
                return
        assert word is None, "".join(self.lines[-20:])


def bot(folder: Path, homeserver: str, model: str, user: str = BOT, **more: str) -> Bot:
    """Gives a bot that is not started; nothing but `more` bounds how much it is asked."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    copied_to(folder / "data" / "attune.db")
    matrix = {"matrix_homeserver": homeserver, "matrix_user": user, "matrix_password": PASSWORD}
    guards = {"waiting_replies": "1000", "replies_per_space": "16"}
    return Bot(home(folder, model, **matrix, **guards, **more))
