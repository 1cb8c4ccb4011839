"""Catch-up: messages sent while the bot was offline are read from Discord in a new session.

A session that was resumed missed nothing. What is read here takes the same way as a dispatch, so
that deduplication by event id handles nothing twice.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from adapters.discord import ids
from adapters.discord.api import Api
from adapters.discord.skew import Skew
from adapters.kit.notes import Notes
from bot.errors import PlatformError

JSON = dict[str, Any]
Take = Callable[[str, Callable[[], Awaitable[list[JSON]]]], None]
log = structlog.get_logger()
MOST_CHANNELS, MOST_OF_A_SERVER, MOST_DIRECT = 200, 50, 100
MOST_OPEN = 1000  # messages that failed
MOST_MESSAGES, PAGE = 300, 100  # of one channel
OLDEST = timedelta(hours=24)
MARGIN = timedelta(minutes=1)  # heard, perhaps, but not taken up when the process ended
COMING = timedelta(minutes=10)  # for so long after READY the servers come
AT_ONCE = 4


@dataclass
class CatchUp:
    """Reads each channel again from the time up to which every dispatch was received."""

    api: Api
    kept: Notes
    skew: Skew  # what is read is compared with ids, so its times are Discord's
    may_read: Callable[[str], bool]
    take: Take | None = None  # keeps a channel's lane, reads, and takes up what was read in order
    _until: dict[int, datetime] = field(default_factory=dict)  # everything was heard, by shard
    _begun: dict[int, tuple[datetime, datetime]] = field(default_factory=dict)  # at, since
    _open: dict[str, datetime] = field(default_factory=dict)  # messages that failed, and when made
    _left: dict[int, int] = field(default_factory=dict)
    _reading: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def load(self, shards: tuple[int, ...]) -> None:
        """Reads up to what time an earlier process received every dispatch of each shard."""
        for shard in shards:
            kept = await self.kept.house(_name(shard))
            if kept is not None:
                self._until[shard] = datetime.fromisoformat(kept)

    async def note(self, shard: int) -> None:
        """Stores that every dispatch of a shard was received up to now."""
        self._until[shard] = min((self.skew.now(), *self._open.values()))
        await self.kept.keep_house(_name(shard), self._until[shard].isoformat())

    def is_open(self, message: JSON) -> None:
        """Records that a message failed, so that the next process reads it again at the latest."""
        if len(self._open) < MOST_OPEN and str(message.get("id")).isdecimal():
            self._open[str(message["id"])] = ids.made_at(str(message["id"]))

    def is_done(self, message: JSON) -> None:
        """Records that a message was handled, or given up."""
        self._open.pop(str(message.get("id")), None)

    def begin(self, shard: int) -> None:
        """Records that a shard began a new session, before Discord sends its servers."""
        until, now = self._until.get(shard), self.skew.now()
        if until is None:
            return  # it never listened
        since = max(until - MARGIN, now - OLDEST)
        self._begun[shard], self._left[shard] = (now, since), MOST_CHANNELS

    def direct(self, channels: tuple[str, ...]) -> None:
        """Reads the latest direct messages again, in every channel in which the bot talks."""
        if 0 in self._begun:
            for channel in channels[:MOST_DIRECT]:
                self._read(channel, None, self._begun[0][1])

    def server(self, shard: int, guild: JSON) -> None:
        """Reads the channels of a server that have new messages, the latest first."""
        began, since = self._begun.get(shard, (None, None))
        if began is None or since is None or self.skew.now() - began > COMING:
            return
        first = int(ids.first_after(since))
        found = [one for one in _channels(guild) if int(one.get("last_message_id") or 0) >= first]
        newest = sorted(found, key=lambda one: -int(one["last_message_id"]))
        allowed = [str(one["id"]) for one in newest if self.may_read(str(one["id"]))]
        for channel in allowed[: min(MOST_OF_A_SERVER, self._left[shard])]:
            self._left[shard] -= 1
            self._read(channel, str(guild["id"]), since)

    def _read(self, channel: str, guild: str | None, since: datetime) -> None:
        async def read() -> list[JSON]:
            async with self._reading:
                try:
                    return await self._messages(channel, guild, since)
                except PlatformError as failure:
                    log.warning("discord: a channel could not be read", what=str(failure))
                    return []

        if self.take is not None:
            self.take(channel, read)

    async def _messages(self, channel: str, guild: str | None, since: datetime) -> list[JSON]:
        """Gives a channel's messages since a time, oldest first; only the latest of too many."""
        found: list[JSON] = []
        query = {"limit": str(PAGE)}
        where, first = f"/channels/{channel}/messages", int(ids.first_after(since))
        while len(found) < MOST_MESSAGES:
            page: list[JSON] = await self.api.ask("GET", where, **query)
            fresh = [one for one in page if int(one["id"]) >= first]
            found += fresh
            if len(page) < PAGE or len(fresh) < len(page):
                break
            query["before"] = str(page[-1]["id"])
        more = {"channel_id": channel} | ({"guild_id": guild} if guild is not None else {})
        return [{**one, **more} for one in reversed(found)]


def _name(shard: int) -> str:
    return f"heard on {shard}"


def _channels(guild: JSON) -> Iterable[JSON]:
    listed = [guild.get("channels"), guild.get("threads")]
    every = [one for each in listed if isinstance(each, list) for one in each]
    return [one for one in every if isinstance(one, dict) and one.get("id")]
