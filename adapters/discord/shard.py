"""One shard's connection to the gateway: reconnect by RESUME if possible, by IDENTIFY seldom.

discord.py's websocket reads and writes the frames; this file decides when to connect, resume and
give up.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import structlog
from aiohttp import ClientError
from discord import ConnectionClosed, HTTPException
from discord.backoff import ExponentialBackoff
from discord.gateway import DiscordWebSocket, ReconnectWebSocket

from adapters.discord.client import Client
from adapters.discord.identify_limits import IdentifyLimits
from bot.errors import NeedsOperator
from bot.tasks import ended, start

JSON = dict[str, Any]
log = structlog.get_logger()
LONGEST_S, CONNECTS_S, READY_S = 120.0, 60.0, 60.0
HEALTHY_S = 60.0  # after so long a line that breaks is taken up again at once
SILENT_S = 20.0  # beyond two heartbeats without an acknowledgement
FATAL: dict[int, str] = {
    4004: "Discord refused the token. Mend ATTUNE_DISCORD_TOKEN.",
    4010: "Discord knows no such shard. Mend ATTUNE_DISCORD_SHARD_IDS and "
    "ATTUNE_DISCORD_SHARD_COUNT.",
    4011: "Discord wants more shards for so many servers. Raise ATTUNE_DISCORD_SHARD_COUNT.",
    4012: "Discord no longer speaks this version of its gateway. Update Attune.",
    4013: "Discord does not know the intents that were asked for. Update Attune.",
    4014: "Discord refused the intents. Allow Message Content in the developer portal, or set "
    "ATTUNE_DISCORD_MESSAGE_CONTENT=False.",
}


@dataclass
class ShardConnection:
    """Listens on one shard until cancelled. Raises PlatformError if no retry can help."""

    client: Client
    shard: int
    starts: IdentifyLimits
    sleep: Callable[[float], Awaitable[None]]
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    losses: int = 0
    _session: str | None = None
    _sequence: int | None = None
    _gateway: Any = None
    _ws: DiscordWebSocket | None = None
    _since: float = 0.0

    async def run(self) -> None:
        """Connects, listens, and reconnects with a capped and jittered back-off."""
        backoff = ExponentialBackoff()
        while True:
            failure = await self._once()
            self._judge(failure)
            self.losses += 1
            is_healthy = self._since > 0 and perf_counter() - self._since > HEALTHY_S
            wait = 0.0 if is_healthy else min(backoff.delay(), LONGEST_S)
            told = {"error": type(failure).__name__, "seconds": round(wait, 1)}
            log.warning("discord: the line is lost", shard=self.shard, **told)
            await self.sleep(wait)

    @property
    def is_up(self) -> bool:
        """Returns whether frames arrive and heartbeats are answered."""
        return self._since > 0 and self._ws is not None and not is_silent(self._ws)

    async def _once(self) -> Exception:
        """Connects and listens until the connection ends, and gives the exception that ended it."""
        self._since = 0.0
        try:
            if self._session is None:
                await self.starts.turn(self.shard)
            await self._connect()
            await self._listen()
        except Exception as failure:  # around one connection
            self._remember(failure)
            return failure
        finally:
            await self._hang_up()
        raise AssertionError("listening only ends by what broke it")

    async def _connect(self) -> None:
        opened = DiscordWebSocket.from_client(
            self.client,
            initial=True,  # when a session may begin is said by `starts`
            gateway=self._gateway,
            shard_id=self.shard,
            session=self._session,
            sequence=self._sequence,
            resume=self._session is not None,
        )
        async with asyncio.timeout(CONNECTS_S):
            self._ws = await opened
        self._ws._discord_parsers = self.client.parsers_of(self)

    async def _listen(self) -> None:
        assert self._ws is not None
        watching = start(self._watch(self._ws), "discord heartbeat")
        try:
            while True:
                await self._ws.poll_event()
        finally:
            await ended(watching)

    async def _watch(self, ws: DiscordWebSocket) -> None:
        """Closes the connection if READY does not come or heartbeats go unanswered."""
        began = perf_counter()
        while True:
            await asyncio.sleep(1)
            is_late = self._since == 0 and perf_counter() - began > READY_S
            if is_late or is_silent(ws):
                with suppress(Exception):
                    await ws.close(4000)
                return

    def heard(self, name: str) -> None:
        """Records that a session began or was resumed."""
        if name in ("READY", "RESUMED"):
            self._since = perf_counter()
            self.ready.set()

    @property
    def number(self) -> str:
        """Names the latest dispatch by a name that its replay has too, for deduplication."""
        return f"{self._ws.session_id}:{self._ws.sequence}" if self._ws is not None else ""

    def _remember(self, failure: Exception) -> None:
        """Keeps what a RESUME needs, or nothing if the session is over."""
        ws = self._ws
        is_over = isinstance(failure, ReconnectWebSocket) and not failure.resume
        is_over = is_over or isinstance(failure, ConnectionClosed)
        if is_over or ws is None or ws.session_id is None:
            self._session, self._sequence, self._gateway = None, None, None
        else:
            self._session, self._sequence, self._gateway = ws.session_id, ws.sequence, ws.gateway

    async def _hang_up(self) -> None:
        ws, self._ws = self._ws, None
        if ws is not None and ws.open:
            with suppress(Exception):
                await ws.close(4000)  # a close that leaves the session to be resumed

    def _judge(self, failure: Exception) -> None:
        """Raises a failure that no reconnect can mend."""
        if isinstance(failure, ConnectionClosed) and failure.code in FATAL:
            raise NeedsOperator(FATAL[failure.code])
        known = (ReconnectWebSocket, ConnectionClosed, OSError, ClientError, TimeoutError)
        if not isinstance(failure, (*known, HTTPException)):
            log.error("discord: a frame could not be read", error=type(failure).__name__)


def is_silent(ws: DiscordWebSocket) -> bool:
    """Returns whether a heartbeat was sent and not answered for over two intervals."""
    beats = ws._keep_alive
    if beats is None or beats.interval is None:
        return False
    return perf_counter() - beats._last_ack > 2 * beats.interval + SILENT_S
