"""One process per token and shard: a lease (lock) in the store, renewed by whoever serves."""

import json
import os
import platform
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

import structlog

from adapters.kit.notes import Notes
from bot.errors import NeedsOperator, PlatformError, StoreError
from bot.ports import Clock, Unit

LASTS, EVERY_S = timedelta(seconds=30), 10.0
LOOKS = 6  # at half of that, for as long as one lasts
TAKEN = (
    "Another process serves shard {shard} of this bot already. Stop it, or give each its own "
    "shards with ATTUNE_DISCORD_SHARD_IDS."
)
LOST = "Another process took over shard {shard}: this one was away for too long."


log = structlog.get_logger()


@dataclass
class Lease:
    """The lease that keeps a second process from answering every event twice."""

    kept: Notes
    clock: Clock
    app: str
    shards: tuple[int, ...]
    sleep: Callable[[float], Awaitable[None]]
    me: str = field(default_factory=lambda: uuid4().hex)

    async def take(self) -> None:
        """Takes every shard's lease. Raises PlatformError where another process holds one."""
        for shard in self.shards:
            await self._take(shard)

    async def _take(self, shard: int) -> None:
        """Takes a lease that was not renewed while this process watched, whatever clocks say."""
        seen = await self._tried(shard)
        for look in range(LOOKS):
            if seen is None:
                return
            await self.sleep(EVERY_S / 2)
            again = await self._tried(shard, is_left=look == LOOKS - 1, seen=seen)
            if again is not None and again != seen:  # whoever holds it is alive
                raise NeedsOperator(TAKEN.format(shard=shard))
            seen = again

    async def keep(self) -> None:
        """Renews the leases until cancelled. Raises PlatformError if one was lost."""
        while True:
            await self.sleep(EVERY_S)
            try:
                lost = [shard for shard in self.shards if await self._tried(shard) is not None]
            except StoreError as failure:  # nobody else can take one meanwhile
                log.error("discord: the store is away", error=type(failure).__name__)
                continue
            if lost:
                raise PlatformError(LOST.format(shard=lost[0]))

    async def let_go(self) -> None:
        """Gives the leases back, so that the next process need not wait."""
        for shard in self.shards:
            await self.kept.deciding(partial(self._released, shard))

    async def _tried(
        self, shard: int, *, is_left: bool = False, seen: datetime | None = None
    ) -> datetime | None:
        """Takes or renews a lease, or gives the time until which another process holds it."""
        left = seen if is_left else None
        return await self.kept.deciding(partial(self._taken, shard, left))

    async def _taken(self, shard: int, left: datetime | None, unit: Unit) -> datetime | None:
        held = json.loads(await self.kept.house_in(unit, self._name(shard)) or "{}")
        if held and held["by"] != self.me:
            until = datetime.fromisoformat(held["until"])
            if (
                until != left
                and until > self.clock.now()
                and not _is_dead(held["where"], held["process"])
            ):
                return until
        until = self.clock.now() + LASTS
        body = {"by": self.me, "until": until.isoformat(), "where": _here()}
        body |= {"process": str(os.getpid())}
        await self.kept.put_house(unit, self._name(shard), json.dumps(body))
        return None

    async def _released(self, shard: int, unit: Unit) -> None:
        held = json.loads(await self.kept.house_in(unit, self._name(shard)) or "{}")
        if held.get("by") == self.me:
            await self.kept.put_house(unit, self._name(shard), "{}")

    def _name(self, shard: int) -> str:
        return f"lease of {self.app} {shard}"


def _here() -> str:
    """Gives a name of this machine and its process table, the same until the machine restarts."""
    try:
        booted = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{platform.node()} {booted} {os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return ""


def _is_dead(where: str, process: str) -> bool:
    """Returns whether the process that held a lease ran on this machine and surely ended."""
    if not where or where != _here():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return int(process) == os.getpid()
