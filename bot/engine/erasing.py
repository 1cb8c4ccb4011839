"""Erasing: what goes when a person erases a place, or all; the key first, so nothing is read again.

What goes, and what is left of somebody who erased all, each record says of itself: that they are
under 18, or were asked it; that they are ignored at their own wish, or since when no more; that the
operator blocked them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import EventId, PersonId, Scope, SpaceId
from bot.ports import Unit
from bot.records import (
    HOUSE,
    Cause,
    DueRow,
    ErasedPlace,
    ForgetElsewhere,
    Owner,
    PlaceRow,
    erased_by,
    key_of,
    leaving,
)


@dataclass(frozen=True, slots=True)
class Erasing:
    """Erases one person's in one unit of work."""

    unit: Unit
    names: Pseudonyms
    by: PersonId

    async def scope(self, scope: Scope) -> None:
        """Erases a place; with the last place everything that is kept of the person."""
        owner = self.names.scope(scope)
        await self.unit.erase(owner)
        await self.unit.erase(self.names.episode(self.by))
        await Places(self.unit, self.names).forget(self._person, owner)
        if await self.unit.find(PlaceRow, self._person):
            await self._but_for_other_places(ErasedPlace(scope, owner))
        else:
            await self._all()

    async def forget_elsewhere(self, event: EventId, at: datetime, scopes: Sequence[Scope]) -> None:
        """Keeps what platforms must forget of erased places, until they have."""
        spaces = [scope.space for scope in scopes]
        body = json.dumps({"person": self.by, "spaces": spaces, "at": at.isoformat()})
        key = key_of(ForgetElsewhere(self.names.event(event)))
        await self.unit.put(DueRow(HOUSE, key, at=at, person=HOUSE, body=body))

    @property
    def _person(self) -> Owner:
        return self.names.person(self.by)

    async def _but_for_other_places(self, place: ErasedPlace) -> None:
        kinds = erased_by(Cause.PLACE)
        await self.unit.read_ahead(*((kind, self._person, None) for kind in kinds))
        rows = [row for kind in kinds for row in await self.unit.find(kind, self._person)]
        for row in rows:
            if row.is_of(place):
                await self.unit.drop(type(row), self._person, row.key)

    async def _all(self) -> None:
        rows = [row for kind in leaving() for row in await self.unit.find(kind, self._person)]
        await self.unit.erase(self._person)
        for left in (row.left() for row in rows):
            if left is not None:
                await self.unit.put(left)


def load_forgotten(row: DueRow) -> tuple[PersonId, tuple[SpaceId, ...], datetime]:
    """Gives whose it is, where, and up to when, what a platform must forget."""
    raw = json.loads(row.body)
    spaces = tuple(SpaceId(space) for space in raw["spaces"])
    return PersonId(raw["person"]), spaces, datetime.fromisoformat(raw["at"])
