"""Renewal: the request that first learns of an ended session signs in again, for all of them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from adapters.matrix.errors import BREAKS
from adapters.matrix.throttle import ThrottledClient

log = structlog.get_logger()
TRIES = 3  # of one request, each with a token of its own
ENDED = ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN")


class RenewingClient(ThrottledClient):
    """nio's client, which answers no request with the end of a session that can be renewed."""

    _renewing: asyncio.Lock
    renew: Callable[[], Awaitable[None]] | None = None  # None: an ended session is told as it is

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._renewing = asyncio.Lock()

    async def send(
        self, method: str, path: str, data: Any = None, headers: Any = None, *more: Any
    ) -> Any:
        """Sends a request, and once more each time that it was signed in again for it.

        Raises PlatformError if that fails; the request may be sent again then.
        """
        renew = None if path.partition("?")[0].endswith("/login") else self.renew
        answer = await super().send(method, path, data, headers, *more)
        for _ in range(TRIES if renew is not None else 0):
            if not await _is_ended(answer):
                break
            assert renew is not None
            await self._renewed(renew, headers.get("Authorization", ""))
            headers = {**headers, "Authorization": self._shown}
            answer = await super().send(method, path, data, headers, *more)
        return answer

    @property
    def _shown(self) -> str:
        return f"Bearer {self.access_token}"

    # Many requests are under way when a session ends, and each learns of it by itself. The sync
    # alone signed in again once, and a reply that was just being sent was refused, and told to be
    # impossible. Signing in ends the token that others still show: who was refused for an old one
    # finds another here, and does not sign in a second time, which would end that one too.
    async def _renewed(self, renew: Callable[[], Awaitable[None]], refused: str) -> None:
        async with self._renewing:
            if not self.access_token or refused == self._shown:
                log.warning("matrix: signed out; signing in again")
                await renew()


async def _is_ended(answer: Any) -> bool:
    if answer.status != 401:
        return False
    try:
        said = await answer.json(content_type=None)
    except BREAKS:  # then whoever asked reads it no better
        return False
    return isinstance(said, dict) and said.get("errcode") in ENDED
