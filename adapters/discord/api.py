"""What the bot asks of Discord: discord.py's rate limits and retries, one error for the core."""

import json
from io import BytesIO
from typing import Any, Protocol

import discord
from aiohttp import ClientError
from discord.http import HTTPClient, Route

from adapters.discord.refusals import NO_PERMISSION, DiscordRefused, Refusals, RequestKind
from bot.errors import FileRefused, PlatformAway
from bot.logs import reason
from bot.words import TextFile

JSON = dict[str, Any]
FILES = "files"  # in a body
NOT_TAKEN = (400, 403, 413)  # the answers to a request with a file that is not taken
UNKNOWN_MESSAGE, TOO_MANY_OLD_EDITS = 10008, 30046
SAYING = (
    "POST /channels/{channel_id}/messages",
    "POST /channels/{channel_id}/typing",
)


class Rights(Protocol):
    """What the bot may do in each channel, as far as Discord said."""

    def server_of(self, channel: str) -> str | None:
        """Gives the server of a channel, or None for a direct message or an unknown channel."""

    def may_speak(self, channel: str) -> bool:
        """Returns whether the bot may see a channel and write there."""


class NothingTold:
    """The rights before Discord sent any: nothing is known, and nothing is forbidden here."""

    def server_of(self, channel: str) -> str | None:
        """Gives None: no server is known yet."""
        return None

    def may_speak(self, channel: str) -> bool:
        """Returns True, so that Discord itself refuses what is not allowed."""
        return True


class Api:
    """Sends the bot's requests to Discord. Raises PlatformAway if a retry may work, else
    Refused."""

    def __init__(self, http: HTTPClient, rights: Rights | None = None) -> None:
        self._http, self._rights = http, rights or NothingTold()
        self.refusals = Refusals(self._rights.server_of)

    async def ask(self, method: str, path: str, body: object = None, **query: str) -> Any:
        """Sends a request when its rate limit allows; discord.py waits out 429 and retries 5xx.

        Raises without asking where the known rights already forbid the request, and FileRefused
        where a file is not taken. Each `TextFile` in a body, in `files`, goes as a part of its own.
        """
        route = _route(method, path)
        asked = self._asked(path, route)
        self._must_be_allowed(asked)
        self.refusals.must_be_open(asked)
        more = _packed(body) | ({"params": query} if query else {})
        try:
            done = await self._answer(route, more)
        except DiscordRefused as refused:
            if "form" in more and refused.status in NOT_TAKEN:
                raise FileRefused(f"Discord takes no such file: {refused.code}.") from None
            self.refusals.note(asked, refused)
            raise
        self.refusals.note_done(asked)
        return done

    async def _answer(self, route: Route, more: JSON) -> Any:
        """Gives Discord's answer. Raises PlatformAway or DiscordRefused."""
        try:
            return await self._http.request(route, **more)
        except discord.DiscordServerError as failure:
            raise PlatformAway(f"Discord failed with status {failure.status}.") from None
        except discord.HTTPException as failure:
            raise DiscordRefused(failure.status, failure.code) from None
        except (ClientError, OSError, TimeoutError, discord.RateLimited) as failure:
            raise PlatformAway(f"Discord cannot be reached: {reason(failure)}.") from None

    def _asked(self, path: str, route: Route) -> RequestKind:
        kind, parts = f"{route.method} {route.path}", path.split("/")
        if parts[1] in _TOKENED:
            return RequestKind(kind, parts[3])
        return self.refusals.kind_of(kind, str(route.channel_id or ""), str(route.guild_id or ""))

    def _must_be_allowed(self, asked: RequestKind) -> None:
        if asked.kind in SAYING and not self._rights.may_speak(asked.channel):
            raise DiscordRefused(403, NO_PERMISSION)


def _packed(body: object) -> JSON:
    """Gives a body as the parameters by which discord.py sends it: as JSON, or in parts."""
    if not isinstance(body, dict) or FILES not in body:
        return {} if body is None else {"json": body}
    words = {name: it for name, it in body.items() if name != FILES}
    said = {"name": "payload_json", "value": json.dumps(words)}
    given: tuple[TextFile, ...] = body[FILES]
    files = [discord.File(BytesIO(one.bytes), one.name) for one in given]  # rewound for a retry
    parts = [_part(at, *each) for at, each in enumerate(zip(given, files, strict=True))]
    return {"form": [said, *parts], "files": files}


def _part(at: int, given: TextFile, file: discord.File) -> JSON:
    of = {"filename": given.name, "content_type": given.media_type}
    return {"name": f"files[{at}]", "value": file.fp, **of}


__all__ = ["Api", "DiscordRefused"]

_NAMED = {"channels": "channel_id", "guilds": "guild_id"}
_TOKENED = ("webhooks", "interactions")


def _route(method: str, path: str) -> Route:
    """Gives a route's template and parameters, because discord.py keeps a rate limit for each."""
    shape: list[str] = []
    known: dict[str, Any] = {}
    before = ""
    for place, part in enumerate(path.strip("/").split("/")):
        is_token = place == 2 and shape[0] in _TOKENED
        name = _NAMED.get(before) or ("webhook_id" if before in _TOKENED else f"p{place}")
        name = "webhook_token" if is_token else name
        if part.isdecimal() or is_token or before == "reactions":
            known[name] = part
        shape.append(f"{{{name}}}" if name in known else part)
        before = part
    return Route(method, "/" + "/".join(shape), **known)
