"""Erasing: what goes when a person erases a place, or all; the key first, so nothing is read again.

What is left of somebody who erased all is what protects them or others: that they are under 18, or
were asked it; that they are ignored at their own wish, or since when no more; that the operator
blocked them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.codec import load_post
from bot.engine.places import Places
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import EventId, PersonId, Scope, SpaceId
from bot.ports import Unit
from bot.records import (
    HOUSE,
    DueRow,
    NightCardRow,
    NoteRow,
    Owner,
    PersonRow,
    PlaceRow,
    PostRow,
    TrayRow,
)
from bot.snapshot import STAYS

FORGETS = "forget "  # begins the key of what a platform is still to forget


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
            await self._but_for_other_places(scope, owner)
        else:
            await self._all()

    async def forget_elsewhere(self, event: EventId, at: datetime, scopes: Sequence[Scope]) -> None:
        """Keeps what platforms must forget of erased places, until they have."""
        spaces = [scope.space for scope in scopes]
        body = json.dumps({"person": self.by, "spaces": spaces, "at": at.isoformat()})
        key = f"{FORGETS}{self.names.event(event)}"
        await self.unit.put(DueRow(HOUSE, key, at=at, person=HOUSE, body=body))

    @property
    def _person(self) -> Owner:
        return self.names.person(self.by)

    async def _but_for_other_places(self, scope: Scope, owner: Owner) -> None:
        await self.unit.drop(NightCardRow, self._person)
        for note in await self.unit.find(NoteRow, self._person):
            if note.scope in ("", owner):
                await self.unit.drop(NoteRow, self._person, note.key)
        for line in (STAYS, "renew", "wants attuned", "wants ongoing"):
            await self.unit.drop(TrayRow, self._person, f"{owner}:{line}")
        for card in await self.unit.find(PostRow, self._person):
            if card.body and load_post(card.body)[1] == scope:  # it was shown in another place
                await self.unit.drop(PostRow, self._person, card.key)

    async def _all(self) -> None:
        row = await self.unit.get(PersonRow, self._person)
        await self.unit.erase(self._person)
        left = left_of(row) if row is not None else None
        if left is not None:
            await self.unit.put(left)


def load_forgotten(row: DueRow) -> tuple[PersonId, tuple[SpaceId, ...], datetime]:
    """Gives whose it is, where, and up to when, what a platform must forget."""
    raw = json.loads(row.body)
    spaces = tuple(SpaceId(space) for space in raw["spaces"])
    return PersonId(raw["person"]), spaces, datetime.fromisoformat(raw["at"])


def left_of(row: PersonRow) -> PersonRow | None:
    """Gives what stays of a person who erased all; None where nothing has to."""
    asked_at = row.age_asked_at if row.age_open else None
    left = PersonRow(
        row.owner,
        under_18=row.under_18,
        ignored=row.ignored,
        read_since=row.read_since,
        blocked=row.blocked,
        age_open=row.age_open,
    )
    return replace(left, age_asked_at=asked_at) if left != PersonRow(row.owner) else None
