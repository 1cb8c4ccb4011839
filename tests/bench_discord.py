"""Figures of Discord, for `make bench`: the bot as its own process against the stand-in.

python -m tests.bench_discord           waits, alone and with 50 mentions at once
python -m tests.bench_discord memory    the bot's memory with 1 and with 1,000 servers
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.platforms.console_process import home
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import BOT
from tests.platforms.matrix_process import MARK, Bot
from tests.platforms.model_server import Answer, Body, ModelServer, Stream

ROUNDS, CROWD, SERVERS = 40, 50, 1000


class Timed(DiscordServer):
    """The stand-in, which keeps when each request came."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[tuple[float, str, str]] = []
        self._serve, self.rest.serve = self.rest.serve, self._noted  # type: ignore[method-assign]

    async def _noted(self, request: web.Request) -> web.Response:
        at = time.perf_counter()
        answer = await self._serve(request)
        self.came.append((at, request.method, request.path))
        return answer


class Times:
    """When the model was asked about each number, and when it had said its first sentence."""

    def __init__(self) -> None:
        self.asked: dict[str, float] = {}

    def answer(self, body: Body) -> Answer:
        number = MARK.findall(str(body["messages"][-1]["content"]))[-1]
        self.asked[number] = time.perf_counter()
        return Stream(f"The first of {number} is here. The second of {number} ends it.")


@asynccontextmanager
async def serving(servers: int = 1) -> AsyncIterator[tuple[Timed, Bot, Times, str]]:
    """Runs everything; gives a channel to talk in."""
    times = Times()
    with tempfile.TemporaryDirectory() as folder:
        async with Timed() as server, ModelServer(times.answer) as model:
            channels = [server.world.channel(server.world.guild(f"g{n}"), "lobby")
                        for n in range(servers)]  # fmt: skip
            more = {"discord_token": server.token, "discord_api_url": server.api,
                    "discord_gateway_url": server.gateway.url, "waiting_replies": "1000",
                    "replies_per_space": "1000"}  # fmt: skip
            bot = Bot(home(Path(folder), model.url, **more))
            await bot.start()
            try:
                yield server, bot, times, channels[0]
            finally:
                await bot.kill()


async def until(server: Timed, text: str) -> float:
    """Waits until a message of the bot's says that, and gives when it was accepted."""
    async with asyncio.timeout(60):
        while True:
            for channel in server.world.channels.values():
                for one in channel.messages.values():
                    if one.payload["author"]["id"] == BOT and text in one.payload["content"]:
                        return time.perf_counter()
            await asyncio.sleep(0.001)


async def alone() -> dict[str, list[float]]:
    """One person, one thing after the other."""
    found: dict[str, list[float]] = {"acknowledged": [], "asked": [], "first": [], "whole": []}
    async with serving() as (server, _, times, channel):
        ada = server.world.person("ada")
        await server.say(channel, ada, f"<@{BOT}> about n99999")
        await until(server, "second of n99999")
        for number in range(ROUNDS):
            began, place = time.perf_counter(), len(server.came)
            await server.command(channel, ada, "attune", [{"name": "status", "type": 1}])
            found["acknowledged"].append(await _callback(server, place) - began)
            mark, began = f"n{number}", time.perf_counter()
            await server.say(channel, ada, f"<@{BOT}> about {mark}")
            first = await until(server, f"first of {mark} ")
            whole = await until(server, f"second of {mark} ")
            found["asked"].append(times.asked[mark] - began)
            found["first"].append(first - times.asked[mark])
            found["whole"].append(whole - times.asked[mark])
            await asyncio.sleep(1.6)
    return found


async def _callback(server: Timed, place: int) -> float:
    async with asyncio.timeout(10):
        while True:
            for at, _, path in server.came[place:]:
                if path.endswith("/callback"):
                    return at
            await asyncio.sleep(0.001)


async def crowd() -> dict[str, list[float]]:
    """Fifty people mention it at the same instant, in ten channels of a server."""
    found: dict[str, list[float]] = {"asked": [], "whole": []}
    async with serving() as (server, _, times, channel):
        people = [server.world.person(f"p{number}") for number in range(CROWD)]
        guild = str(server.world.channels[channel].guild)
        rooms = [server.world.channel(guild, f"c{number}") for number in range(10)]
        await server.gateway.dispatch("GUILD_CREATE", server.world.guild_payload(guild))
        for round_ in range(2):
            began = time.perf_counter()
            marks = [f"n{round_}{number:04}" for number in range(CROWD)]
            for place, (person, mark) in enumerate(zip(people, marks, strict=True)):
                await server.say(rooms[place % 10], person, f"<@{BOT}> about {mark}")
            ends = [await until(server, f"second of {mark} ") for mark in marks]
            if round_:
                found["asked"] = [times.asked[mark] - began for mark in marks]
                found["whole"] = [end - began for end in ends]
            await asyncio.sleep(2)
    return found


async def memory(servers: int) -> float:
    """Gives the bot's memory in MB with so many servers."""
    async with serving(servers) as (_, bot, _times, _channel):
        await asyncio.sleep(5)
        return bot.memory_mb


NAMES: dict[str, str] = {
    "acknowledged": "gateway frame -> acknowledged",
    "asked": "gateway frame -> model request",
    "first": "model request -> first sentence accepted",
    "whole": "model request -> last edit accepted",
}


def report(title: str, found: dict[str, list[float]], **names: str) -> None:
    """Prints medians and 95th percentiles."""
    sys.stdout.write(f"{title}\n")
    named: dict[str, Any] = {**NAMES, **names}
    for key, seconds in found.items():
        p50, p95 = statistics.median(seconds), statistics.quantiles(seconds, n=20)[18]
        line = f"  {named[key]:<42} p50 {1000 * p50:6.0f} ms  p95 {1000 * p95:6.0f} ms\n"
        sys.stdout.write(line)


def main() -> None:
    """Measures and prints."""
    if "memory" in sys.argv[1:]:
        for servers in (1, SERVERS):
            used = asyncio.run(memory(servers))
            sys.stdout.write(f"Discord, memory with {servers} servers: {used:.0f} MB\n")
        return
    report("Discord, one person", asyncio.run(alone()))
    report(f"Discord, {CROWD} at once", asyncio.run(crowd()), whole="frame -> whole reply accepted")


if __name__ == "__main__":
    main()
