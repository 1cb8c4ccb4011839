"""discord.py's client, heard at its raw dispatches and spared everything that is kept in memory."""

from collections.abc import Callable
from typing import Any

import discord
import structlog
from yarl import URL

JSON = dict[str, Any]
Heard = Callable[[str, JSON, str], None]
log = structlog.get_logger()
HEARD = (
    "READY",
    "MESSAGE_CREATE",
    "MESSAGE_UPDATE",
    "MESSAGE_DELETE",
    "MESSAGE_REACTION_ADD",
    "MESSAGE_REACTION_REMOVE",
    "INTERACTION_CREATE",
)
INTENTS = discord.Intents(
    guilds=True, guild_messages=True, dm_messages=True, guild_reactions=True, dm_reactions=True
)


def use(api_url: str, gateway_url: str) -> None:
    """Sets both bases, before any client is built; empty for Discord's own."""
    if api_url:
        discord.http.Route.BASE = api_url.rstrip("/")
    if gateway_url:
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(gateway_url)


class Client(discord.Client):
    """Hands raw dispatches on, in their order, each with a number that a replay repeats.

    A dispatch that discord.py cannot read ends nothing: it is logged by its name.
    """

    def __init__(self, heard: Heard) -> None:
        super().__init__(
            intents=INTENTS,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.5,
            max_ratelimit_timeout=60.0,
        )
        self._heard = heard
        parsers = self._connection.parsers
        for name in tuple(parsers):
            parsers[name] = self._guarded(name, parsers[name])

    def may_open_threads(self, channel: str) -> bool:
        """Whether it may open a thread in a channel and write there, as far as it was told."""
        found = self.get_channel(int(channel))
        if not isinstance(found, discord.TextChannel) or found.guild.me is None:
            return False
        may = found.permissions_for(found.guild.me)
        return may.create_public_threads and may.send_messages_in_threads

    def _guarded(self, name: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
        def parsed(data: Any) -> None:
            for work in (parse, self._hand_on(name)) if name in HEARD else (parse,):
                try:
                    work(data)
                except Exception as failure:  # around one dispatch
                    error = type(failure).__name__
                    log.error("discord: a dispatch is left out", what=name, error=error)

        return parsed

    def _hand_on(self, name: str) -> Callable[[Any], None]:
        def handed(data: Any) -> None:
            if isinstance(data, dict):
                ws = self.ws
                self._heard(name, data, f"{ws.session_id}:{ws.sequence}")

        return handed
