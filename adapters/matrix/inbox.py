"""What the adapter keeps in the store: its inbox, where it stopped reading, and a few notes."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from adapters.matrix import ids
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import PersonId, Scope, SpaceId
from bot.ports import Clock, Store, Unit, Vault
from bot.records import HOUSE, InboxRow, NoteRow, Owner, PersonRow, PlaceRow

JSON = dict[str, Any]
INBOX = Owner("matrix inbox")  # whoever writes to it holds this
UNREADABLE = "unreadable"
LATEST_MS = 10**14  # beyond it there are no dates


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event as the homeserver told it, in clear where its key is here."""

    room: str
    source: JSON = field(repr=False)
    since: datetime | None = None  # up to then everything was read before it came

    @property
    def sender(self) -> str:
        """Whose event it is."""
        return str(self.source.get("sender", ""))

    @property
    def event(self) -> str:
        """Its id."""
        return str(self.source.get("event_id", ""))

    @property
    def said_at(self) -> datetime | None:
        """When it was said, as its homeserver has it; None where that makes no sense."""
        at = self.source.get("origin_server_ts")
        if not isinstance(at, int) or not 0 < at < LATEST_MS:
            return None
        return datetime.fromtimestamp(at / 1000, UTC)

    @property
    def kind(self) -> str:
        """Its type, m.room.encrypted where it cannot be read."""
        return str(self.source.get("type", ""))


class Inbox:
    """The adapter's rows. Whose event it is owns its row, so that erasing them takes it too."""

    def __init__(self, store: Store, vault: Vault, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._names = Pseudonyms(vault)
        self._read_at: datetime | None = None  # up to then everything was read

    # -- the inbox -----------------------------------------------------------------------------

    async def take(self, incoming: tuple[Incoming, ...], token: str) -> None:
        """Keeps what came, and where to read on, in one transaction: both, or neither."""
        since, now = self._read_at or await self._read_before(), self._clock.now()
        came = tuple(replace(one, since=since) for one in incoming)
        read_to = NoteRow(HOUSE, self._key("token"), body=token)
        read_at = NoteRow(HOUSE, self._key("read at"), body=now.isoformat())
        await self._put(*self._rows(came), read_to, read_at)
        self._read_at = now

    async def _read_before(self) -> datetime | None:
        kept = await self._read(HOUSE, self._key("read at"))
        return datetime.fromisoformat(kept) if kept is not None else None

    async def add(self, incoming: tuple[Incoming, ...]) -> None:
        """Keeps what was said before, beside what comes."""
        await self._put(*self._rows(incoming))

    async def open(self) -> tuple[InboxRow, ...]:
        """Gives what is not handled yet, in the order it came."""
        rows = await self._store.sweep(InboxRow)
        return tuple(sorted(rows, key=lambda row: (row.at, row.place)))

    async def done(self, row: InboxRow) -> None:
        """Takes away what is handled."""

        async def work(unit: Unit) -> None:
            await unit.drop(InboxRow, row.owner, row.key)

        await self._store.deciding(INBOX, work)

    def _rows(self, incoming: tuple[Incoming, ...]) -> list[InboxRow]:
        return [self._row(place, one) for place, one in enumerate(incoming)]

    def _row(self, place: int, one: Incoming) -> InboxRow:
        since = one.since.isoformat() if one.since is not None else None
        body = json.dumps({"room": one.room, "source": one.source, "since": since})
        owner, key = self._names.person(ids.person(one.sender)), self._key("inbox", one.event)
        state = UNREADABLE if one.kind == "m.room.encrypted" else ""
        return InboxRow(owner, key, self._clock.now(), place, state, body)

    # -- notes ---------------------------------------------------------------------------------

    async def token(self) -> str | None:
        """Gives where reading stopped; None before the first time."""
        return await self._read(HOUSE, self._key("token"))

    async def of(self, by: PersonId, event: str) -> JSON | None:
        """Gives what was noted of a person's event, for when its redaction names only its id."""
        found = await self._read(self._names.person(by), self._key("of", event))
        return json.loads(found) if found is not None else None

    async def keep(self, by: PersonId, event: str, what: JSON) -> None:
        """Keeps which emoji on which message a reaction is, or in which thread a message stands."""
        key = self._key("of", event)
        row = NoteRow(self._names.person(by), key, self._clock.now(), json.dumps(what))
        await self._put(row)

    async def is_ignored(self, person: PersonId) -> bool:
        """Whether a person wants nothing of theirs to be read."""
        row = await self._store.reading(partial(_person, self._names.person(person)))
        return row is not None and row.ignored

    async def origin(self, room: str, user: str | None = None) -> str:
        """Gives the room whose scopes hold here: itself, or the one that it took the place of.

        Args:
            user: whom it is direct with.
        """
        key = self._key("origin", room)
        if user is None:
            return await self._read(HOUSE, key) or room
        found = await self._read(self._names.person(ids.person(user)), key)
        return found or await self._adopted(room, user) or room

    async def keep_origin(self, room: str, origin: str, user: str | None = None) -> None:
        """Keeps that a room took the place of another; of a direct one until that is erased.

        Args:
            user: whom it is direct with.
        """
        await self._put(self._origin(room, origin, user))

    async def has_place(self, room: str, user: str) -> bool:
        """Whether something is kept of where somebody talked, in a direct room."""
        person = ids.person(user)
        scope = self._names.scope(Scope(ids.space(await self.origin(room, user)), person))

        async def read(unit: Unit) -> bool:
            return await unit.get(PlaceRow, self._names.person(person), scope) is not None

        return await self._store.reading(read)

    async def _adopted(self, room: str, user: str) -> str | None:
        """Gives the note of an earlier release, which was the house's, to whose room it is."""
        key = self._key("origin", room)
        origin = await self._read(HOUSE, key)

        async def work(unit: Unit) -> None:
            if origin is not None and await unit.drop(NoteRow, HOUSE, key):
                await unit.put(self._origin(room, origin, user))

        if origin is not None:
            await self._store.deciding(INBOX, work)
        return origin

    def _origin(self, room: str, origin: str, user: str | None) -> NoteRow:
        key = self._key("origin", room)
        if user is None:
            return NoteRow(HOUSE, key, body=origin)
        person = ids.person(user)
        scope = self._names.scope(Scope(ids.space(origin), person))
        return NoteRow(self._names.person(person), key, body=origin, scope=scope)

    async def forget_origin(self, room: str, spaces: tuple[SpaceId, ...]) -> None:
        """Forgets what an earlier release noted of a direct room, where its origin was erased."""
        key = self._key("origin", room)

        async def work(unit: Unit) -> None:
            row = await unit.get(NoteRow, HOUSE, key)
            if row is not None and ids.space(row.body) in spaces:
                await unit.drop(NoteRow, HOUSE, key)

        await self._store.deciding(INBOX, work)

    async def _read(self, owner: Owner, key: str) -> str | None:
        row = await self._store.reading(partial(_note, owner, key))
        return row.body if row is not None else None

    async def _put(self, *rows: InboxRow | NoteRow) -> None:
        async def work(unit: Unit) -> None:
            for row in rows:
                await unit.put(row)

        await self._store.deciding(INBOX, work)

    def _key(self, *parts: str) -> str:
        return self._names.event("\0".join(("matrix", *parts)))


async def _note(owner: Owner, key: str, unit: Unit) -> NoteRow | None:
    return await unit.get(NoteRow, owner, key)


async def _person(owner: Owner, unit: Unit) -> PersonRow | None:
    return await unit.get(PersonRow, owner)


def incoming(row: InboxRow) -> Incoming:
    """Reads an inbox row."""
    kept = json.loads(row.body)
    since = kept.get("since")
    at = datetime.fromisoformat(since) if since is not None else None
    return Incoming(kept["room"], kept["source"], at)
