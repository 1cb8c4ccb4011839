"""What `attune doctor` checks on Discord: token, intents, commands, and the bot's invite link."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import discord
from aiohttp import ClientError

from adapters.discord import client as wire
from adapters.discord.api import Api
from adapters.discord.menus import ON_MESSAGES, ON_PEOPLE, names_of
from adapters.discord.permissions import NEEDED
from bot.commands import GROUPS
from bot.errors import NeedsOperator, PlatformAway, PlatformError
from bot.logs import reason
from bot.settings import Settings

JSON = dict[str, Any]
Told = tuple[bool, str]
MAY_READ_CONTENT = 1 << 18 | 1 << 19  # in full, or in fewer than 100 servers
PORTAL = "https://discord.com/developers/applications"
INVITE = "https://discord.com/oauth2/authorize"


def invite(app: str) -> str:
    """Gives the link by which an admin adds the bot, with the fewest permissions that it needs."""
    wanted = {"client_id": app, "scope": "bot applications.commands"}
    return f"{INVITE}?{urlencode({**wanted, 'permissions': NEEDED.value})}"


@asynccontextmanager
async def logged_in(settings: Settings) -> AsyncIterator[tuple[str, Api]]:
    """Gives the bot's name and what asks Discord in its name. Raises PlatformError."""
    assert settings.discord_token is not None
    wire.use(settings.discord_api_url, settings.discord_gateway_url)
    client = wire.Client(lambda _told: None)
    try:
        await client.login(settings.discord_token.get_secret_value())
        assert client.user is not None
        yield client.user.name, Api(client.http)
    except discord.LoginFailure:
        raise NeedsOperator("token: Discord refuses it; mend ATTUNE_DISCORD_TOKEN") from None
    except (discord.HTTPException, ClientError, OSError) as failure:
        told = f"token: Discord cannot be asked: {reason(failure)}"
        raise PlatformAway(told) from None
    finally:
        await client.close()


async def examine(settings: Settings) -> AsyncIterator[Told]:
    """Yields the result of each check with what mends it, and changes nothing."""
    try:
        async with logged_in(settings) as (name, api):
            yield True, f"token: it is {name}'s"
            app: JSON = await api.ask("GET", "/applications/@me")
            yield intents(settings, app)
            if not (told := interactions(app))[0]:
                yield told
            yield await _commands(api, str(app["id"]))
            yield True, f"invite it with: {invite(str(app['id']))}"
    except PlatformError as failure:
        yield False, str(failure)


def intents(settings: Settings, app: JSON) -> Told:
    """Says whether the app allows the intents that the settings ask for."""
    if not settings.discord_message_content:
        return True, "intents: none that is privileged is asked for"
    if int(app.get("flags") or 0) & MAY_READ_CONTENT:
        return True, "intents: Message Content is allowed"
    return False, (
        "intents: Message Content is not allowed: switch it on in the developer portal, under "
        f"Privileged Gateway Intents, at {PORTAL}/{app['id']}/bot"
    )


def interactions(app: JSON) -> Told:
    """Says whether the app sends interactions to the bot, and to no address."""
    if not app.get("interactions_endpoint_url"):
        return True, "interactions: they come to the bot"
    return False, (
        "interactions: the app sends them to an address; empty Interactions Endpoint URL at "
        f"{PORTAL}/{app['id']}/information"
    )


async def _commands(api: Api, app: str) -> Told:
    known = {str(one["name"]) for one in await api.ask("GET", f"/applications/{app}/commands")}
    missing = [name for name in GROUPS if name not in known]
    missing += [one for one in (*ON_MESSAGES, *ON_PEOPLE) if not names_of(one) & known]
    if missing:
        return False, f"commands: not registered yet: {', '.join(missing)}; `attune serve` does it"
    return True, "commands: registered"
