"""Crisis episodes: one row under a hash that nobody can compute once the day's key is gone.

The row says when the episode began and when its last message came, whether help was named, and how
many turns were answered past a budget. Besides it there is only a count by month, of nobody.

There is one for each shared room in which it showed, and one for all that its person alone reads.
A shared room is only ever told of its own; alone, a person is met in the light of all of them.
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
from bot.ids import PersonId, RoomId
from bot.ports import Unit
from bot.rows import HOUSE, EpisodeKeyRow, EpisodeRow, Owner
from bot.stamps import is_within

LASTS = timedelta(hours=24)  # after its last message
ALONE = ""  # the key of what began where nobody else reads


@dataclass(frozen=True, slots=True)
class Episodes:
    """Reads and writes episodes in one unit of work."""

    unit: Unit
    names: Names
    room: RoomId | None = None  # the shared room it is about; None where only the person reads

    async def of(self, person: PersonId, at: datetime) -> EpisodeRow | None:
        """Gives the episode of a person that lasts there at that time, or None.

        Its turns are those of all rooms, as the reserve is one; that leads to no other words.
        """
        every = await self._lasting(person, at)
        row = next((row for row, key in every if row.key == self._place(key)), None)
        if row is None and self.room is None and every:
            last = max((one for one, _ in every), key=lambda one: one.at or at)
            row = replace(last, key=ALONE, referred=0, declined=0)  # help was not named here
        return row and replace(row, turns=sum(one.turns for one, _ in every))

    async def hold(self, person: PersonId, at: datetime, action: HoldEpisode) -> None:
        """Begins an episode, or goes on with it; nothing where there is none and no reason."""
        if action.tier >= Tier.CONCERN:
            await count(self.unit, at, [f"crisis:{Tier(action.tier).name.lower()}"])
        if action.is_referred:
            await count(self.unit, at, ["crisis:referred"])
        every = await self._lasting(person, at)
        found = next(((row, key) for row, key in every if row.key == self._place(key)), None)
        is_answered_alone = self.room is None and bool(every) and action.from_reserve
        if found is None and action.tier < Tier.ELEVATED and not is_answered_alone:
            return
        await self.unit.hold(SHARED)
        row, key = found or await self._begun(person, at)
        await self.unit.put(replace(key, at=max(at, key.at or at)))
        await self.unit.put(_after(row, at, action))

    async def _lasting(
        self, person: PersonId, at: datetime
    ) -> tuple[tuple[EpisodeRow, EpisodeKeyRow], ...]:
        """Gives what lasts of a person's in any room, each with the key of its day."""
        found: list[tuple[EpisodeRow, EpisodeKeyRow]] = []
        for key in await self.unit.find(EpisodeKeyRow, HOUSE):
            rows = await self.unit.find(EpisodeRow, self.owner(key, person))
            found += [(row, key) for row in rows if is_within(row.at, at, LASTS)]
        return tuple(found)

    async def _begun(self, person: PersonId, at: datetime) -> tuple[EpisodeRow, EpisodeKeyRow]:
        day = f"{at:%Y-%m-%d}"
        key = await self.unit.get(EpisodeKeyRow, HOUSE, day)
        key = key or EpisodeKeyRow(HOUSE, day, at=at, body=secrets.token_hex(32))
        return EpisodeRow(self.owner(key, person), self._place(key), started_at=at), key

    def _place(self, key: EpisodeKeyRow) -> str:
        """Names the room under the day's key; nothing for what the person alone reads."""
        if self.room is None:
            return ALONE
        return _under(key, self.names.room(self.room))

    def owner(self, key: EpisodeKeyRow, person: PersonId) -> Owner:
        """Names a person's episode of that day; nobody can once the key is gone."""
        return Owner(_under(key, self.names.person(person)))


def _under(key: EpisodeKeyRow, name: str) -> str:
    return hmac.new(bytes.fromhex(key.body), name.encode(), hashlib.sha256).hexdigest()


def _after(row: EpisodeRow, at: datetime, action: HoldEpisode) -> EpisodeRow:
    referred = max(row.referred, action.tier if action.is_referred else 0)
    return replace(
        row,
        at=max(at, row.at or at),
        referred=referred,
        declined=max(row.declined, referred) if action.is_declined else row.declined,
        turns=row.turns + action.from_reserve,
    )
