"""A driver on a stand-in of Discord for one test, and what its tests read off it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from adapters.discord.components import STOP, buttons
from tests.driver import Seen
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import Message
from tests.play import ScriptedModel

ALOUD = "Tell them first thing."


@asynccontextmanager
async def on_discord(
    folder: Path,
    model: ScriptedModel | None = None,
    more: dict[str, str] | None = None,
    ahead: timedelta = timedelta(),
) -> AsyncIterator[DiscordDriver]:
    """Gives a driver; at the end nothing may have been against Discord's own schemas."""
    async with DiscordServer() as server:
        driver = DiscordDriver(server, folder, more or {}, ahead=ahead)
        driver.model = model or driver.model
        await driver.start()
        yield driver
        await driver.close()
        assert server.checks.violations == [], server.checks.violations
        assert server.rest.interactions.refused == []


async def reply_in(
    d: DiscordDriver, text: str = "The launch slips.", room: str = "lobby"
) -> Message:
    """Gives a reply that a person got in a channel."""
    await d.say(text, room=room)
    seen = [one for one in await d.say(text, room=room) if one.to is None]
    return d._found(seen[-1].id)


async def growing(d: DiscordDriver) -> Message:
    """Waits for the newest message of a reply to show how it is stopped, and gives it."""
    async with asyncio.timeout(30):
        while True:
            newest = max(d._every(), key=lambda one: int(one.id))
            if any(one["custom_id"] == STOP for one in buttons(newest.payload)):
                return newest
            await asyncio.sleep(0.02)


def told(seen: list[Seen]) -> str:
    """Gives all that was seen as one text."""
    return "\n".join(one.text for one in seen)
