"""What the bot asks of Discord: discord.py's rate limits and retries, one error for the core."""

from collections import deque
from time import monotonic
from typing import Any

import discord
import structlog
from aiohttp import ClientError
from discord.http import HTTPClient, Route

from bot.errors import PlatformAway, PlatformError

JSON = dict[str, Any]
MOST_REFUSED, REFUSED_IN_S = 5000, 600.0
log = structlog.get_logger()
UNKNOWN_MESSAGE, TOO_MANY_OLD_EDITS = 10008, 30046


class Refused(PlatformError):
    """Says that Discord will not do it; `code` is Discord's own."""

    def __init__(self, status: int, code: int) -> None:
        super().__init__(f"Discord refused: {code or status}.")
        self.status, self.code = status, code


class Api:
    """Every request of the bot's. Each raises PlatformAway where it may work later, or Refused."""

    def __init__(self, http: HTTPClient) -> None:
        self._http = http
        self.refused: deque[float] = deque()  # when: 401, 403 and 404, none of which is retried

    async def ask(self, method: str, path: str, body: object = None, **query: str) -> Any:
        """Asks once in the bucket's turn; discord.py waits out 429 and tries 5xx again."""
        self._must_not_be_blocked()
        more: JSON = {"json": body} if body is not None else {}
        more |= {"params": query} if query else {}
        try:
            return await self._http.request(_route(method, path), **more)
        except discord.DiscordServerError as failure:
            raise PlatformAway(f"Discord failed with status {failure.status}.") from None
        except discord.HTTPException as failure:
            self._count(failure.status)
            raise Refused(failure.status, failure.code) from None
        except (ClientError, OSError, TimeoutError, discord.RateLimited) as failure:
            raise PlatformAway(f"Discord cannot be reached: {type(failure).__name__}.") from None

    def _count(self, status: int) -> None:
        if status in (401, 403, 404):
            self.refused.append(monotonic())
            if len(self.refused) == MOST_REFUSED // 2:
                log.warning("discord: much is refused", times=len(self.refused))

    def _must_not_be_blocked(self) -> None:
        """Keeps well below the ten thousand refusals in ten minutes at which Discord blocks."""
        while self.refused and monotonic() - self.refused[0] > REFUSED_IN_S:
            self.refused.popleft()
        if len(self.refused) >= MOST_REFUSED:
            raise PlatformAway("Discord refused too much: nothing is asked for some minutes.")


_NAMED = {"channels": "channel_id", "guilds": "guild_id"}
_TOKENED = ("webhooks", "interactions")


def _route(method: str, path: str) -> Route:
    """Gives the route as a shape with parameters: discord.py keeps buckets apart by both."""
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
