"""Discord in trouble: each message is answered once, and nothing is said twice."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from adapters.discord import serve
from adapters.discord.shard import FATAL
from bot.errors import PlatformError
from bot.tasks import start
from tests.behaviour import REPLY, bare
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_server.server import DiscordServer


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[DiscordDriver]:
    async with DiscordServer() as server:
        driver = DiscordDriver(server, tmp_path)
        await driver.start()
        yield driver
        await driver.close()
        assert server.checks.violations == []


def replies(d: DiscordDriver) -> int:
    return sum(bare(one.words) == REPLY for one in d._every())


async def until(d: DiscordDriver, count: int) -> None:
    async with asyncio.timeout(30):
        while replies(d) < count:
            await asyncio.sleep(0.05)
    await d.settle()


@pytest.mark.parametrize("code", [None, 4000])
async def test_what_came_while_the_line_was_cut_is_answered_once(
    d: DiscordDriver, code: int | None
) -> None:
    await d.say("hello")
    before = replies(d)
    await d.server.gateway.drop(code)
    await d._say("and while you were cut off?", "ada", "dm")
    await until(d, before + 1)
    assert replies(d) == before + 1
    assert d.server.gateway.resumes == 1


async def test_what_is_replayed_is_not_answered_again(d: DiscordDriver) -> None:
    await d.say("hello")
    await d.say("the launch slips")
    before = replies(d)
    (session,) = d.server.gateway.sessions.values()
    assert session.connection is not None
    for frame in tuple(session.events):
        if frame["t"] in ("MESSAGE_CREATE", "MESSAGE_REACTION_ADD"):
            await session.connection.send(frame)
    await d.settle()
    assert replies(d) == before


@pytest.mark.parametrize("op", [7, 9])
async def test_told_to_come_again_it_does(d: DiscordDriver, op: int) -> None:
    await d.say("hello")
    before = replies(d)
    await d.server.gateway.tell(op, False)
    async with asyncio.timeout(30):
        while d.server.gateway.resumes + len(d.server.gateway.identifies) < 2:
            await asyncio.sleep(0.05)
        while not d.server.gateway._live():
            await asyncio.sleep(0.05)
    await d._say("and now?", "ada", "dm")
    await until(d, before + 1)
    assert replies(d) == before + 1


async def test_a_send_that_failed_or_had_to_wait_is_said_once(d: DiscordDriver) -> None:
    await d.say("hello")
    before = replies(d)
    where = await d.channel("ada", "dm")
    d.server.rest.faults.fails.append(("POST", f"/channels/{where}/messages", 502, 0))
    d.server.rest.faults.limited[f"/channels/{where}/messages"] = 1
    await d._say("and now?", "ada", "dm")
    await until(d, before + 1)
    assert replies(d) == before + 1


async def test_a_refused_token_is_told_with_what_to_do(tmp_path: Path) -> None:
    async with DiscordServer() as server:
        driver = DiscordDriver(server, tmp_path, {"discord_token": "MTAw.another.token"})
        with pytest.raises(PlatformError, match="ATTUNE_DISCORD_TOKEN"):
            await driver.start()
        await driver._stack.aclose()


@pytest.mark.parametrize("code", [4010, 4011, 4012, 4013, 4014])
async def test_what_no_retry_can_mend_is_told_with_what_to_do(tmp_path: Path, code: int) -> None:
    async with DiscordServer() as server:
        server.gateway.refuse_with = code
        driver = DiscordDriver(server, tmp_path)
        with pytest.raises(PlatformError) as told:
            await driver.start()
        assert str(told.value) == FATAL[code]
        await driver._stack.aclose()


async def test_a_gateway_that_is_not_there_yet_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serve, "TOLD_S", 0.1)
    async with DiscordServer() as server:
        server.gateway.refuse_with = 4000
        driver = DiscordDriver(server, tmp_path)
        starting = start(driver.start(), "start")
        await asyncio.sleep(0.5)
        assert not starting.done()
        server.gateway.refuse_with = None
        await asyncio.wait_for(starting, 30)
        assert await driver.say("hello")
        await driver.close()
