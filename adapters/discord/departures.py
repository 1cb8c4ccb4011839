"""Who left a server: asked about each person once a week, since there is no members intent."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from adapters.discord import ids
from adapters.discord.api import Api, DiscordRefused
from adapters.kit.notes import Notes
from adapters.kit.retry import Sleep, surely
from bot.engine.retention import left
from bot.engine.writing import Gone, Leave
from bot.errors import PlatformError
from bot.events import Event, Outcome
from bot.ports import Clock
from bot.snapshot import Place

log = structlog.get_logger()
EVERY_S, APART_S = 3600.0, 1.0
DAY, MOST_A_DAY, EACH_DAYS = timedelta(days=1), 1000, 7
UNKNOWN_MEMBER = 10007


@dataclass
class Departures:
    """Tells the core which people left a server."""

    api: Api
    kept: Notes
    clock: Clock
    handle: Callable[[Event], Awaitable[Outcome]]
    leave: Leave
    sleep: Sleep = asyncio.sleep

    async def run(self) -> None:
        """Asks once a day whether people are still in the servers where they agreed to a level."""
        while True:
            try:
                await self.ask()
            except Exception as failure:  # around one round
                log.error("discord: who left was not asked", error=type(failure).__name__)
            await asyncio.sleep(EVERY_S)

    async def ask(self, apart_s: float = APART_S) -> None:
        """Asks about everybody who is due today; once a day over all processes."""
        now, last = self.clock.now(), await self.kept.house("members asked")
        if last == f"{now:%Y-%m-%d}":
            return
        due = await self._due(now)
        await self.kept.keep_house("members asked", f"{now:%Y-%m-%d}")
        for place in due:
            await self._ask(place)
            await asyncio.sleep(apart_s)

    async def _due(self, now: datetime) -> list[Place]:
        """Gives who is asked about today; where they are too many, those who talked last."""
        due = list[Place]()
        async for place in self.kept.places(until=now - EACH_DAYS * DAY):
            due += (place,) if self._is_due(place) else ()
            if len(due) == MOST_A_DAY:
                break
        return due

    async def sent_away(self, guild: str) -> None:
        """Tells the core that everybody of a server is gone, because the bot was removed."""
        at = self.clock.now()
        await self._ended(lambda _room, scope: ids.guild(scope.space) == guild)

        async def told() -> bool:
            is_told = True
            async for place in self.kept.places(ids.space(guild, "")):
                is_told &= await self._is_told(place, at)
            return is_told

        await surely(told, self.sleep)

    async def taken_away(self, channel: str) -> None:
        """Tells the core that a channel or thread is gone, so that nobody reads a reply there."""
        await self._ended(lambda room, _scope: room == ids.room(channel))

    async def _ended(self, is_gone: Gone) -> None:
        async def ended() -> bool:
            await self.leave(is_gone)
            return True

        await surely(ended, self.sleep)

    async def _is_told(self, place: Place, at: datetime) -> bool:
        """Tells the core that a person left, and returns False if the core failed to decide."""
        event = left(place.scope, f"{place.scope}:{at}", at)
        return await self.handle(event) is not Outcome.FAILED

    def _is_due(self, place: Place) -> bool:
        """Returns whether to ask about a person today: whole weeks after they last wrote there."""
        days = (self.clock.now() - place.at).days if place.at is not None else 0
        return ids.guild(place.scope.space) is not None and days > 0 and days % EACH_DAYS == 0

    async def _ask(self, place: Place) -> None:
        guild, user = ids.guild(place.scope.space), ids.user(place.scope.person)
        try:
            await self.api.ask("GET", f"/guilds/{guild}/members/{user}")
        except DiscordRefused as refused:
            if refused.code == UNKNOWN_MEMBER:
                at = self.clock.now()
                await self._ended(lambda _room, scope: scope == place.scope)
                await surely(partial(self._is_told, place, at), self.sleep)
        except PlatformError as failure:
            log.warning("discord: a member could not be asked about", what=str(failure))
