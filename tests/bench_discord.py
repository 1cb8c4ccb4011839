"""Figures of Discord, for `make bench`: the bot as its own process against the stand-in.

Waits alone, with fifty mentions at once, and alone with 120 ms for each REST call, as in life;
CPU a message. What the stand-in checks in tests it does not check here: that is not Discord's time.
"""

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.bench_endpoint import Endpoint
from tests.bench_parts import Commits, cpu_of, heading, told, waited
from tests.platforms.console_process import home
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import BOT
from tests.platforms.matrix_process import MARK, Bot

ROUNDS, CROWD, PEOPLE, DELAY_S = 20, 50, 10, 0.12
PAST_BURST_S, A_MOMENT_S = 1.7, 1.3  # what is said sooner is answered together, or edited later
FIRST, WHOLE = "first of ", "second of "


class Timed(DiscordServer):
    """The stand-in, which keeps when each frame left and when the words of the bot were taken."""

    def __init__(self) -> None:
        super().__init__()
        self.framed: dict[str, float] = {}  # by the mark a message is about
        self.taken: dict[str, float] = {}  # by part and mark
        self.acknowledged: list[float] = []
        self.news = asyncio.Event()
        self._serve, self.rest.serve = self.rest.serve, self._noted  # type: ignore[method-assign]
        self._dispatch, self.gateway.dispatch = self.gateway.dispatch, self._framed  # type: ignore
        self.checks.request = self.checks.event = self.checks.sent = _nothing  # type: ignore

    async def _framed(self, name: str, data: dict[str, Any], kind: int | None = None) -> None:
        for mark in MARK.findall(data.get("content", "")) if name == "MESSAGE_CREATE" else ():
            self.framed.setdefault(mark, time.perf_counter())
        await self._dispatch(name, data, kind)

    async def _noted(self, request: web.Request) -> web.Response:
        answer = await self._serve(request)
        now = time.perf_counter()
        if request.path.endswith("/callback"):
            self.acknowledged.append(now)
        said = await request.text() if request.method in ("POST", "PATCH") else ""
        for part in re.findall(r"(?:first|second) of n\d+", said) if answer.status < 300 else ():
            self.taken.setdefault(part, now)
        self.news.set()
        return answer

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Waits until what the bot asked for makes it so."""
        async with asyncio.timeout(60):
            while not is_so():
                self.news.clear()
                await self.news.wait()


def _nothing(*_given: object) -> None:
    return None


@dataclass
class Scene:
    """The stand-in, the model's endpoint, the bot, and people each in a channel of a server."""

    server: Timed
    model: Endpoint
    bot: Bot
    people: list[tuple[str, str]] = field(default_factory=list)  # a person, and where they talk
    said: int = 0

    @property
    def cpu_s(self) -> float:
        """The CPU seconds that the bot has taken."""
        assert self.bot.process is not None
        return cpu_of(self.bot.process.pid)

    async def say(self, place: int) -> str:
        """Somebody mentions the bot, and gives the mark of what they said."""
        self.said += 1
        mark, (person, channel) = f"n{self.said}", self.people[place % len(self.people)]
        await self.server.say(channel, person, f"<@{BOT}> about {mark}")
        return mark

    async def answered(self, *marks: str) -> None:
        """Waits until the whole of each reply was taken."""
        wanted = {f"{WHOLE}{mark}" for mark in marks}
        await self.server.until(lambda: wanted <= self.server.taken.keys())

    def asked(self, *marks: str) -> list[float]:
        """Gives the seconds from each frame to the request that is about it."""
        return [self.model.asked[mark] - self.server.framed[mark] for mark in marks]


@asynccontextmanager
async def scene(people: int, channels: int) -> AsyncIterator[Scene]:
    """Runs everything; each person had a first answer."""
    with tempfile.TemporaryDirectory() as folder:
        async with Timed() as server, Endpoint() as model:
            world, guild = server.world, server.world.guild("g")
            rooms = [world.channel(guild, f"c{number}") for number in range(channels)]
            more = {"discord_token": server.token, "discord_api_url": server.api,
                    "discord_gateway_url": server.gateway.url, "waiting_replies": "1000",
                    "replies_per_space": "1000"}  # fmt: skip
            bot = Bot(home(Path(folder), model.url, **more))
            await bot.start()
            s = Scene(server, model, bot)
            s.people = [(world.person(f"p{n}"), rooms[n % channels]) for n in range(people)]
            try:
                await s.answered(*[await s.say(place) for place in range(people)])
                await asyncio.sleep(PAST_BURST_S)
                yield s
            finally:
                await bot.kill()


async def alone(commits: Commits) -> dict[str, list[float]]:
    """One person after the other; the model pauses, so that a part waits for nothing but itself."""
    async with scene(PEOPLE, PEOPLE) as s:
        s.model.first_s, s.model.second_s = PAST_BURST_S, A_MOMENT_S
        before, marks = s.cpu_s, []
        for place in range(ROUNDS):
            marks.append(await s.say(place))
            await s.answered(marks[-1])
            commits.make()
        cpu = (s.cpu_s - before) / ROUNDS
        commands = [await _acknowledged(s, place) for place in range(ROUNDS)]
        first = [s.server.taken[FIRST + one] - s.model.first[one] for one in marks]
        whole = [s.server.taken[WHOLE + one] - s.model.last[one] for one in marks]
        return {"asked": s.asked(*marks), "first": first, "whole": whole, "cpu": [cpu],
                "acknowledged": commands}  # fmt: skip


async def _acknowledged(s: Scene, place: int) -> float:
    person, channel = s.people[place % len(s.people)]
    known, began = len(s.server.acknowledged), time.perf_counter()
    await s.server.command(channel, person, "attune", [{"name": "status", "type": 1}])
    await s.server.until(lambda: len(s.server.acknowledged) > known)
    return s.server.acknowledged[-1] - began


async def delayed(commits: Commits) -> list[float]:
    """Gives the waits for the request where every REST call takes its time."""
    async with scene(PEOPLE, PEOPLE) as s:
        s.server.rest.delay_s = DELAY_S
        marks = []
        for place in range(ROUNDS):
            marks.append(await s.say(place))
            await s.answered(marks[-1])
            commits.make()
        return s.asked(*marks)


async def together(delay_s: float, commits: Commits) -> tuple[list[float], float]:
    """Fifty people mention it at the same instant, in ten channels, twice; with CPU a message."""
    async with scene(CROWD, 10) as s:
        s.server.rest.delay_s = delay_s
        before, marks = s.cpu_s, list[str]()
        for _ in range(2):
            now = [await s.say(place) for place in range(CROWD)]
            await s.answered(*now)
            await asyncio.sleep(PAST_BURST_S)
            commits.make(20)
            marks += now
        return s.asked(*marks), (s.cpu_s - before) / len(marks)


def main() -> None:
    """Measures and prints."""
    with tempfile.TemporaryDirectory() as name, Commits(Path(name) / "1.db") as commits:
        heading("Discord, SQLite, the bot in a process of its own")
        found, durable = asyncio.run(alone(commits)), commits.seconds
        waited("frame -> model request, alone", found["asked"], durable)
        waited("first sentence of the model -> accepted", found["first"], durable)
        waited("last byte of the model -> last edit", found["whole"], durable)
        waited("frame -> command acknowledged", found["acknowledged"], durable)
        told("CPU a message, whole reply", f"    {1000 * found['cpu'][0]:8.2f} ms")
        late = asyncio.run(delayed(commits))
        waited("frame -> request, alone, 120 ms a REST call", late, durable)
        many, cpu = asyncio.run(together(0.0, commits))
        waited(f"frame -> request, {CROWD} at once", many, durable)
        told(f"CPU a message, {CROWD} at once, whole reply", f"    {1000 * cpu:8.2f} ms")
        many, _ = asyncio.run(together(DELAY_S, commits))
        waited(f"frame -> request, {CROWD} at once, 120 ms a call", many, durable)
        waited("one durable commit of this disk", durable)


if __name__ == "__main__":
    main()
