"""The inbox: events that are not handled yet, stored with the token to read on from."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.kit.notes import Drawer, Notes
from adapters.matrix import ids
from bot.ports import Unit
from bot.records import HOUSE, InboxRow, NoteRow, Owner

JSON = dict[str, Any]
DRAWER = Drawer("matrix\0", Owner("matrix inbox"))
TOKEN, READ_AT = "token", "read at"  # notes of the house
UNREADABLE = "unreadable"
LATEST_MS = 10**14  # beyond it there are no dates
RARELY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event of the homeserver, decrypted if its key is here."""

    room: str
    source: JSON = field(repr=False)
    since: datetime | None = None  # up to then everything was read before it came

    @property
    def sender(self) -> str:
        """The user who sent the event."""
        return str(self.source.get("sender", ""))

    @property
    def event(self) -> str:
        """The event's id."""
        return str(self.source.get("event_id", ""))

    @property
    def said_at(self) -> datetime | None:
        """When the event was sent, by its homeserver's clock, or None if that makes no sense."""
        at = self.source.get("origin_server_ts")
        if not isinstance(at, int) or not 0 < at < LATEST_MS:
            return None
        return datetime.fromtimestamp(at / 1000, UTC)

    @property
    def kind(self) -> str:
        """The event's type; m.room.encrypted if it cannot be decrypted."""
        return str(self.source.get("type", ""))


class Inbox:
    """The inbox rows, each owned by the sender of its event, so that an erase takes them."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._read_at: datetime | None = None  # up to then everything was read
        self._kept_at: datetime | None = None  # when that was stored

    # Why a token may be an older one. All that is stored comes with the token after it, in one
    # transaction: so what was read since the stored token held nothing for the bot. After a kill it
    # is read again, and again nothing of it is stored. Keys that came meanwhile are in the crypto
    # store since they came. A minute bounds what is read twice, and how far behind `READ_AT` is.
    async def take(self, incoming: tuple[Incoming, ...], token: str) -> tuple[InboxRow, ...]:
        """Stores events and the token to read on from, in one transaction, and gives their rows.

        Where nothing came, the token is stored once a minute at most.
        """
        since, now = self._read_at or await self._read_before(), self._notes.clock.now()
        if not incoming and self._kept_at is not None and now - self._kept_at < RARELY:
            self._read_at = now
            return ()
        came = tuple(replace(one, since=since) for one in incoming)
        read_to = NoteRow(HOUSE, self._notes.key(TOKEN), body=token)
        read_at = NoteRow(HOUSE, self._notes.key(READ_AT), body=now.isoformat())
        rows = self._rows(came)
        await self._notes.put(*rows, read_to, read_at)
        self._read_at = self._kept_at = now
        return rows

    async def _read_before(self) -> datetime | None:
        kept = await self._notes.house(READ_AT)
        return datetime.fromisoformat(kept) if kept is not None else None

    async def token(self) -> str | None:
        """Gives the token at which reading stopped, or None before the first time."""
        return await self._notes.house(TOKEN)

    async def add(self, incoming: tuple[Incoming, ...]) -> None:
        """Stores earlier messages beside those that come."""
        await self._notes.put(*self._rows(incoming))

    async def open(self) -> tuple[InboxRow, ...]:
        """Gives the unhandled events in the order in which they came."""
        rows = await self._notes.inbox()
        return tuple(sorted(rows, key=lambda row: (row.at, row.place)))

    async def done(self, row: InboxRow) -> None:
        """Deletes the row of a handled event."""

        async def work(unit: Unit) -> None:
            await unit.drop(InboxRow, row.owner, row.key)

        await self._notes.deciding(work)

    def _rows(self, incoming: tuple[Incoming, ...]) -> tuple[InboxRow, ...]:
        return tuple(self._row(place, one) for place, one in enumerate(incoming))

    def _row(self, place: int, one: Incoming) -> InboxRow:
        since = one.since.isoformat() if one.since is not None else None
        body = json.dumps({"room": one.room, "source": one.source, "since": since})
        owner = self._notes.names.person(ids.person(one.sender))
        state = UNREADABLE if one.kind == "m.room.encrypted" else ""
        key = self._notes.key(f"inbox\0{one.event}")
        return InboxRow(owner, key, self._notes.clock.now(), place, state, body)


def incoming(row: InboxRow) -> Incoming:
    """Reads an inbox row."""
    kept = json.loads(row.body)
    since = kept.get("since")
    at = datetime.fromisoformat(since) if since is not None else None
    return Incoming(kept["room"], kept["source"], at)
