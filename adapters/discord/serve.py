"""Discord, put together: commands registered, heard at the gateway, answered by the core."""

import asyncio
import hashlib
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import discord
import structlog
from aiohttp import ClientError

from adapters.discord import client as wire
from adapters.discord.act import Acting
from adapters.discord.api import Api
from adapters.discord.attached import Attached
from adapters.discord.carry import Carrying
from adapters.discord.chat import DiscordChat
from adapters.discord.commands import payload
from adapters.discord.hear import Hearing
from adapters.discord.kept import Kept
from adapters.discord.past import Me, Past
from adapters.discord.sends import Sends
from adapters.discord.threads import Threads
from adapters.discord.whisper import Whispers
from adapters.discord.work import Working
from bot.errors import PlatformError
from bot.events import Event
from bot.ports import Clock, Store, Vault
from bot.settings import Settings
from bot.tasks import ended, start

JSON = dict[str, Any]
log = structlog.get_logger()
READY_S = 120
REFUSED = "Discord refused the token. Mend ATTUNE_DISCORD_TOKEN."
INTENTS = "Discord refused the intents: none of them is privileged, so look at the app's settings."


class Discord:
    """The bot's app on Discord. One instance a process and token."""

    def __init__(self, settings: Settings, store: Store, vault: Vault, clock: Clock) -> None:
        assert settings.discord_token is not None
        wire.use(settings.discord_api_url, settings.discord_gateway_url)
        self._token = settings.discord_token.get_secret_value()
        self.client = wire.Client(self._heard)
        self.me = Me()
        self.kept = Kept(store, vault, clock)
        api = Api(self.client.http)
        attached = Attached(
            self.client.http, settings.discord_api_url, takes_images=settings.model_images
        )
        self.api, self.past = api, Past(api, self.me, attached)
        self.whispers = Whispers(api, clock)
        sends = Sends(api, self.me, self.whispers, self.kept, clock)
        is_wanted = settings.discord_long_replies == "threads"
        may_open = self.client.may_open_threads
        self.threads = Threads(api, self.kept, clock, may_open, is_wanted=is_wanted)
        self.chat = DiscordChat(self.past, self.whispers, sends, self.threads, clock)
        self._hearing = Hearing(self.me, clock)
        self._acting = Acting(
            api,
            self._hearing,
            Carrying(api, self.past, sends),
            self.whispers,
            self.threads,
            self.kept,
            clock,
        )
        self.working: Working | None = None
        self._early: list[tuple[str, JSON, str]] = []  # heard before there was who answers
        self._ready = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    async def begin(self) -> None:
        """Signs in, registers commands where they changed, and listens. Raises PlatformError."""
        try:
            await self.client.login(self._token)
        except discord.LoginFailure:
            raise PlatformError(REFUSED) from None
        except (discord.HTTPException, ClientError, OSError, TimeoutError) as failure:
            raise PlatformError(f"Discord cannot be reached: {type(failure).__name__}.") from None
        assert self.client.user is not None
        self.me.id = str(self.client.user.id)
        self.me.app = str(self.client.application_id or self.me.id)
        await self._register()
        self._running = start(self.client.connect(reconnect=True), "discord gateway")
        ready = start(self._ready.wait(), "discord ready")
        both = {self._running, ready}
        await asyncio.wait(both, timeout=READY_S, return_when=asyncio.FIRST_COMPLETED)
        await ended(ready)
        if self._running.done():
            self._raise(self._running)
        if not self._ready.is_set():
            raise PlatformError("The gateway of Discord does not answer.")

    async def serve(self, handle: Callable[[Event], Awaitable[bool]]) -> None:
        """Hands what happens to the core until it is cancelled. Raises what ended the gateway."""
        self.working = Working(
            self.api,
            self.past.attached,
            self._hearing,
            self._acting,
            self.chat,
            self.whispers,
            self.kept,
            handle,
        )
        early, self._early = self._early, []
        for one in early:
            self.working.heard(*one)
        try:
            assert self._running is not None
            await asyncio.wait({self._running})
            self._raise(self._running)
        finally:
            await self.working.close()

    async def close(self) -> None:
        """Leaves the gateway and lets go of connections."""
        with suppress(Exception):
            await self.client.close()
        if self._running is not None:
            await ended(self._running)

    def _heard(self, name: str, data: JSON, number: str) -> None:
        if name == "READY":
            self._ready.set()
        elif self.working is None:
            self._early.append((name, data, number))
        else:
            self.working.heard(name, data, number)

    async def _register(self) -> None:
        """Tells Discord of the commands, only where they are others than the last time."""
        wanted = payload()
        mark = hashlib.sha256(json.dumps(wanted, sort_keys=True).encode()).hexdigest()
        name = f"commands of {self.me.app}"
        if await self.kept.house(name) != mark:
            await self.api.ask("PUT", f"/applications/{self.me.app}/commands", wanted)
            await self.kept.keep_house(name, mark)

    def _raise(self, running: "asyncio.Task[None]") -> None:
        failure = None if running.cancelled() else running.exception()
        if isinstance(failure, discord.PrivilegedIntentsRequired):
            raise PlatformError(INTENTS)
        if isinstance(failure, discord.ConnectionClosed) and failure.code == 4004:
            raise PlatformError(REFUSED)
        told = type(failure).__name__ if failure is not None else "closed"
        raise PlatformError(f"The gateway of Discord ended: {told}.")
