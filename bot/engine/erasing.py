"""Erases a place or all of a person: the key first, so that no copy can be read again.

Each record declares whether an erase takes it. What is left of somebody who erased all: that they
are under 18, or were asked; that they chose to be ignored, or since when no more; that the operator
blocked them.
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
    """Erases one person's rows in one unit of work."""

    unit: Unit
    names: Pseudonyms
    by: PersonId

    async def scope(self, scope: Scope) -> None:
        """Erases a place, and with a person's last place all rows of the person."""
        owner = self.names.scope(scope)
        await self.unit.erase(owner)
        await self.unit.erase(self.names.episode(self.by))
        await Places(self.unit, self.names).forget(self._person, owner)
        if await self.unit.find(PlaceRow, self._person):
            await self._but_for_other_places(ErasedPlace(scope, owner))
        else:
            await self.rest()

    async def forget_elsewhere(self, event: EventId, at: datetime, scopes: Sequence[Scope]) -> None:
        """Schedules that platforms forget erased places, until they have."""
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

    async def rest(self) -> None:
        """Erases all rows of the person but what stays; their places went before."""
        rows = [row for kind in leaving() for row in await self.unit.find(kind, self._person)]
        await self.unit.erase(self._person)
        for left in (row.left() for row in rows):
            if left is not None:
                await self.unit.put(left)


def load_forgotten(row: DueRow) -> tuple[PersonId, tuple[SpaceId, ...], datetime]:
    """Gives the person, the spaces and the time of what a platform must forget."""
    raw = json.loads(row.body)
    spaces = tuple(SpaceId(space) for space in raw["spaces"])
    return PersonId(raw["person"]), spaces, datetime.fromisoformat(raw["at"])
