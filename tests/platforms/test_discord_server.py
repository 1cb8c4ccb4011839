"""The stand-in itself, checked by a client that shares nothing with the bot: discord.js."""

import asyncio
import json
import os
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.install import MODULES, PEERS, node

JSON = dict[str, Any]
HERE = pytest.mark.skipif(
    not (MODULES / "discord.js").exists(), reason="discord.js is not installed: make test does"
)


class Peer:
    """discord.js in a process of its own, and what it tells."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def tells(self, what: str) -> JSON:
        """Waits until it tells something of that kind, and gives it."""
        assert self._process.stdout is not None
        async with asyncio.timeout(30):
            while line := await self._process.stdout.readline():
                told: JSON = json.loads(line)
                assert told["what"] != "error", told
                if told["what"] == what:
                    return told
        raise AssertionError(f"it ended before it told {what}")


@asynccontextmanager
async def peer(server: DiscordServer) -> AsyncIterator[Peer]:
    own = {"API": server.url + "/api", "TOKEN": server.token}
    process = await asyncio.create_subprocess_exec(
        str(node()), "discord.mjs", cwd=PEERS, stdout=asyncio.subprocess.PIPE,
        env=os.environ | own,
    )  # fmt: skip
    try:
        yield Peer(process)
    finally:
        process.kill()
        await process.wait()


@HERE
async def test_an_unrelated_client_lives_with_the_stand_in() -> None:
    async with DiscordServer() as server:
        world, server.checks.total = server.world, Counter()  # it is held to less than the bot
        guild = world.guild("home")
        lobby, ada = world.channel(guild, "lobby"), world.person("ada")
        async with peer(server) as js:
            assert await js.tells("ready") == {"what": "ready", "user": "attune", "guilds": 1}
            await server.say(lobby, ada, "<@100> hello")
            assert (await js.tells("heard"))["content"] == "<@100> hello"
            answer = world.find(lobby, (await js.tells("answered"))["id"])
            assert answer is not None
            assert answer.words == "first words and more"
            assert answer.payload["message_reference"]["channel_id"] == lobby
            assert answer.reactions == [("100", "🔧")]
            await server.react(answer, ada, "❓")
            assert (await js.tells("reacted"))["emoji"] == "❓"
            given = await server.command(lobby, ada, "ping", [])
            assert (await js.tells("commanded"))["by"] == "ada"
            assert [one.words for one in given.answered] == [
                "for you alone",
                "and this",
            ]
            assert {one.only_for for one in given.answered} == {ada}
            await server.gateway.drop(4000)
            await server.say(lobby, ada, "<@100> while it was away")
            assert (await js.tells("heard"))["content"].endswith("away")
            assert server.gateway.resumes == 1
        assert len(server.gateway.identifies) == 1
        assert server.rest.interactions.refused == []


def test_a_body_that_is_not_as_discord_describes_it_is_told_each_time() -> None:
    server = DiscordServer()
    server.checks.total = Counter()
    for body in ({"contnt": "a slip"}, {"content": "well"}, {"contnt": "a slip"}):
        server.checks.request("POST", "/channels/1/messages", body)
    assert [("contnt" in told) for told in server.checks.violations] == [True, True]
