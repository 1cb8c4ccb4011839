"""The reports of a space: the places of messages of the bot's, sealed, for 30 days.

Only a place that the platform gave is stored, in the program's own form: nothing that a person
types is ever listed. Each message counts once for a person, so that nobody can fill the list alone.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.engine.pseudonyms import Pseudonyms
from bot.events import Happening
from bot.ids import Scope, SpaceId
from bot.ports import Unit
from bot.records import NoteRow, Owner
from bot.snapshot import Reported, ReportRoom
from bot.stamps import is_within

MOST = 100  # of a space; all of them are shown
MOST_OF_ONE, MOST_A_DAY = 10, 5  # of one person there, in 30 days and in one
DAY = timedelta(hours=24)
_LINK = "link"  # an earlier release kept what was typed, and under another name


@dataclass(frozen=True, slots=True)
class Reports:
    """Stores and reads reports in one unit of work."""

    unit: Unit
    names: Pseudonyms

    async def room_for(self, event: Happening, about: str) -> ReportRoom:
        """Says whether a report would be stored, and why not; takes a lock for that."""
        if not about:
            return "free"
        owner, at = self.names.space(event.where.space), event.at
        by = await self._reporter(event.scope)
        await self.unit.hold(owner)
        kept = await self._kept(owner)
        own = [row for row, one in kept if one["by"] == by]
        if any(one[_LINK] == about and one["by"] == by for _, one in kept):
            return "kept"
        today = [row for row in own if is_within(row.at, at, DAY)]
        if len(kept) >= MOST:
            return "kept" if any(one[_LINK] == about for _, one in kept) else "full"
        return "enough" if len(own) >= MOST_OF_ONE or len(today) >= MOST_A_DAY else "free"

    async def keep(self, scope: Scope, about: str, at: datetime) -> None:
        """Stores a report once for a person, as a hash that ends with their key there."""
        owner, by = self.names.space(scope.space), await self._reporter(scope)
        key = await self.unit.subject(self.names.scope(scope), f"report of {about}")
        await self.unit.put(NoteRow(owner, key, at, json.dumps({"by": by, _LINK: about})))

    async def _reporter(self, scope: Scope) -> str:
        return await self.unit.subject(self.names.scope(scope), "reporter")

    async def of(self, space: Owner) -> tuple[Reported, ...]:
        """Gives each reported message once: latest report, place, and number of reporters."""
        found: dict[str, Reported] = {}
        for row, one in await self._kept(space):
            at = row.at or datetime.min
            last = found.get(one[_LINK], Reported(at, one[_LINK], 0))
            found[one[_LINK]] = Reported(max(at, last.at), one[_LINK], last.people + 1)
        return tuple(found.values())

    async def clear(self, space: SpaceId) -> int:
        """Deletes all reports of a space, and gives how many there were."""
        owner = self.names.space(space)
        await self.unit.hold(owner)
        kept = await self._kept(owner)
        for row, _ in kept:
            await self.unit.drop(NoteRow, owner, row.key)
        return len(kept)

    async def _kept(self, space: Owner) -> list[tuple[NoteRow, dict[str, str]]]:
        every = [(row, json.loads(row.body)) for row in await self.unit.find(NoteRow, space)]
        return [(row, one) for row, one in every if row.at is not None and _LINK in one]
