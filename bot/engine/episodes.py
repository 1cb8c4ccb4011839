"""Crisis episodes: rows under a key of their own, which is destroyed when the last is over.

A row says when the episode began and when its last message came, whether help was named, and how
many turns were answered past a budget. Beside the rows there is only an anonymous count by month.

Each shared room in which a risk showed has an episode, and all private rooms of a person share one.
A shared room only learns of its own; in private, all episodes of a person count.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions.state import HoldEpisode
from bot.crisis.tiers import Tier
from bot.engine.counts import CRISIS, REFERRED, SIGNAL, count
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import PersonId, RoomId
from bot.ports import Unit
from bot.records import EpisodeRow, Owner
from bot.stamps import is_within

LASTS = EpisodeRow.about.retention  # after its last message
ALONE = ""  # the key of what began where nobody else reads


@dataclass(frozen=True, slots=True)
class Episodes:
    """Reads and writes episodes in one unit of work."""

    unit: Unit
    names: Pseudonyms
    room: RoomId | None = None  # the shared room it is about; None where only the person reads

    async def of(self, person: PersonId, at: datetime) -> EpisodeRow | None:
        """Gives the episode of a person that holds in this room at that time, or None.

        Its turns are those of all rooms, because the reserve of turns is one for all.
        """
        every = await self._lasting(person, at)
        row = next((one for one in every if one.key == self._place), None)
        if row is None and self.room is None and every:
            last = max(every, key=lambda one: one.at or at)
            row = replace(last, key=ALONE, referred=0, declined=0)  # help was not named here
        return row and replace(row, turns=sum(one.turns for one in every))

    async def hold(self, person: PersonId, at: datetime, action: HoldEpisode) -> None:
        """Begins an episode, or extends the open one; a low tier alone begins none."""
        if action.tier >= Tier.CONCERN:
            await count(self.unit, at, [f"{CRISIS}{Tier(action.tier).name.lower()}"])
        if action.is_referred:
            await count(self.unit, at, _referrals(action))
        every = await self._lasting(person, at)
        found = next((one for one in every if one.key == self._place), None)
        is_answered_alone = self.room is None and bool(every) and action.from_reserve
        if found is None and action.tier < Tier.ELEVATED and not is_answered_alone:
            return
        owner, by = self.names.episode(person), self.names.person(person)
        row = found or EpisodeRow(owner, self._place, started_at=at, person=by)
        await self.unit.put(_after(row, at, action))

    async def _lasting(self, person: PersonId, at: datetime) -> tuple[EpisodeRow, ...]:
        """Gives the episodes of a person, in all rooms, that are not over."""
        rows = await self.unit.find(EpisodeRow, self.names.episode(person))
        return tuple(row for row in rows if is_within(row.at, at, LASTS))

    @property
    def _place(self) -> str:
        return ALONE if self.room is None else self.names.room(self.room)


async def end(unit: Unit, *, owner: Owner, at: datetime) -> None:
    """Deletes the episodes that are over, and with the last of them their key."""
    rows = await unit.find(EpisodeRow, owner)
    over = [row for row in rows if row.at is None or at - row.at >= LASTS]
    for row in over:
        await unit.drop(EpisodeRow, owner, row.key)
    if len(over) == len(rows):
        await unit.erase(owner)


def _referrals(action: HoldEpisode) -> tuple[str, ...]:
    """Names a referral, to be counted, and the kind of sign that led to it."""
    of_sign = (f"{SIGNAL}{action.signal}",) if action.signal else ()
    return (REFERRED, *of_sign)


def _after(row: EpisodeRow, at: datetime, action: HoldEpisode) -> EpisodeRow:
    referred = max(row.referred, action.tier if action.is_referred else 0)
    return replace(
        row,
        at=max(at, row.at or at),
        referred=referred,
        declined=max(row.declined, referred) if action.is_declined else row.declined,
        turns=row.turns + action.from_reserve,
    )
