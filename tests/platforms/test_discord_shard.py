"""The line to the gateway: how seldom a session begins, what ends it, and what survives."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from adapters.discord import client as wire
from adapters.discord import shard as lines
from adapters.discord.api import Api
from adapters.discord.authors import DRAWER
from adapters.discord.identify_limits import IdentifyLimits
from adapters.discord.shard import ShardConnection
from adapters.kit.notes import Notes
from bot.tasks import ended, start
from tests.fakes import FakeStore, FakeVault
from tests.platforms.discord_server.server import DiscordServer

MOST, HOUR = 20, timedelta(hours=1)
Sleep = Callable[[float], Awaitable[None]]


@asynccontextmanager
async def a_line(
    server: DiscordServer, store: FakeStore, vault: FakeVault, sleep: Sleep
) -> AsyncIterator[tuple[ShardConnection, list[wire.GatewayDispatch]]]:
    """Gives a line that is not begun, and what is heard on it."""
    heard: list[wire.GatewayDispatch] = []
    wire.use(server.api, server.gateway.url)
    client = wire.Client(heard.append)
    client.divide(1)
    await client.login(server.token)
    clock = server.world.clock
    starts = IdentifyLimits(Api(client.http), Notes(store, vault, clock, DRAWER), clock, sleep)
    try:
        yield ShardConnection(client, 0, starts, sleep), heard
    finally:
        await client.close()


async def test_a_server_is_called_as_the_gateway_told_last() -> None:
    vault = FakeVault()
    async with DiscordServer() as server:
        guild = server.world.guild("home")
        async with a_line(server, FakeStore(vault), vault, asyncio.sleep) as (line, _):
            running, client = start(line.run(), "line"), line.client
            await line.ready.wait()
            renamed = server.world.guild_payload(guild) | {"name": "The House"}
            names = [client.name_of(guild), client.name_of("77"), client.name_of("odd")]
            for name, told in (("GUILD_UPDATE", renamed), ("GUILD_DELETE", {"id": guild})):
                client.parsers_of(line)[name](told)
                names.append(client.name_of(guild))
            assert names == ["home", "", "", "The House", ""]
            await ended(running)


def most_in_an_hour(at: list[datetime]) -> int:
    return max(sum(one <= other < one + HOUR for other in at) for one in at)


@pytest.mark.parametrize("after", ["hello", "ready"])
async def test_a_gateway_that_always_closes_sees_few_sessions_begin(
    after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LONGEST_S", 1.0)  # so that the count alone holds it back
    vault = FakeVault()
    store = FakeStore(vault)
    async with DiscordServer() as server:
        clock, began = server.world.clock, server.world.clock.now()

        async def sleep(seconds: float) -> None:
            clock.by += timedelta(seconds=seconds)
            await asyncio.sleep(0)

        if after == "hello":
            server.gateway.refuse_with = 4000
        server.gateway.end_with = 4009
        for _ in range(3):  # also over restarts
            async with a_line(server, store, vault, sleep) as (line, _):
                running = start(line.run(), "line")
                until = clock.now() + timedelta(hours=2)
                async with asyncio.timeout(60):
                    while clock.now() < until:
                        await asyncio.sleep(0.01)
                await ended(running)
        hours = (clock.now() - began) / HOUR
        at = server.gateway.identified_at
        assert hours >= 6
        assert len(at) <= MOST * (hours + 1)
        if after == "ready":
            assert len(at) > MOST
            assert most_in_an_hour(at) <= MOST


async def test_heartbeats_that_nobody_answers_end_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "SILENT_S", 0.2)
    vault = FakeVault()
    async with DiscordServer() as server:
        server.gateway.heartbeat_ms = 100
        async with a_line(server, FakeStore(vault), vault, asyncio.sleep) as (line, _):
            running = start(line.run(), "line")
            await asyncio.wait_for(line.ready.wait(), 10)
            assert line.is_up
            server.gateway.is_deaf = True
            async with asyncio.timeout(20):
                while not line.losses:
                    await asyncio.sleep(0.05)
            server.gateway.is_deaf = False
            async with asyncio.timeout(20):
                while not line.is_up:
                    await asyncio.sleep(0.05)
            assert server.gateway.resumes >= 1
            await ended(running)


MALFORMED: tuple[object, ...] = (None, [], "x", 7, {}, {"id": None}, {"guilds": 5, "channels": 3})


async def test_malformed_payloads_of_every_known_event_end_nothing() -> None:
    vault = FakeVault()
    async with (
        DiscordServer() as server,
        a_line(server, FakeStore(vault), vault, asyncio.sleep) as (line, heard),
    ):
        running = start(line.run(), "line")
        await asyncio.wait_for(line.ready.wait(), 10)
        (session,) = server.gateway.sessions.values()
        connection = session.connection
        assert connection is not None
        for name in (*wire.HEARD, *wire.CACHED, "TYPING_START", "NEVER_HEARD_OF"):
            for data in MALFORMED if name not in ("READY", "RESUMED") else ():
                await connection.send({"op": 0, "t": name, "s": 5, "d": data})
        await connection.send({"op": 0, "t": "MESSAGE_CREATE", "s": 6, "d": {"id": "last"}})
        async with asyncio.timeout(20):
            while not any(one.data.get("id") == "last" for one in heard):
                await asyncio.sleep(0.02)
        assert line.losses == 0
        for odd in ("READY", "RESUMED"):  # these end the connection, not the line
            await connection.send({"op": 0, "t": odd, "s": 7, "d": None})
        async with asyncio.timeout(30):
            while not (line.losses and line.is_up):
                await asyncio.sleep(0.05)
        await ended(running)
