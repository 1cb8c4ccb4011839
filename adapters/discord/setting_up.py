"""What `attune setup` looks at on Discord: the token, what the app allows, where the bot is."""

from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord.diagnostics import PORTAL as PORTAL
from adapters.discord.diagnostics import intents, interactions, invite, logged_in
from adapters.discord.permissions import lack
from bot.errors import PlatformError
from bot.settings import Settings

JSON = dict[str, Any]
Told = tuple[bool, str]
MOST_SHOWN = 10  # servers


@dataclass(frozen=True, slots=True)
class Seen:
    """What Discord says of a token, of its app, and of the servers that it is in."""

    token: Told
    app: tuple[Told, ...] = ()
    invite: str = ""
    servers: tuple[Told, ...] = ()


async def seen(settings: Settings) -> Seen:
    """Asks Discord, and changes nothing."""
    try:
        async with logged_in(settings) as (name, api):
            app: JSON = await api.ask("GET", "/applications/@me")
            listed: list[JSON] = await api.ask("GET", "/users/@me/guilds") or []
    except PlatformError as failure:
        return Seen((False, str(failure)))
    told = (intents(settings, app), interactions(app))
    servers = tuple(_server(one) for one in listed[:MOST_SHOWN])
    return Seen((True, f"token: it is {name}'s"), told, invite(str(app["id"])), servers)


def _server(one: JSON) -> Told:
    bits, name = int(one.get("permissions") or 0), str(one.get("name"))[:100]
    missing = () if discord.Permissions(bits).administrator else lack(bits)
    if missing:
        return False, f"server {name}: it lacks {', '.join(missing)}; open the link once more"
    return True, f"server {name}: it is there"
