"""In which places a person talked with the bot, so that they can erase all from one place."""

import json
from dataclasses import dataclass
from datetime import timedelta

from bot.engine.pseudonyms import Pseudonyms
from bot.events import Happening
from bot.ids import PersonId, Scope, SpaceId
from bot.ports import Unit
from bot.records import Owner, PlaceRow, ScopeRow
from bot.snapshot import Place
from bot.stamps import is_within

NOTED_EVERY = timedelta(hours=1)
IDLE_AFTER = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Places:
    """Stores and reads places in one unit of work, each sealed under its person's own key."""

    unit: Unit
    names: Pseudonyms

    async def touch(self, event: Happening) -> None:
        """Stores that a person was in a place, to the hour."""
        owner, scope = self.names.person(event.person), self.names.scope(event.scope)
        kept = await self.unit.get(PlaceRow, owner, scope)
        if kept is not None and is_within(kept.at, event.at, NOTED_EVERY):
            return
        body = {"space": event.where.space, "person": event.person, "direct": event.where.is_direct}
        space = self.names.space(event.where.space)
        await self.unit.put(PlaceRow(owner, scope, space, event.at, json.dumps(body)))

    async def of(self, person: Owner) -> tuple[Place, ...]:
        """Gives a person's places, and whether they consented to anything in each."""
        rows = await self.unit.find(PlaceRow, person)
        await self.unit.read_ahead(*((ScopeRow, Owner(row.key), "") for row in rows))
        return tuple([await self._read(row) for row in rows if row.body])

    async def forget(self, person: Owner, scope: Owner) -> None:
        """Deletes one place of a person."""
        await self.unit.drop(PlaceRow, person, scope)

    async def _read(self, row: PlaceRow) -> Place:
        scope = await self.unit.get(ScopeRow, Owner(row.key))
        return place_of(row, has_agreed=scope is not None and bool(scope.state))


def place_of(row: PlaceRow, *, has_agreed: bool = False) -> Place:
    """Gives the place of a row."""
    raw = json.loads(row.body)
    scope = Scope(SpaceId(raw["space"]), PersonId(raw["person"]))
    return Place(scope, row.at, is_direct=raw["direct"], has_agreed=has_agreed)
