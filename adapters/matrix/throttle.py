"""Throttle: one request a second to a failing homeserver, until one succeeds."""

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from nio import AsyncClient

GAP_S = 1.0


class ThrottledClient(AsyncClient):  # type: ignore[misc]
    """nio's client, with all requests of the bot behind one throttle.

    Each request has its own back-off, but many together would still be too many.
    """

    _turn: asyncio.Lock
    _is_failing: bool = False
    _last: float = 0.0

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._turn = asyncio.Lock()
        self.dated: Callable[[str], None] = lambda _stamp: None  # told when an answer was given

    async def send(self, *given: Any, **named: Any) -> Any:
        """Sends one request, in turn with others if the last one failed."""
        if self._is_failing:
            async with self._turn:
                await self._wait()
        self._last = monotonic()
        try:
            answer = await super().send(*given, **named)
        except Exception:
            self._is_failing = True
            raise
        self._is_failing = answer.status >= 500
        self.dated(answer.headers.get("Date", ""))
        return answer

    async def _wait(self) -> None:
        left = self._last + GAP_S - monotonic()
        if self._is_failing and left > 0:
            await asyncio.sleep(left)
        self._last = monotonic()
