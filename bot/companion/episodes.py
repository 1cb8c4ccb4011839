"""Crisis episodes: one row under a hash that nobody can compute once the day's key is gone.

The row says when the episode began and when its last message came, whether help was named, and how
many turns were answered past a budget. Besides it there is only a count by month, of nobody.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions import HoldEpisode
from bot.companion.counts import SHARED, count
from bot.companion.names import Names
from bot.crisis.tiers import Tier
from bot.ids import PersonId
from bot.ports import Unit
from bot.rows import HOUSE, EpisodeKeyRow, EpisodeRow, Owner

LASTS = timedelta(hours=24)  # after its last message


@dataclass(frozen=True, slots=True)
class Episodes:
    """Reads and writes episodes in one unit of work."""

    unit: Unit
    names: Names

    async def of(self, person: PersonId, at: datetime) -> EpisodeRow | None:
        """Gives the episode of a person that lasts at that time, or None."""
        found = await self._found(person, at)
        return found[0] if found is not None else None

    async def hold(self, person: PersonId, at: datetime, action: HoldEpisode) -> None:
        """Begins an episode, or goes on with it; nothing where there is none and no reason."""
        if action.tier >= Tier.CONCERN:
            await count(self.unit, at, [f"crisis:{Tier(action.tier).name.lower()}"])
        if action.is_referred:
            await count(self.unit, at, ["crisis:referred"])
        found = await self._found(person, at)
        if found is None and action.tier < Tier.ELEVATED:
            return
        await self.unit.hold(SHARED)
        row, key = found or await self._begun(person, at)
        await self.unit.put(replace(key, at=max(at, key.at or at)))
        await self.unit.put(_after(row, at, action))

    async def _found(
        self, person: PersonId, at: datetime
    ) -> tuple[EpisodeRow, EpisodeKeyRow] | None:
        for key in await self.unit.find(EpisodeKeyRow, HOUSE):
            row = await self.unit.get(EpisodeRow, self.owner(key, person))
            if row is not None and row.at is not None and at - row.at < LASTS:
                return row, key
        return None

    async def _begun(self, person: PersonId, at: datetime) -> tuple[EpisodeRow, EpisodeKeyRow]:
        day = f"{at:%Y-%m-%d}"
        key = await self.unit.get(EpisodeKeyRow, HOUSE, day)
        key = key or EpisodeKeyRow(HOUSE, day, at=at, body=secrets.token_hex(32))
        return EpisodeRow(self.owner(key, person), started_at=at), key

    def owner(self, key: EpisodeKeyRow, person: PersonId) -> Owner:
        """Names a person's episode of that day; nobody can once the key is gone."""
        named = self.names.person(person).encode()
        return Owner(hmac.new(bytes.fromhex(key.body), named, hashlib.sha256).hexdigest())


def _after(row: EpisodeRow, at: datetime, action: HoldEpisode) -> EpisodeRow:
    referred = max(row.referred, action.tier if action.is_referred else 0)
    return replace(
        row,
        at=max(at, row.at or at),
        referred=referred,
        declined=max(row.declined, referred) if action.is_declined else row.declined,
        turns=row.turns + action.from_reserve,
    )
