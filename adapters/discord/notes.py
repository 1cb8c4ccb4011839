"""What the adapter keeps in the store: a few notes, sealed under whose they are."""

from datetime import UTC, datetime
from functools import partial

from adapters.discord import ids
from bot.bounded import BoundedMap, BoundedSet
from bot.engine.places import place_of
from bot.engine.pseudonyms import Pseudonyms
from bot.ids import PersonId, RoomId, SpaceId
from bot.ports import Clock, Store, Unit, Vault
from bot.records import (
    HOUSE,
    AskRow,
    NoteRow,
    OutboxRow,
    Owner,
    PersonRow,
    PlaceRow,
    SpaceRow,
)
from bot.snapshot import Place
from bot.stamps import LEAD

NOTES = Owner("discord notes")  # whoever writes one holds this
WROTE = "wrote "
MOST_DIRECT, MOST_AUTHORS = 1000, 50_000  # that are remembered here


class Notes:
    """The adapter's notes. A person's go with all that is theirs when they erase it."""

    def __init__(self, store: Store, vault: Vault, clock: Clock) -> None:
        self._store, self._clock, self._names = store, clock, Pseudonyms(vault)
        self._direct = BoundedSet[str](MOST_DIRECT)  # the newest last
        self._authors = BoundedMap[str, str](MOST_AUTHORS)  # by message, the newest last

    async def of(self, person: PersonId, name: str) -> str | None:
        """Gives a note about a person."""
        return await self._read(self._names.person(person), self._key(name))

    async def keep(self, person: PersonId, name: str, body: str) -> None:
        """Keeps a note about a person, for 30 days."""
        owner, key = self._names.person(person), self._key(name)
        await self._write(NoteRow(owner, key, self._clock.now(), body))

    async def house(self, name: str) -> str | None:
        """Gives a note of the installation's own."""
        return await self._read(HOUSE, self._key(name))

    async def keep_house(self, name: str, body: str, *, lasts: bool = True) -> None:
        """Keeps a note of the installation's own: while it is true, or for 30 days."""
        at = None if lasts else self._clock.now()
        await self._write(NoteRow(HOUSE, self._key(name), at, body))

    async def house_in(self, unit: Unit, name: str) -> str | None:
        """Gives a note of the installation's own, within a unit of work."""
        row = await unit.get(NoteRow, HOUSE, self._key(name))
        return row.body if row is not None else None

    async def put_house(self, unit: Unit, name: str, body: str) -> None:
        """Keeps a note of the installation's own while it is true, within a unit of work."""
        await unit.put(NoteRow(HOUSE, self._key(name), body=body))

    async def author(self, message: str) -> str | None:
        """Gives who wrote a message to the bot: a deletion does not say."""
        user = self._authors.get(message)
        if user is None or await self.of(ids.person(user), _author(message)) is None:
            return None  # its person erased that
        return user

    async def keep_author(self, message: str, user: str) -> None:
        """Keeps who wrote a message to the bot, sealed under their own key, for 30 days."""
        self._wrote(message, user)
        await self.keep(ids.person(user), _author(message), f"{WROTE}{message} {user}")

    def forget(self, person: PersonId, until: datetime) -> None:
        """Forgets in memory what a person wrote up to a time; their notes went with their key."""
        user = ids.user(person)
        theirs = [message for message, author in self._authors.items() if author == user]
        for message in [one for one in theirs if ids.made_at(one) <= until + LEAD]:
            del self._authors[message]

    async def _drop_older(self, note: NoteRow) -> None:
        """Drops the house's note of an earlier release in which channel somebody's reply stands."""

        async def work(unit: Unit) -> None:
            await unit.drop(NoteRow, HOUSE, note.key)

        await self._store.deciding(NOTES, work)

    async def load(self) -> None:
        """Reads who wrote what within 30 days, and which direct messages it talks in."""
        for note in sorted(await self._store.sweep(NoteRow), key=_at):
            if note.owner == HOUSE and note.at is not None and note.body.isdecimal():
                await self._drop_older(note)
            if note.body.startswith(WROTE):
                self._wrote(*note.body.removeprefix(WROTE).split())
        places = [one for one in await self.places() if one.is_direct]
        for place in sorted(places, key=_last):
            if ids.is_direct(RoomId(place.scope.space)):
                self.heard_direct(ids.channel(RoomId(place.scope.space)))

    @property
    def direct(self) -> tuple[str, ...]:
        """Gives the direct messages it talked in last, the newest first."""
        return tuple(reversed(self._direct))

    def heard_direct(self, channel: str) -> None:
        """Remembers that it talks in a direct message; the store knows it as a person's place."""
        self._direct.add(channel)

    def _wrote(self, message: str, user: str) -> None:
        self._authors[message] = user

    async def listens(self, space: SpaceId) -> bool:
        """Whether a server's admins let it listen in threads."""

        async def read(unit: Unit) -> SpaceRow | None:
            return await unit.get(SpaceRow, self._names.space(space))

        row = await self._store.reading(read)
        return row is not None and row.listens

    async def open(self) -> dict[str, datetime]:
        """Gives for which events something is still to be said, and since when."""
        sends, asks = await self._store.sweep(OutboxRow), await self._store.sweep(AskRow)
        every = [(row.key, row.at) for row in sends] + [(row.key, row.at) for row in asks]
        return {key.partition(":")[0]: at for key, at in every if at is not None}

    async def is_ignored(self, person: PersonId) -> bool:
        """Whether a person wants nothing of theirs to be read."""

        async def read(unit: Unit) -> PersonRow | None:
            return await unit.get(PersonRow, self._names.person(person))

        row = await self._store.reading(read)
        return row is not None and row.ignored

    async def places(self, space: SpaceId | None = None) -> tuple[Place, ...]:
        """Gives who was in a space, or in any of them, and when last."""
        equal = {"space": self._names.space(space)} if space is not None else {}
        rows = await self._store.sweep(PlaceRow, **equal)
        return tuple(place_of(row) for row in rows if row.body)

    def _key(self, name: str) -> str:
        return self._names.event(f"discord:{name}")

    async def _read(self, owner: Owner, key: str) -> str | None:
        row = await self._store.reading(partial(_note, owner, key))
        return row.body if row is not None else None

    async def _write(self, row: NoteRow) -> None:
        async def work(unit: Unit) -> None:
            await unit.put(row)

        await self._store.deciding(NOTES, work)


async def _note(owner: Owner, key: str, unit: Unit) -> NoteRow | None:
    return await unit.get(NoteRow, owner, key)


def _at(row: NoteRow) -> datetime:
    return row.at or datetime.min.replace(tzinfo=UTC)


def _last(place: Place) -> datetime:
    return place.at or datetime.min.replace(tzinfo=UTC)


def _author(message: str) -> str:
    return f"author of {message}"
