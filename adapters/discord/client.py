"""discord.py's client: its HTTP, and of its cache only servers and their channels."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

import aiohttp
import discord
import structlog
from yarl import URL

from adapters.discord.permissions import SPEAKING, lack_here

JSON = dict[str, Any]
Parse = Callable[[Any], None]
log = structlog.get_logger()
HEARD = (
    "READY",
    "RESUMED",
    "GUILD_CREATE",
    "GUILD_DELETE",
    "CHANNEL_DELETE",
    "THREAD_DELETE",
    "MESSAGE_CREATE",
    "MESSAGE_UPDATE",
    "MESSAGE_DELETE",
    "MESSAGE_DELETE_BULK",
    "MESSAGE_REACTION_ADD",
    "MESSAGE_REACTION_REMOVE",
    "INTERACTION_CREATE",
)
# Of these discord.py keeps what is asked of its cache; it is told of nothing else.
CACHED = (
    "GUILD_CREATE",
    "GUILD_UPDATE",
    "GUILD_DELETE",
    "GUILD_ROLE_CREATE",
    "GUILD_ROLE_UPDATE",
    "GUILD_ROLE_DELETE",
    "GUILD_MEMBER_UPDATE",  # without an intent, of the bot itself alone
    "CHANNEL_CREATE",
    "CHANNEL_UPDATE",
    "CHANNEL_DELETE",
    "THREAD_CREATE",
    "THREAD_UPDATE",
    "THREAD_DELETE",
    "THREAD_LIST_SYNC",
)
CHANGING = ("GUILD_", "CHANNEL_", "THREAD_")  # what begins so may change its rights there
INTENTS = discord.Intents(
    guilds=True, guild_messages=True, dm_messages=True, guild_reactions=True, dm_reactions=True
)


class DispatchSource(Protocol):
    """The shard connection that a dispatch came on."""

    shard: int

    @property
    def number(self) -> str:
        """Names the latest dispatch by a name that its replay has too, for deduplication."""

    def heard(self, name: str) -> None:
        """Records that a session began or was resumed."""


@dataclass(frozen=True, slots=True)
class GatewayDispatch:
    """One dispatch of the gateway, its shard, and a number that stays the same in a replay."""

    name: str
    data: JSON = field(repr=False)
    shard: int
    number: str


Heard = Callable[[GatewayDispatch], None]
Changed = Callable[[str, JSON], None]  # by the dispatch after which its rights may be others


def use(api_url: str, gateway_url: str) -> None:
    """Sets both base addresses before a client is built; empty ones stand for Discord's own."""
    if api_url:
        discord.http.Route.BASE = api_url.rstrip("/")
    if gateway_url:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway_url)


def quiet() -> None:
    """Silences the library's warning at every start that there is no voice."""
    logging.getLogger("discord.client").setLevel(logging.ERROR)


class Client(discord.Client):
    """Passes raw dispatches on, in order; one that cannot be read is dropped and ends nothing."""

    def __init__(
        self,
        heard: Heard,
        *,
        message_content: bool = False,
        trace: aiohttp.TraceConfig | None = None,
    ) -> None:
        intents = discord.Intents(**dict(INTENTS))
        intents.message_content = message_content
        super().__init__(
            intents=intents,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=60.0,
            http_trace=trace or aiohttp.TraceConfig(),
        )
        self._heard = heard
        self.changed: Changed = lambda _name, _data: None

    def divide(self, shards: int) -> None:
        """Sets the number of shards over which the servers are spread."""
        self._connection.shard_count = shards

    def parsers_of(self, line: DispatchSource) -> dict[str, Parse]:
        """Gives the function that parses each kind of dispatch of a connection."""
        return {name: partial(self._parsed, name, line) for name in {*HEARD, *CACHED}}

    def forget_others(self, guilds: set[int], shard: int) -> list[str]:
        """Forgets the servers of a shard that the bot has left, and gives their ids."""
        count = self._connection.shard_count or 1
        own = [one for one in self.guilds if (one.id >> 22) % count == shard]
        gone = [one for one in own if one.id not in guilds]
        for one in gone:
            self._connection._remove_guild(one)
        return [str(one.id) for one in gone]

    def may_read(self, channel: str) -> bool:
        """Returns whether the bot may read a channel's history, as far as Discord said."""
        found = self.get_channel(int(channel))
        if not isinstance(found, discord.abc.GuildChannel | discord.Thread):
            return True
        if found.guild.me is None:
            return True
        may = found.permissions_for(found.guild.me)
        return may.view_channel and may.read_message_history

    def lacks(self, channel: str) -> tuple[str, ...]:
        """Gives the permissions that the bot lacks in a server's channel to answer there."""
        found = self.get_channel(int(channel))
        if not isinstance(found, discord.abc.GuildChannel | discord.Thread):
            return ()
        if found.guild.me is None:
            return ()
        try:
            may = found.permissions_for(found.guild.me)
        except discord.ClientException:  # a thread whose channel it was not told of
            return ()
        return lack_here(may, in_thread=isinstance(found, discord.Thread))

    def knows(self, channel: str) -> bool:
        """Returns whether Discord described a server's channel, and so the bot's rights there."""
        found = self.get_channel(int(channel)) if channel.isdecimal() else None
        if not isinstance(found, discord.abc.GuildChannel | discord.Thread):
            return False
        is_whole = not isinstance(found, discord.Thread) or found.parent is not None
        return is_whole and found.guild.me is not None

    def may_speak(self, channel: str) -> bool:
        """Returns whether the bot may see a channel and write there, as far as Discord said."""
        return not channel.isdecimal() or not {*SPEAKING} & {*self.lacks(channel)}

    def server_of(self, channel: str) -> str | None:
        """Gives the server of a channel, as far as Discord said."""
        found = self.get_channel(int(channel)) if channel.isdecimal() else None
        guild = getattr(found, "guild", None)
        return str(guild.id) if guild is not None else None

    def name_of(self, guild: str) -> str:
        """Gives the name of a server, or an empty text, as far as Discord said."""
        found = self.get_guild(int(guild)) if guild.isdecimal() else None
        return found.name if found is not None else ""

    def server_of_thread(self, channel: str) -> str | None:
        """Gives the server of a thread, or None for any other channel, as far as Discord said."""
        found = self.get_channel(int(channel)) if channel.isdecimal() else None
        return str(found.guild.id) if isinstance(found, discord.Thread) else None

    def parent_of(self, channel: str) -> str | None:
        """Gives the channel of a thread, or None for any other channel, as far as Discord said."""
        found = self.get_channel(int(channel)) if channel.isdecimal() else None
        return str(found.parent_id) if isinstance(found, discord.Thread) else None

    def within(self, channel: str) -> tuple[str, ...] | None:
        """Gives the channel of a thread, and the category of either; None of what is not known.

        A thread that was archived before the start is not known: Discord told of it to nobody.
        """
        found = self.get_channel(int(channel)) if channel.isdecimal() else None
        if found is None:
            return None
        parent = found.parent if isinstance(found, discord.Thread) else None
        thread_of = found.parent_id if isinstance(found, discord.Thread) else None
        above: tuple[int | None, ...] = (thread_of, getattr(parent or found, "category_id", None))
        return tuple(str(one) for one in above if one is not None)

    def has_role(self, guild: str, role: str) -> bool:
        """Returns whether a server has a role, as far as Discord said."""
        found = self.get_guild(int(guild)) if guild.isdecimal() else None
        return found is not None and role.isdecimal() and found.get_role(int(role)) is not None

    def may_open_threads(self, channel: str) -> bool:
        """Returns whether the bot may open a thread in a channel and write in it."""
        found = self.get_channel(int(channel))
        if not isinstance(found, discord.TextChannel) or found.guild.me is None:
            return False
        may = found.permissions_for(found.guild.me)
        return may.create_public_threads and may.send_messages_in_threads

    def _parsed(self, name: str, line: DispatchSource, data: Any) -> None:
        """Parses one dispatch: first into discord.py's cache, then into an event of the bot's."""
        if name in CACHED:
            with _guarded(name):
                self._connection.parsers[name](data)
        if name in HEARD:
            with _guarded(name):
                line.heard(name)
                if isinstance(data, dict):
                    self._heard(GatewayDispatch(name, data, line.shard, line.number))
        if name.startswith(CHANGING):
            with _guarded(name):
                self.changed(name, data)


@contextmanager
def _guarded(name: str) -> Iterator[None]:
    """Drops a dispatch that cannot be read, so that it does not end its connection."""
    try:
        yield
    except Exception as failure:  # around one dispatch
        log.error("discord: a dispatch is left out", what=name, error=type(failure).__name__)
