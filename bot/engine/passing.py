"""Crisis lines in shared rooms: removed a day after the last message of the episode.

The place of a line is sealed under its scope, and a due removal outlasts a restart. If the line is
gone already or cannot be removed, nothing is said.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from bot.actions.platform import Delete
from bot.engine.codec import Sending, dump
from bot.engine.episodes import LASTS, Episodes
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.ports import Unit
from bot.records import HOUSE, DueRow, EndLine, NoteRow, OutboxRow, Owner, key_of, task_of


@dataclass(frozen=True, slots=True)
class Passing:
    """Stores and ends crisis lines in one unit of work."""

    unit: Unit
    names: Pseudonyms

    async def keep(self, sending: Sending, message: MessageId, at: datetime) -> None:
        """Stores that a line stands there, to be removed a day after the episode's last message."""
        owner, scope = self.names.scope(sending.scope), sending.scope
        key = key_of(EndLine(self.names.message(sending.room, message)))
        body = {"room": sending.room, "space": scope.space, "person": scope.person}
        await self.unit.put(NoteRow(owner, key, at, json.dumps({**body, "message": message})))
        await self.unit.put(DueRow(owner, key, at + LASTS, self.names.person(scope.person)))

    async def standing(self, scope: Owner) -> tuple[Sending, ...]:
        """Gives the deletions of all lines that stand, for a scope that is erased."""
        rows = await self.unit.find(NoteRow, scope)
        return tuple(_gone(row) for row in rows if isinstance(task_of(row.key), EndLine))

    async def where(self, due: DueRow) -> Sending | None:
        """Gives the deletion of a due line, or None if its place is unknown."""
        row = await self.unit.get(NoteRow, due.owner, due.key)
        return _gone(row) if row is not None else None

    async def end(self, due: DueRow, gone: Sending, now: datetime) -> OutboxRow | None:
        """Removes a line; if the episode goes on, makes it due when the episode is over."""
        episode = await Episodes(self.unit, self.names, gone.room).of(gone.scope.person, now)
        if episode is not None and episode.at is not None:
            await self.unit.put(DueRow(due.owner, due.key, episode.at + LASTS, due.person))
            return None
        await self.unit.drop(DueRow, due.owner, due.key)
        await self.unit.drop(NoteRow, due.owner, due.key)
        row = OutboxRow(HOUSE, due.key, at=now, body=dump(gone))
        await self.unit.put(row)
        return row


def _gone(row: NoteRow) -> Sending:
    raw = json.loads(row.body)
    scope = Scope(SpaceId(raw["space"]), PersonId(raw["person"]))
    return Sending(RoomId(raw["room"]), scope, False, Delete(MessageId(raw["message"])))
