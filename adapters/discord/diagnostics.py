"""What `attune doctor` checks on Discord: token, intents, commands, and the bot's invite link."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import discord
from discord.http import HTTPClient

from adapters.discord import client as wire
from adapters.discord.api import Api
from adapters.discord.commands import ON_MESSAGES
from adapters.discord.permissions import NEEDED
from bot.commands import GROUPS
from bot.errors import PlatformError
from bot.settings import Settings

JSON = dict[str, Any]
Told = tuple[bool, str]
MAY_READ_CONTENT = 1 << 18 | 1 << 19  # in full, or in fewer than 100 servers
INVITE = "https://discord.com/oauth2/authorize"


def invite(app: str) -> str:
    """Gives the link by which an admin adds the bot, with the fewest permissions that it needs."""
    wanted = {"client_id": app, "scope": "bot applications.commands"}
    return f"{INVITE}?{urlencode({**wanted, 'permissions': NEEDED.value})}"


async def examine(settings: Settings) -> AsyncIterator[Told]:
    """Yields the result of each check with what mends it, and changes nothing."""
    assert settings.discord_token is not None
    wire.use(settings.discord_api_url, settings.discord_gateway_url)
    client = wire.Client(lambda _told: None)
    try:
        await client.login(settings.discord_token.get_secret_value())
        assert client.user is not None
        yield True, f"token: it is {client.user.name}'s"
        async for told in _app(settings, client.http):
            yield told
    except discord.LoginFailure:
        yield False, "token: Discord refuses it; mend ATTUNE_DISCORD_TOKEN"
    except (discord.HTTPException, OSError, PlatformError) as failure:
        yield False, f"token: Discord cannot be asked: {type(failure).__name__}"
    finally:
        await client.close()


async def _app(settings: Settings, http: HTTPClient) -> AsyncIterator[Told]:
    api = Api(http)
    app: JSON = await api.ask("GET", "/applications/@me")
    yield _intents(settings, int(app.get("flags") or 0))
    if app.get("interactions_endpoint_url"):
        yield False, "interactions: the app sends them to an address; empty it in the portal"
    yield await _commands(api, str(app["id"]))
    yield True, f"invite it with: {invite(str(app['id']))}"


def _intents(settings: Settings, flags: int) -> Told:
    if not settings.discord_message_content:
        return True, "intents: none that is privileged is asked for"
    if flags & MAY_READ_CONTENT:
        return True, "intents: Message Content is allowed"
    return False, "intents: Message Content is not allowed: switch it on in the developer portal"


async def _commands(api: Api, app: str) -> Told:
    known = {str(one["name"]) for one in await api.ask("GET", f"/applications/{app}/commands")}
    missing = [name for name in (*GROUPS, *ON_MESSAGES) if name not in known]
    if missing:
        return False, f"commands: not registered yet: {', '.join(missing)}; `attune serve` does it"
    return True, "commands: registered"
