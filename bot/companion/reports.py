"""The reports of a space: where a reply stands, sealed under the space, for 30 days."""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.companion.names import Names
from bot.ids import PersonId, SpaceId
from bot.ports import Unit
from bot.rows import NoteRow, Owner

MOST, MOST_OF_ONE = 200, 10  # of a space; of one person there


@dataclass(frozen=True, slots=True)
class Reports:
    """Keeps and reads them in one unit of work."""

    unit: Unit
    names: Names

    async def keep(self, space: SpaceId, person: PersonId, about: str, at: datetime) -> None:
        """Keeps a report once a person; who reported is kept as a keyed hash, and never shown."""
        owner, by = self.names.space(space), self.names.person(person)
        kept = [_read(row) for row in await self.unit.find(NoteRow, owner)]
        if len(kept) >= MOST or sum(one["by"] == by for one in kept) >= MOST_OF_ONE:
            return
        key = self.names.event(f"report:{by}:{about}")
        await self.unit.put(NoteRow(owner, key, at, json.dumps({"by": by, "about": about})))

    async def of(self, space: Owner) -> tuple[tuple[datetime, str], ...]:
        """Gives when each was made, and where its reply stands."""
        rows = await self.unit.find(NoteRow, space)
        return tuple((row.at, _read(row)["about"]) for row in rows if row.at is not None)


def _read(row: NoteRow) -> dict[str, str]:
    found: dict[str, str] = json.loads(row.body)
    return found
