"""Many people on Discord at the same moment: each is answered, and beside the others."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from aiohttp import web

from bot.records import NoteRow
from bot.snapshot import Guards
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import BOT, Message
from tests.statements import counting

CROWD, PATIENCE_S = 100, 20
TROLLS, TIMES = 30, 10


class Barrier:
    """Keeps back each answer to an interaction until those to all of them are on their way."""

    def __init__(self, server: DiscordServer, least: int) -> None:
        self._serve, self._least = server.rest.serve, least
        self.coming, self._all = 0, asyncio.Event()
        server.rest.serve = self.serve  # type: ignore[method-assign]

    async def serve(self, request: web.Request) -> web.Response:
        if request.method == "PATCH" and request.path.endswith("/messages/@original"):
            self.coming += 1
            if self.coming >= self._least:
                self._all.set()
            async with asyncio.timeout(PATIENCE_S):
                await self._all.wait()
        return await self._serve(request)


class Held(DiscordServer):
    """The stand-in, where answers to interactions wait for each other."""

    def __init__(self) -> None:
        super().__init__()
        self.barrier = Barrier(self, CROWD)


async def commanded(d: DiscordDriver) -> list[int]:
    """A hundred people ask for their status at once; gives how many answers each got."""
    channel = await d.channel("ada", "lobby")
    people = [d.person(f"p{number}") for number in range(CROWD)]
    options = [{"name": "status", "type": 1}]
    given = [await d.server.command(channel, one, "attune", options) for one in people]
    await d.settle()
    return [sum("Kept: " in m.words for m in one.answered) for one in given]


async def test_a_hundred_commands_at_once_get_their_words(tmp_path: Path) -> None:
    async with Held() as server:
        driver = DiscordDriver(server, tmp_path)
        await driver.start()
        assert await commanded(driver) == [1] * CROWD
        await driver.close()
        assert [one for one in server.rest.asked if one[0] == "DELETE"] == []
        assert server.rest.interactions.refused == []


async def everybody(d: DiscordDriver, says: str) -> list[Message]:
    """Thirty trolls mention the bot; gives what they wrote."""
    channel = await d.channel("ada", "lobby")
    text = f"<@{BOT}> {says}"
    said = [await d.server.say(channel, d.person(f"troll{one}"), text) for one in range(TROLLS)]
    await d.settle()
    return said


@asynccontextmanager
async def held_to_one_a_minute(folder: Path) -> AsyncIterator[DiscordDriver]:
    """Gives a driver on which thirty trolls were told that they write too much."""
    async with DiscordServer() as server:
        driver = DiscordDriver(server, folder)
        driver.house = replace(driver.house, guards=Guards(messages_a_minute=1))
        await driver.start()
        for says in ("hello", "and this?"):
            await everybody(driver, says)
        yield driver
        await driver.close()
        assert server.checks.violations == []


async def test_three_hundred_refused_mentions_cost_no_commit_and_no_call(tmp_path: Path) -> None:
    async with held_to_one_a_minute(tmp_path) as d:
        asked, prompts = len(d.server.rest.asked), len(d.model.prompts)
        with counting(d.store) as found:
            for number in range(TIMES):
                await everybody(d, f"number {number}")
        assert found.transactions >= TROLLS * TIMES
        assert found.commits == 0
        assert (len(d.server.rest.asked) - asked, len(d.model.prompts) - prompts) == (0, 0)


async def test_of_a_refused_message_it_is_not_kept_whose_it_is(tmp_path: Path) -> None:
    async with held_to_one_a_minute(tmp_path) as d:
        before = await d.store.sweep(NoteRow)
        refused = await everybody(d, "and that?")
        assert await d.store.sweep(NoteRow) == before
        authors = d.discord.authors
        assert [await authors.of(one.id) for one in refused] == [None] * TROLLS
        with counting(d.store) as found:
            await d.server.delete(refused[0])
            await d.settle()
        assert found.commits == 0


async def what_concerns_nobody(d: DiscordDriver) -> None:
    """People talk with each other, and a server goes on, beside the bot."""
    channel, gateway, world = await d.channel("ada", "lobby"), d.server.gateway, d.server.world
    ada, ben = d.person("ada"), d.person("ben")
    said = await d.server.say(channel, ada, "lunch at one?")
    answer = await d.server.say(channel, ben, "yes", said.id)
    await d.server.edit(said, "lunch at two?")
    await d.server.react(said, ben, "🔧")
    await d.server.react(answer, ada, "👋")
    await d.server.delete(answer)
    await d.server.purge(channel, [said])
    guild = next(iter(world.guilds))
    changed = world.channels[channel]
    await gateway.dispatch("CHANNEL_UPDATE", changed.payload(world), changed.kind)
    member = {**world.member(guild, ben), "guild_id": guild}
    await gateway.dispatch("GUILD_MEMBER_UPDATE", member)


async def test_what_concerns_nobody_costs_nothing(tmp_path: Path) -> None:
    async with on_discord(tmp_path) as d:
        await d.say("hello", room="lobby")
        asked = len(d.server.rest.asked)
        with counting(d.store) as found:
            await what_concerns_nobody(d)
            await d.settle()
        assert (found.every, len(d.server.rest.asked) - asked) == ([], 0)
