"""Two processes on one PostgreSQL: each its own shards, and never two for the same one."""

import asyncio
import base64
import os
from pathlib import Path

import pytest

from bot.tasks import start
from tests.platforms.discord_town import Town, town
from tests.told import tell

KEY = base64.b64encode(os.urandom(32)).decode()


def shared(database: str, **more: str) -> dict[str, str]:
    """Gives the settings of a process that shares its database and key with others."""
    return {"database_url": database, "master_key": KEY, **more}


def of_two(database: str) -> tuple[dict[str, str], dict[str, str]]:
    """Gives the settings of two processes with a shard each."""
    halves = [{"discord_shard_count": "2", "discord_shard_ids": str(one)} for one in (0, 1)]
    return shared(database, **halves[0]), shared(database, **halves[1])


async def settle(t: Town) -> None:
    ada = t.server.world.person("ada")
    await t.say(t.server.world.direct(ada)[0].id, ada)
    await t.once_each(60)


async def a_second_process(t: Town) -> None:
    """Another process is started that serves the same; it must not."""
    first, other = t.bots
    await first.start()
    await settle(t)
    try:
        await other.start()
    except AssertionError:
        assert "Another process serves shard 0" in "".join(other.lines)
    ada = t.server.world.person("ada")
    await t.say(t.server.world.direct(ada)[0].id, ada)
    await t.once_each(30)
    assert other.process is not None
    assert other.process.returncode == 2


@pytest.mark.proof
async def test_a_second_process_for_the_same_shard_is_refused(
    tmp_path: Path, postgres_ready: str
) -> None:
    async with town(tmp_path, shared(postgres_ready), shared(postgres_ready)) as t:
        await a_second_process(t)


@pytest.mark.proof
async def test_without_the_lease_a_second_process_is_not_refused(
    tmp_path: Path, postgres_ready: str
) -> None:
    every = (shared(postgres_ready), shared(postgres_ready))
    async with town(tmp_path, *every, rule="no lease") as t:
        with pytest.raises(AssertionError):
            await a_second_process(t)


async def test_each_process_serves_its_own_shard(tmp_path: Path, postgres_ready: str) -> None:
    async with town(tmp_path, *of_two(postgres_ready), guilds=4) as t:
        for bot in t.bots:
            await bot.start()
        shards = sorted(tuple(one["shard"]) for one in t.server.gateway.identifies)
        assert shards == [(0, 2), (1, 2)]
        await settle(t)
        people = [start(t.talk(number, 1, tuple(t.server.world.guilds)), "talk")
                  for number in range(8)]  # fmt: skip
        await asyncio.gather(*people)
        await t.once_each(60)


@pytest.mark.proof
async def test_two_processes_answer_all_once_through_kills_and_replays(
    tmp_path: Path, postgres_ready: str
) -> None:
    async with town(tmp_path, *of_two(postgres_ready), guilds=4) as t:
        for bot in t.bots:
            await bot.start()
        await settle(t)
        guilds = tuple(t.server.world.guilds)
        busy = [start(t.talk(number, 20, guilds), "talk") for number in range(16)]
        for number in range(4):
            await asyncio.sleep(3)
            await t.bots[number % 2].kill()
            await t.bots[number % 2].start()
        await asyncio.gather(*busy)
        replayed = 0
        for session in t.server.gateway._live():
            for frame in tuple(session.events):
                if frame["t"] == "MESSAGE_CREATE" and session.connection is not None:
                    await session.connection.send(frame)
                    replayed += 1
        await t.once_each()
        tell(f"discord, two shards: messages={len(t.said)}, kills=4, replayed={replayed}")
        assert replayed > 50
