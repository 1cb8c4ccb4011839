"""The rate limit on IDENTIFY, counted in the store over restarts and processes."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog

from adapters.discord.api import Api
from adapters.kit.notes import Notes
from bot.errors import PlatformError
from bot.ports import Clock

JSON = dict[str, Any]
log = structlog.get_logger()
# Of one shard in an hour: Discord resets the token of who begins 1,000 a day.
MOST, SPAN = 20, timedelta(hours=1, seconds=10)
APART = timedelta(seconds=5)  # in one bucket of shards
LOOKED_AGAIN = timedelta(minutes=5)


@dataclass
class IdentifyLimits:
    """Makes each shard wait for the rate limit on IDENTIFY, and gives the number of shards."""

    api: Api
    kept: Notes
    clock: Clock
    sleep: Callable[[float], Awaitable[None]]

    async def shards(self) -> int:
        """Gives how many shards Discord recommends."""
        return max(1, int((await self._gateway()).get("shards") or 1))

    async def turn(self, shard: int) -> None:
        """Waits until this shard may IDENTIFY, and counts that it does."""
        while (wait := await self._wait(shard)) > timedelta(0):
            log.warning("discord: a session waits to begin", seconds=round(wait.total_seconds()))
            await self.sleep(min(wait, LOOKED_AGAIN).total_seconds())
        began = [*await self._began(), (shard, self.clock.now())]
        body = json.dumps([(one, at.isoformat()) for one, at in began])
        await self.kept.keep_house("identifies", body)

    async def _wait(self, shard: int) -> timedelta:
        limit: JSON = (await self._gateway()).get("session_start_limit") or {}
        if int(limit.get("remaining", 1)) < 1:
            return timedelta(milliseconds=max(1000, int(limit.get("reset_after") or 0)))
        now, began = self.clock.now(), await self._began()
        own = [at for one, at in began if one == shard]
        if len(own) >= MOST:
            return own[-MOST] + SPAN - now
        buckets = max(1, int(limit.get("max_concurrency") or 1))
        near = [at for one, at in began if one % buckets == shard % buckets and one != shard]
        return near[-1] + APART - now if near else timedelta(0)

    async def _began(self) -> list[tuple[int, datetime]]:
        """Gives the sessions that began within the hour, oldest first."""
        kept = json.loads(await self.kept.house("identifies") or "[]")
        began = [(int(one), datetime.fromisoformat(at)) for one, at in kept]
        return [one for one in began if self.clock.now() - one[1] < SPAN]

    async def _gateway(self) -> JSON:
        try:
            found: JSON = await self.api.ask("GET", "/gateway/bot")
        except PlatformError:
            return {}  # then the own count alone holds
        return found
