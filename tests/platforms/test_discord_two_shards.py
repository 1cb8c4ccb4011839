"""The behaviour suite while another process serves the other shard, on the same PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.behaviour import *  # noqa: F403
from tests.behaviour_announced import *  # noqa: F403
from tests.behaviour_asked import *  # noqa: F403
from tests.behaviour_audited import *  # noqa: F403
from tests.behaviour_boundaries import *  # noqa: F403
from tests.behaviour_cards import *  # noqa: F403
from tests.behaviour_continuity import *  # noqa: F403
from tests.behaviour_data import *  # noqa: F403
from tests.behaviour_drafts import *  # noqa: F403
from tests.behaviour_held import *  # noqa: F403
from tests.behaviour_impact import *  # noqa: F403
from tests.behaviour_importing import *  # noqa: F403
from tests.behaviour_languages import *  # noqa: F403
from tests.behaviour_noticed import *  # noqa: F403
from tests.behaviour_offered import *  # noqa: F403
from tests.behaviour_people import *  # noqa: F403
from tests.behaviour_private import *  # noqa: F403
from tests.behaviour_reach import *  # noqa: F403
from tests.behaviour_recall import *  # noqa: F403
from tests.behaviour_reports import *  # noqa: F403
from tests.behaviour_roles import *  # noqa: F403
from tests.behaviour_study import *  # noqa: F403
from tests.behaviour_summary import *  # noqa: F403
from tests.driver import Driver
from tests.platforms.console_process import home
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_scene import on_discord
from tests.platforms.discord_server.world import World
from tests.platforms.matrix_process import Bot, echo
from tests.platforms.model_server import ModelServer
from tests.platforms.test_discord_shards import of_two

pytestmark = pytest.mark.proof


async def on_shard(world: World, shard: int) -> str:
    """Makes a server that is on a shard of two."""
    guild = world.guild(f"on {shard}")
    while (int(guild) >> 22) % 2 != shard:
        del world.guilds[guild]
        await asyncio.sleep(0.001)
        guild = world.guild(f"on {shard}")
    return guild


async def beside(d: DiscordDriver, folder: Path, model: str, more: dict[str, str]) -> Bot:
    """Starts the process of the other shard, with a server of its own."""
    for shard in (0, 1):
        guild = await on_shard(d.server.world, shard)
        d.server.world.admins.add((guild, d.person("admin")))
    given = d.settings()
    same = {"discord_token": d.server.token, "discord_api_url": given.discord_api_url,
            "discord_gateway_url": given.discord_gateway_url}  # fmt: skip
    other = Bot(home(folder, model, **same, **more))
    await other.start()
    return other


@pytest_asyncio.fixture
async def d(tmp_path: Path, postgres_ready: str) -> AsyncIterator[Driver]:
    own, others = of_two(postgres_ready)
    (tmp_path / "other").mkdir()
    async with ModelServer(echo) as model, on_discord(tmp_path, more=own) as driver:
        other = await beside(driver, tmp_path / "other", model.url, others)
        try:
            yield driver
            shards = {tuple(one["shard"]) for one in driver.server.gateway.identifies}
            assert shards == {(0, 2), (1, 2)}
            assert other.process is not None
            assert other.process.returncode is None
        finally:
            await other.kill()
