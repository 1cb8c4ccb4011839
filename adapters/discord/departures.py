"""Who left: without the members intent it is asked, once a week a person; and the bot sent away."""

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
    """Tells the core who is gone from a server."""

    api: Api
    kept: Notes
    clock: Clock
    handle: Callable[[Event], Awaitable[Outcome]]
    leave: Leave
    sleep: Sleep = asyncio.sleep

    async def run(self) -> None:
        """Asks each day whether people are still where they agreed to something."""
        while True:
            try:
                await self.ask()
            except Exception as failure:  # around one round
                log.error("discord: who left was not asked", error=type(failure).__name__)
            await asyncio.sleep(EVERY_S)

    async def ask(self, apart_s: float = APART_S) -> None:
        """Asks about everybody whose turn it is; once a day, over all processes."""
        now, last = self.clock.now(), await self.kept.house("members asked")
        if last == f"{now:%Y-%m-%d}":
            return
        due = [one for one in await self.kept.places() if self._is_due(one)][:MOST_A_DAY]
        await self.kept.keep_house("members asked", f"{now:%Y-%m-%d}")
        for place in due:
            await self._ask(place)
            await asyncio.sleep(apart_s)

    async def sent_away(self, guild: str) -> None:
        """The bot is no longer in a server: everybody there is gone for it."""
        at = self.clock.now()
        await self._ended(lambda _room, scope: ids.guild(scope.space) == guild)

        async def told() -> bool:
            places = await self.kept.places(ids.space(guild, ""))
            return all([await self._is_told(place, at) for place in places])

        await surely(told, self.sleep)

    async def taken_away(self, channel: str) -> None:
        """A channel or thread is gone: nobody reads what is written there."""
        await self._ended(lambda room, _scope: room == ids.room(channel))

    async def _ended(self, is_gone: Gone) -> None:
        async def ended() -> bool:
            await self.leave(is_gone)
            return True

        await surely(ended, self.sleep)

    async def _is_told(self, place: Place, at: datetime) -> bool:
        """Tells the core that a person is gone; False where it could not decide."""
        event = left(place.scope, f"{place.scope}:{at}", at)
        return await self.handle(event) is not Outcome.FAILED

    def _is_due(self, place: Place) -> bool:
        """Whether a person's turn is today: whole weeks after they were last there."""
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
