"""What Discord was told of the commands, and how each is linked to in a message."""

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

log = structlog.get_logger()
AGAIN_S = 300.0


@dataclass
class Registered:
    """Tells Discord of the commands where they changed; what fails is tried again later."""

    api: Api
    kept: Notes
    me: Me
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    is_done: bool = False
    _ids: dict[str, str] = field(default_factory=dict)  # by name

    async def keep(self) -> None:
        """Tells Discord later, where that failed at the start."""
        while True:
            await self.sleep(AGAIN_S)
            if not self.is_done:
                await self.tell()

    async def tell(self) -> None:
        """Tells Discord, only where it is not what was told the last time."""
        try:
            await self._tell()
        except PlatformError as failure:
            log.error("discord: commands are not told yet", what=str(failure))
        else:
            self.is_done = True

    def link(self, command: str) -> str:
        """Gives what people tap to begin a command; its name where Discord said no id yet."""
        group, sub = picked_as(command)
        own = self._ids.get(group)
        return f"</{group} {sub}:{own}>" if own else f"`/{group} {sub}`"

    async def _tell(self) -> None:
        wanted = payload()
        mark = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()
        name = f"commands and ids of {self.me.app}"
        kept: dict[str, Any] = json.loads(await self.kept.house(name) or "{}")
        if kept.get("mark") != mark:
            path = f"/applications/{self.me.app}/commands"
            told = await self.api.ask("PUT", path, wanted)
            kept = {"mark": mark, "ids": {str(one["name"]): str(one["id"]) for one in told}}
            await self.kept.keep_house(name, json.dumps(kept))
        self._ids = kept["ids"]
