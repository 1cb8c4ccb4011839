"""A real Prometheus over a real run of the program: `attune chat` with people, a repair, faults."""

import asyncio
import json
import math
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from aiohttp import ClientError, ClientSession

from bot.tasks import start
from tests.grafana import ALERTS
from tests.platforms.console_process import home
from tests.platforms.forked import Forked
from tests.platforms.install import free_port
from tests.platforms.model_server import Answer, Body, Broken, ModelServer, Stream

Series = tuple[dict[str, str], list[tuple[float, float]]]
HERE = "127.0.0.1"
PROGRAM, PROMTOOL = shutil.which("prometheus"), shutil.which("promtool")
LACKS = "there is no Prometheus here: `apt-get install prometheus` installs it"
EVERY_S, RATE = 1, "30s"  # how often it reads, and over how long a rate is taken
LONGEST_S = 90.0
WORDS = (
    "I understand how you feel. Tell your lead today, in two sentences.",
    "You are absolutely brilliant! Take the bus at nine, from the corner by the bank.",
    "Write the date down first, then ring them. Do you want a list? Shall I go on? Or not?",
    "It is a lot for one week. Begin with the one thing that cannot move.",
)
SAID = ("the launch slips again", "how do I get there?", "my lead is angry", "what is due first?")


@dataclass
class Prometheus:
    """One server of its own, in a folder, that reads one port."""

    folder: Path
    target: int
    port: int = field(default_factory=free_port)

    async def __aenter__(self) -> Self:
        self._process = self._begun()
        self._web = ClientSession()
        return self

    def _begun(self) -> "subprocess.Popen[bytes]":
        (self.folder / "p.yml").write_text(json.dumps(self._settings()), encoding="utf-8")
        listens = f"--web.listen-address={HERE}:{self.port}"
        kept = f"--storage.tsdb.path={self.folder / 'kept'}"
        words = (str(PROGRAM), f"--config.file={self.folder / 'p.yml'}", listens, kept)
        quiet = subprocess.DEVNULL
        return subprocess.Popen(words, cwd=self.folder, stdout=quiet, stderr=quiet)

    async def __aexit__(self, *_error: object) -> None:
        await self._web.close()
        self._process.terminate()
        await asyncio.to_thread(self._process.wait)

    def _settings(self) -> dict[str, Any]:
        """Gives its settings; JSON is YAML."""
        job = {"job_name": "attune", "static_configs": [{"targets": [f"{HERE}:{self.target}"]}]}
        return {
            "global": {"scrape_interval": f"{EVERY_S}s", "evaluation_interval": "1s"},
            "rule_files": [str(ALERTS)],
            "scrape_configs": [job],
        }

    async def asked(self, path: str, **given: str) -> Any:
        """Gives the data that a question of its HTTP API is answered with."""
        url = f"http://{HERE}:{self.port}/api/v1/{path}"
        async with self._web.get(url, params=given) as answer:
            said = await answer.json()
        assert said["status"] == "success", (given, said)
        return said["data"]

    async def values(self, query: str) -> list[float]:
        """Gives the value of each series of a query now."""
        data = await self.asked("query", query=query.replace("$__rate_interval", RATE))
        return [float(one["value"][1]) for one in data["result"]]

    async def drawn(self, query: str, begin: float, end: float) -> list[Series]:
        """Gives each series of a query over a time: its labels, and its moments with values."""
        query = query.replace("$__rate_interval", RATE)
        given = {"query": query, "start": str(begin), "end": str(end), "step": "1"}
        found = (await self.asked("query_range", **given))["result"]
        return [(one["metric"], [(at, float(of)) for at, of in one["values"]]) for one in found]

    async def has(self, query: str) -> bool:
        """Returns whether a query gives something, and every value is a number."""
        found = await self.values(query)
        return bool(found) and all(map(math.isfinite, found))

    async def until(self, query: str) -> None:
        """Waits until a query gives something; Prometheus reads on its own."""
        async with asyncio.timeout(LONGEST_S):
            while True:
                with suppress(ClientError):
                    if await self.has(query):
                        return
                await asyncio.sleep(0.2)


@dataclass
class Town:
    """A running program, people who talk to it, and what a Prometheus has read of it."""

    process: Forked
    prometheus: Prometheus
    port: int
    count: int = 0

    async def type(self, *lines: str) -> None:
        """Types lines, without waiting for what they lead to."""
        self.process.stdin.write("".join(f"{line}\n" for line in lines).encode())
        await self.process.stdin.drain()

    async def talk(self) -> None:
        """Lets several people talk: a repair, a reply that fails, commands, a room."""
        for person, words in zip(("ada", "bob", "eve", "kim"), SAID, strict=True):
            self.count += 1
            await self.type(f"/as {person}", f"{words} {self.count}", "/react 🔧")
        await self.type("/as ada", "/attune status", "please fail now", "/room lobby")
        await self.type("/attune help", "and in here?", "/room dm")


def answered(body: Body) -> Answer:
    """Answers as a model would; what asks to fail is refused."""
    said = str(body["messages"][-1]["content"])
    number = len(said)
    return Broken("500") if "please fail" in said else Stream(WORDS[number % len(WORDS)], number)


@asynccontextmanager
async def town(folder: Path) -> AsyncIterator[Town]:
    """Runs the program and a Prometheus that has read it twice before anybody talks."""
    port = free_port()
    (folder / "prometheus").mkdir()
    async with (
        ModelServer(answered) as model,
        Prometheus(folder / "prometheus", port) as prometheus,
    ):
        process = await home(folder, model.url, metrics_port=str(port)).start("chat", "--jsonl")
        try:
            await prometheus.until("count_over_time(up{job='attune'}[1m]) > 1 and up == 1")
            reading = start(process.stdout.read(), "what it says")
            yield Town(process, prometheus, port)
        finally:
            process.stdin.close()
            await process.wait()
        await reading
