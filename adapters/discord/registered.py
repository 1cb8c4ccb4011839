"""The commands registered with Discord, and the link to each in a message."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import structlog

from adapters.discord.api import Api
from adapters.discord.commands import payload, picked_as
from adapters.discord.history import Me
from adapters.kit.notes import Notes
from bot.errors import PlatformError
from bot.strings import Strings

log = structlog.get_logger()
AGAIN_S = 300.0


@dataclass
class Registered:
    """Registers the commands with Discord if they changed; a failure is tried again later."""

    api: Api
    kept: Notes
    me: Me
    strings: Strings = field(repr=False)
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    is_done: bool = False

    async def keep(self) -> None:
        """Registers the commands later, if that failed at the start."""
        while True:
            await self.sleep(AGAIN_S)
            if not self.is_done:
                await self.tell()

    async def tell(self) -> None:
        """Registers the commands, but only if they differ from those registered last."""
        try:
            await self._tell()
        except PlatformError as failure:
            log.error("discord: commands are not told yet", what=str(failure))
        else:
            self.is_done = True

    def link(self, command: str) -> str:
        """Gives the link by which people begin a command, or its name if no id is known yet."""
        group, sub = picked_as(command)
        own = self.me.commands.get(group)
        return f"</{group} {sub}:{own}>" if own else f"`/{group} {sub}`"

    async def _tell(self) -> None:
        wanted = payload(self.strings)
        mark = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()
        name = f"commands and ids of {self.me.app}"
        kept: dict[str, Any] = json.loads(await self.kept.house(name) or "{}")
        if kept.get("mark") != mark:
            path = f"/applications/{self.me.app}/commands"
            told = await self.api.ask("PUT", path, wanted)
            kept = {"mark": mark, "ids": {str(one["name"]): str(one["id"]) for one in told}}
            await self.kept.keep_house(name, json.dumps(kept))
        self.me.commands.update(kept["ids"])
