"""Discord, put together: registers commands, reads the gateway, and passes events to the core."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

import discord
import structlog
from aiohttp import ClientError

from adapters.discord import client as wire
from adapters.discord.api import Api
from adapters.discord.attached import Attached
from adapters.discord.authors import DRAWER, Authors
from adapters.discord.catch_up import CatchUp
from adapters.discord.chat import DiscordChat
from adapters.discord.client import GatewayDispatch
from adapters.discord.departures import Departures
from adapters.discord.ephemeral import EphemeralAnswers
from adapters.discord.followed_threads import FollowedThreads
from adapters.discord.granted import Granted
from adapters.discord.heard import HeardChannels
from adapters.discord.hints import Hints
from adapters.discord.history import History, Me
from adapters.discord.identify_limits import IdentifyLimits
from adapters.discord.interactions import Interactions
from adapters.discord.lease import Lease
from adapters.discord.lines import Lines
from adapters.discord.move_to_dm import MoveToDm
from adapters.discord.mute import Mute
from adapters.discord.named_places import NamedPlaces
from adapters.discord.pages import Pages
from adapters.discord.private_ask import PrivateAsks
from adapters.discord.registered import Registered
from adapters.discord.sends import Sends
from adapters.discord.shard import FATAL, ShardConnection
from adapters.discord.skew import Skew
from adapters.discord.threads import Threads
from adapters.discord.translate import Translation
from adapters.discord.workers import Workers
from adapters.kit.notes import Handle, Notes
from adapters.kit.tongues import Tongues
from bot.engine.floor import Floor
from bot.engine.writing import Leave
from bot.errors import NeedsOperator, PlatformAway, PlatformError, StoreError
from bot.logs import reason
from bot.ports import Clock, Store, Vault
from bot.settings import Settings
from bot.strings import Strings
from bot.tasks import ended, start

JSON = dict[str, Any]
log = structlog.get_logger()
EVERY_S, TOLD_S = 15.0, 60.0
REFUSED = FATAL[4004]
MADE_NOW = ("MESSAGE_CREATE", "INTERACTION_CREATE")


class Discord:
    """The bot's app on Discord. One instance for a process and token."""

    def __init__(
        self, settings: Settings, kept: tuple[Store, Vault], clock: Clock, strings: Strings
    ) -> None:
        assert settings.discord_token is not None
        wire.use(settings.discord_api_url, settings.discord_gateway_url)
        wire.quiet()
        self._token = settings.discord_token.get_secret_value()
        self._settings, self._clock, self.strings = settings, clock, strings
        self.skew, self.me, self.kept = Skew(clock), Me(), Notes(*kept, clock, DRAWER)
        self.authors, self.tongues = Authors(self.kept), Tongues(self.kept, strings)
        self._connect()
        self._speak()
        self._hear()
        self.working: Workers | None = None
        self._early: list[GatewayDispatch] = []  # heard before there was who answers
        self._lease: Lease | None = None
        self._running: set[asyncio.Task[None]] = set()

    def _connect(self) -> None:
        """Makes the parts that send requests and receive dispatches; sends nothing yet."""
        with_content, trace = self._settings.discord_message_content, self.skew.trace()
        self.client = wire.Client(self._heard, message_content=with_content, trace=trace)
        self.api = Api(self.client.http, self.client)
        self.client.changed = self._changed
        self._lines = Lines(self.client)
        self.heard = HeardChannels(lambda: self.me.id, self.skew, self._lines)
        self.starts = IdentifyLimits(self.api, self.kept, self._clock, asyncio.sleep)
        self.missed = CatchUp(self.api, self.kept, self.skew, self.client.may_read)
        self.registered = Registered(self.api, self.kept, self.me, self.strings)

    def _speak(self) -> None:
        """Makes the parts that send messages, read them again and remember them."""
        images, http = self._settings.model_images, self.client.http
        attached = Attached(http, self._settings.discord_api_url, takes_images=images)
        pages = Pages(self.api, self.heard, self.client.server_of)
        self.past = History(pages, self.me, attached, authors=self.authors, strings=self.strings)
        self.whispers = EphemeralAnswers(self.api, self._clock)
        self.sends = Sends(self.past, self.whispers, self.kept, self.skew)
        self.asides = PrivateAsks(self.api, self.whispers, self._clock, self.strings, self.me)
        is_wanted, may = self._settings.discord_long_replies == "threads", self.client
        made = partial(Threads, self.api, self.kept, self._clock, may.may_open_threads)
        self.threads = made(is_wanted=is_wanted)
        self.chat = DiscordChat(self.past, self.sends, self.threads, self.asides)
        self.chat.named = self.client.name_of

    def _hear(self) -> None:
        """Makes the parts that read what people say and do."""
        late, own = timedelta(minutes=self._settings.catch_up_minutes), self.kept.emojis
        self._hearing = Translation(self.me, self._clock, self.skew, late, self.client.within, own)
        allowed, server_of = self._settings.discord_message_content, self.client.server_of_thread
        self.listening = FollowedThreads(self._hearing, self.kept, allowed, server_of)
        self.past.listening = self.listening
        self.hints = Hints(self._hearing, self.chat, self.kept, self.registered, self.tongues)
        may = (self.client.lacks, self.client.knows)
        self.mute = Mute(self.api, self.chat, self.kept, *may, self.tongues)
        self._acting = self._interactions()

    def _interactions(self) -> Interactions:
        return Interactions(
            self.api,
            self._hearing,
            MoveToDm(self.api, self.past, self.sends),
            self.whispers,
            self.threads,
            self.asides,
            self.kept,
            self._clock,
            self.mute,
            self.tongues,
            self.past.attached,
            NamedPlaces(self.client.server_of, self.client.has_role, self.api),
            Granted(self.api, self.me, self._clock),
        )

    @property
    def lines(self) -> list[ShardConnection]:
        """The connections to the gateway, one for each shard."""
        return self._lines.each

    async def begin(self) -> None:
        """Signs in, registers changed commands, and listens. Raises PlatformError.

        Waits for a gateway that does not answer, but not for a process that serves the same shards.
        """
        await self._login()
        await self.registered.tell()
        count, shards = await self._shards()
        self.client.divide(count)
        self._lines.count = count
        self.chat.shard_count, self.chat.shards = count, frozenset(shards)
        self._lease = Lease(self.kept, self._clock, self.me.app, shards, asyncio.sleep)
        await self._lease.take()
        await self.missed.load(shards)
        await self.authors.load()
        await self.sends.load()
        self._listen(shards, self._lease)
        await self._until_ready()

    def _listen(self, shards: tuple[int, ...], lease: Lease) -> None:
        """Starts one connection for each shard, and the tasks beside them."""
        made = partial(ShardConnection, self.client)
        self._lines.each = [made(one, self.starts, asyncio.sleep) for one in shards]
        work = [*(line.run() for line in self.lines), lease.keep(), self._note()]
        work += [self.registered.keep()]
        self._running = {start(one, "discord line") for one in work}

    async def serve(self, handle: Handle, floor: Floor, leave: Leave) -> None:
        """Passes events to the core until cancelled. Raises what ended the gateway."""
        leaving = Departures(self.api, self.kept, self._clock, handle, leave)
        self._running.add(start(leaving.run(), "discord members"))
        self.tongues.known = floor.meanwhile.language
        self.working = self._workers(handle, floor, leaving)
        self.missed.take = self.working.read_again
        early, self._early = self._early, []
        for one in early:
            self.working.heard(one)
        try:
            await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
            self._raise()
        finally:
            await self.working.close()

    def _workers(self, handle: Handle, floor: Floor, leaving: Departures) -> Workers:
        return Workers(
            self.api,
            self.past.attached,
            self._hearing,
            self._acting,
            self.chat,
            self.whispers,
            self.authors,
            handle,
            floor,
            self.missed,
            leaving,
            self.listening,
            self.mute,
            self.hints,
            self._gone,
        )

    async def close(self) -> None:
        """Leaves the gateway and closes connections (shutdown)."""
        up = [line.shard for line in self.lines if line.is_up]
        for task in self._running:
            await ended(task)
        await self.chat.typing.close()
        with suppress(Exception):
            for shard in up:
                await self.missed.note(shard)
            if self._lease is not None:
                await self._lease.let_go()
        with suppress(Exception):
            await self.client.close()

    def losses(self) -> int:
        """Gives how often a shard's line was lost, whether its session was resumed or not."""
        return sum(one.losses for one in self.lines)

    def fault(self) -> str:
        """Names the shards that are down, or gives an empty text if all are up."""
        down = [str(line.shard) for line in self.lines if not line.is_up]
        return f"the gateway does not answer (shard {', '.join(down)})" if down else ""

    async def _login(self) -> None:
        try:
            await self.client.login(self._token)
        except discord.LoginFailure:
            raise NeedsOperator(REFUSED) from None
        except (discord.HTTPException, ClientError, OSError, TimeoutError) as failure:
            raise PlatformAway(f"Discord cannot be reached: {reason(failure)}.") from None
        assert self.client.user is not None
        self.me.id = str(self.client.user.id)
        self.me.app = str(self.client.application_id or self.me.id)

    async def _shards(self) -> tuple[int, tuple[int, ...]]:
        """Gives the number of shards, and which of them this process serves."""
        count = self._settings.discord_shard_count or await self.starts.shards()
        shards = self._settings.discord_shard_ids or tuple(range(count))
        return count, shards

    async def _until_ready(self) -> None:
        """Waits until every shard is up; raises what ended one for good."""
        ready = start(self._all_ready(), "discord ready")
        try:
            while not ready.done():
                both = {*self._running, ready}
                await asyncio.wait(both, timeout=TOLD_S, return_when=asyncio.FIRST_COMPLETED)
                if any(task.done() for task in self._running):
                    self._raise()
                if not ready.done():
                    log.warning("discord: the gateway does not answer; it is tried again")
        finally:
            await ended(ready)

    async def _all_ready(self) -> None:
        for line in self.lines:
            await line.ready.wait()

    async def _note(self) -> None:
        """Stores every few seconds up to when every dispatch was received."""
        while True:
            await asyncio.sleep(EVERY_S)
            self.heard.tidy()
            try:
                for shard in [line.shard for line in self.lines if line.is_up]:
                    await self.missed.note(shard)
            except StoreError as failure:
                log.error("discord: the store is away", error=type(failure).__name__)

    def _gone(self, ready: GatewayDispatch) -> list[str]:
        listed = ready.data.get("guilds")
        every = listed if isinstance(listed, list) else []
        guilds = {int(one["id"]) for one in every if isinstance(one, dict) and "id" in one}
        return self.client.forget_others(guilds, ready.shard)

    def _heard(self, told: GatewayDispatch) -> None:
        if told.name in MADE_NOW and str(told.data.get("id")).isdecimal():
            self.skew.made(str(told.data["id"]))
        if self.working is None:
            self._early.append(told)
        else:
            self.working.heard(told)  # which only queues it
        self.heard.dispatched(told)

    def _changed(self, name: str, data: JSON) -> None:
        """Takes note that what the bot may do in a server or channel has perhaps changed."""
        own = data.get("id") if name.startswith("GUILD_") else None
        self.api.refusals.is_changed(str(data.get("guild_id", own)))
        self.heard.is_changed(name, data)

    def _raise(self) -> None:
        """Raises what ended the first of all tasks."""
        failure = next(task.exception() for task in self._running if task.done())
        if isinstance(failure, PlatformError):
            raise failure
        raise PlatformError(f"The gateway of Discord ended: {reason(failure or EOFError())}.")
