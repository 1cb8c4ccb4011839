"""A platform's notes in the store, each sealed under its owner's key, and found by name."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from bot.engine.places import place_of
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.space_emojis import SpaceEmojis
from bot.events import Event, Outcome
from bot.house_rules import HEARS_ALL, PRIVATE_TALK, value
from bot.ids import PersonId, Scope, SpaceId
from bot.ports import Clock, Store, Unit, Vault
from bot.records import (
    HOUSE,
    AskRow,
    InboxRow,
    LanguageRow,
    NoteRow,
    OutboxRow,
    Owner,
    PersonRow,
    PlaceRow,
    SpaceRow,
    event_of,
)
from bot.snapshot import Place

T = TypeVar("T")


class Handle(Protocol):
    """What passes an event to the core."""

    async def __call__(self, event: Event, notes: tuple[NoteRow, ...] = ()) -> Outcome:
        """Decides an event, and keeps its platform's notes of it with what the decision keeps."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Which notes are one platform's: the prefix of their names, and the lock for writing them.

    Both stay the same in every release, because a note is found by the hash of its name.
    """

    begins: str
    lock: Owner


class Notes:
    """A platform's notes. An erase of a person takes their notes too."""

    def __init__(self, store: Store, vault: Vault, clock: Clock, drawer: Drawer) -> None:
        self._store, self._drawer = store, drawer
        self.clock, self.names = clock, Pseudonyms(vault)
        self.emojis = SpaceEmojis(store, self.names, clock)

    async def of(self, person: PersonId, name: str) -> str | None:
        """Gives a note about a person."""
        return await self._read(self.names.person(person), self.key(name))

    async def keep(self, person: PersonId, name: str, body: str) -> None:
        """Keeps a note about a person, for 30 days."""
        await self.put(self.about(person, name, body))

    def about(self, person: PersonId, name: str, body: str) -> NoteRow:
        """Gives a note about a person, which is to be kept for 30 days."""
        return NoteRow(self.names.person(person), self.key(name), self.clock.now(), body)

    async def house(self, name: str) -> str | None:
        """Gives a note that belongs to the installation."""
        return await self._read(HOUSE, self.key(name))

    async def keep_house(self, name: str, body: str, *, lasts: bool = True) -> None:
        """Stores a note of the installation for 30 days, or until it is dropped if `lasts`."""
        at = None if lasts else self.clock.now()
        await self.put(NoteRow(HOUSE, self.key(name), at, body))

    async def house_in(self, unit: Unit, name: str) -> str | None:
        """Gives a note of the installation, within a unit of work."""
        row = await unit.get(NoteRow, HOUSE, self.key(name))
        return row.body if row is not None else None

    async def put_house(self, unit: Unit, name: str, body: str) -> None:
        """Stores a lasting note of the installation, within a unit of work."""
        await unit.put(NoteRow(HOUSE, self.key(name), body=body))

    # -- several at once -----------------------------------------------------------------------

    def key(self, name: str) -> str:
        """Gives the key under which a note of that name is stored."""
        return self.names.event(f"{self._drawer.begins}{name}")

    async def put(self, *rows: NoteRow | InboxRow) -> None:
        """Stores rows in one transaction: all, or none."""

        async def work(unit: Unit) -> None:
            for row in rows:
                await unit.put(row)

        await self.deciding(work)

    async def deciding(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs work in one transaction, under the lock for writing notes."""
        return await self._store.deciding(self._drawer.lock, work)

    def passing(self) -> AsyncIterator[NoteRow]:
        """Gives the notes of all platforms and people that pass with time, the latest hour first.

        No more than a page of them is in memory.
        """
        return self._store.each(NoteRow)

    async def inbox(self) -> tuple[InboxRow, ...]:
        """Gives the inbox rows, which are not handled yet."""
        return await self._store.sweep(InboxRow)

    # -- what the engine keeps -----------------------------------------------------------------

    async def is_ignored(self, person: PersonId) -> bool:
        """Returns whether a person chose ignore-me."""
        row = await self._store.reading(partial(_person, self.names.person(person)))
        return row is not None and row.ignored

    async def language(self, person: PersonId, locale: str = "") -> str:
        """Gives the code of the language that a person is answered in, where a platform says one.

        Empty for that of whoever is not known.
        """
        row = await self._store.reading(partial(_language, self.names.person(person)))
        return row.for_locale(locale) if row is not None else locale

    async def listens(self, space: SpaceId) -> bool:
        """Returns whether a server's admins let the bot listen in threads."""
        row = await self._store.reading(partial(_space, self.names.space(space)))
        return row is not None and row.listens

    async def offers_private(self, space: SpaceId) -> bool:
        """Returns whether a space's admins let the bot offer to go on in private."""
        row = await self._store.reading(partial(_space, self.names.space(space)))
        return row is None or value(row, PRIVATE_TALK)

    async def hears_all(self, space: SpaceId) -> frozenset[str]:
        """Gives the rooms in which a space's admins let the bot answer everything."""
        row = await self._store.reading(partial(_space, self.names.space(space)))
        return (
            frozenset(one.id for one in value(row, HEARS_ALL)) if row is not None else frozenset()
        )

    async def places(
        self, space: SpaceId | None = None, until: datetime | None = None
    ) -> AsyncIterator[Place]:
        """Gives who was in a space, or in any, and when last, the latest hour first.

        No more than a page of them is in memory.

        Args:
            until: only those who were there last before the end of that hour.
        """
        wanted = self.names.space(space) if space is not None else None
        async for row in self._store.each(PlaceRow, until):
            if row.body and wanted in (None, row.space):
                yield place_of(row)

    async def has_place(self, scope: Scope) -> bool:
        """Returns whether the store holds a place of that scope."""
        owner, key = self.names.person(scope.person), self.names.scope(scope)

        async def read(unit: Unit) -> bool:
            return await unit.get(PlaceRow, owner, key) is not None

        return await self._store.reading(read)

    async def open(self) -> dict[str, datetime]:
        """Gives the events with an unsent message, and since when each waits."""
        sends, asks = await self._store.sweep(OutboxRow), await self._store.sweep(AskRow)
        every = [(event_of(row.key), row.at) for row in sends] + [(row.key, row.at) for row in asks]
        return {event: at for event, at in every if at is not None}

    async def _read(self, owner: Owner, key: str) -> str | None:
        row = await self._store.reading(partial(_note, owner, key))
        return row.body if row is not None else None


async def _note(owner: Owner, key: str, unit: Unit) -> NoteRow | None:
    return await unit.get(NoteRow, owner, key)


async def _person(owner: Owner, unit: Unit) -> PersonRow | None:
    return await unit.get(PersonRow, owner)


async def _language(owner: Owner, unit: Unit) -> LanguageRow | None:
    return await unit.get(LanguageRow, owner)


async def _space(owner: Owner, unit: Unit) -> SpaceRow | None:
    return await unit.get(SpaceRow, owner)
