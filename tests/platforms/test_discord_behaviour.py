"""The behaviour suite on Discord, at the wire, against a stand-in that holds every request."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.behaviour import *  # noqa: F403
from tests.driver import Driver
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_server.server import DiscordServer


@pytest_asyncio.fixture
async def d(tmp_path: Path) -> AsyncIterator[Driver]:
    async with DiscordServer() as server:
        driver = DiscordDriver(server, tmp_path)
        await driver.start()
        yield driver
        await driver.close()
        assert server.checks.violations == []
        assert server.rest.interactions.refused == []
