"""The reports of a space: the places of messages of the bot's, sealed, for 30 days.

Only a place that the platform gave is stored, in the program's own form: nothing that a person
types is ever listed. Each message counts once for a person, so that nobody can fill the list alone.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions.of_spaces import Report
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Happening
from bot.ids import Scope, SpaceId
from bot.ports import Unit
from bot.records import NoteRow, Owner
from bot.snapshot import Reported, ReportRoom, ReportState
from bot.stamps import is_within

MOST = 100  # open ones of a space, and closed ones beside them only as far as there is room
MOST_OF_ONE, MOST_A_DAY = 10, 5  # of one person there, in 30 days and in one
DAY = timedelta(hours=24)
_LINK = "link"  # an earlier release kept what was typed, and under another name
_STATE = "state"  # none stands while it is open
_OPEN: ReportState = "open"
_CLOSED: tuple[ReportState, ...] = ("handled", "dismissed")
Kept = tuple[NoteRow, dict[str, str]]


def closed_as(*, is_handled: bool) -> ReportState:
    """Gives the state of a report that an admin closed."""
    return "handled" if is_handled else "dismissed"


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
        are_open = [one for _, one in kept if _STATE not in one]
        if len(are_open) >= MOST:
            return "kept" if any(one[_LINK] == about for one in are_open) else "full"
        return "enough" if len(own) >= MOST_OF_ONE or len(today) >= MOST_A_DAY else "free"

    async def keep(self, scope: Scope, what: Report, at: datetime) -> None:
        """Stores a report once for a person, as a hash that ends with their key there."""
        owner, by = self.names.space(scope.space), await self._reporter(scope)
        key = await self.unit.subject(self.names.scope(scope), f"report of {what.about}")
        body = {"by": by, _LINK: what.about, "room": what.room, "message": what.message}
        await self._make_room(owner)
        await self.unit.put(NoteRow(owner, key, at, json.dumps(body)))

    async def _make_room(self, owner: Owner) -> None:
        """Deletes the oldest closed report where as many are stored as may be."""
        kept = await self._kept(owner)
        closed = sorted((row for row, one in kept if _STATE in one), key=lambda row: str(row.at))
        for row in closed[: max(0, len(kept) + 1 - MOST)]:
            await self.unit.drop(NoteRow, owner, row.key)

    async def _reporter(self, scope: Scope) -> str:
        return await self.unit.subject(self.names.scope(scope), "reporter")

    async def of(self, space: Owner) -> tuple[Reported, ...]:
        """Gives each reported message once, by the reports that are open, else by the others."""
        return listed(await self._kept(space))

    async def close(self, space: SpaceId, link: str, state: ReportState) -> bool:
        """Closes all open reports of a message; False where none is open."""
        owner = self.names.space(space)
        await self.unit.hold(owner)
        found = [
            (row, one)
            for row, one in await self._kept(owner)
            if one[_LINK] == link and _STATE not in one
        ]
        for row, one in found:
            await self.unit.put(replace(row, body=json.dumps({**one, _STATE: state})))
        return bool(found)

    async def clear(self, space: SpaceId) -> int:
        """Deletes all reports of a space, and gives how many there were."""
        owner = self.names.space(space)
        await self.unit.hold(owner)
        kept = await self._kept(owner)
        for row, _ in kept:
            await self.unit.drop(NoteRow, owner, row.key)
        return len(kept)

    async def _kept(self, space: Owner) -> list[Kept]:
        every = ((row, report_in(row)) for row in await self.unit.find(NoteRow, space))
        return [(row, one) for row, one in every if one is not None]


def report_in(row: NoteRow) -> dict[str, str] | None:
    """Gives the report that a note is, or None for any other note."""
    try:
        read = json.loads(row.body)
    except ValueError:
        return None
    is_one = isinstance(read, dict) and row.at is not None and {"by", _LINK} <= read.keys()
    return read if is_one else None


def listed(kept: Iterable[Kept]) -> tuple[Reported, ...]:
    """Gives each message that the reports of one space name: its latest report, and how many."""
    found: dict[str, Reported] = {}
    for row, one in kept:
        now, last = _reported(row, one), found.get(one[_LINK])
        found[one[_LINK]] = now if last is None else _both(last, now)
    return tuple(found.values())


def _reported(row: NoteRow, one: dict[str, str]) -> Reported:
    state = next((each for each in _CLOSED if one.get(_STATE) == each), _OPEN)
    place = one.get("room", ""), one.get("message", "")
    return Reported(row.at or datetime.min, one[_LINK], 1, state, *place)


def _both(one: Reported, other: Reported) -> Reported:
    """Gives two reports of a message as one; an open one hides what is closed."""
    if (one.state == _OPEN) is not (other.state == _OPEN):
        return one if one.state == _OPEN else other
    later = one if one.at >= other.at else other
    return replace(later, people=one.people + other.people)
