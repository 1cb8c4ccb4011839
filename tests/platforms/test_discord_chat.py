"""The contract of ports.Chat, kept on Discord, against the stand-in."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest_asyncio

from adapters.discord import ids
from adapters.discord.chat import DiscordChat
from adapters.discord.components import buttons, choice
from bot.ids import MessageId
from tests.contracts.chat import *  # noqa: F403
from tests.contracts.chat import Platform, Stands
from tests.platforms.discord_driver import DiscordDriver
from tests.platforms.discord_server.server import DiscordServer
from tests.platforms.discord_server.world import BOT


class OnDiscord:
    """Ada, in two channels of one server."""

    hears_all = False

    def __init__(self, driver: DiscordDriver, lounge: str, cellar: str) -> None:
        self.server, self.channel = driver.server, lounge
        self.chat: DiscordChat = driver.discord.chat
        self.lounge, self.cellar = ids.room(lounge), ids.room(cellar)
        self.user = driver.person("ada")
        self.ada, self.bob = ids.person(self.user), ids.person(driver.person("bob"))
        self.began = self.server.world.clock.now() - timedelta(seconds=1)
        self.said: dict[str, str] = {}

    async def says(
        self, text: str, reply_to: MessageId | None = None, *, to_bot: bool = True
    ) -> MessageId:
        words = f"<@{BOT}> {text}" if to_bot else text
        made = await self.server.say(self.channel, self.user, words, reply_to, pings=to_bot)
        self.said[made.id] = text
        return MessageId(made.id)

    async def take_back(self, message: MessageId) -> None:
        found = self.server.world.find(self.channel, message)
        assert found is not None
        await self.server.delete(found)

    async def stands(self, message: MessageId) -> Stands | None:
        found = self.server.world.find(self.channel, message)
        if found is None:
            return None
        chosen = (choice(str(one["custom_id"])) for one in buttons(found.payload))
        labels = tuple(one[1] for one in chosen if one is not None)
        emojis = frozenset(emoji for who, emoji in found.reactions if who == BOT)
        text = self.said.get(message) or str(found.words)
        return Stands(text, labels, emojis, self.server.world.files_of(found))

    async def later(self) -> datetime:
        self.server.world.clock.by += timedelta(hours=1)
        await asyncio.sleep(0)
        return self.server.world.clock.now()


@pytest_asyncio.fixture
async def platform(tmp_path: Path) -> AsyncIterator[Platform]:
    async with DiscordServer() as server:
        driver = DiscordDriver(server, tmp_path, answers=False)
        await driver.start()
        rooms = [await driver.channel("ada", name) for name in ("lounge", "cellar")]
        yield OnDiscord(driver, *rooms)
        await driver.close()
        assert server.checks.violations == []
