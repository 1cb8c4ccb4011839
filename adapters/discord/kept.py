"""What the adapter keeps in the store: a few notes, sealed under whose they are."""

from functools import partial

from bot.companion.names import Names
from bot.ids import PersonId
from bot.ports import Clock, Store, Unit, Vault
from bot.rows import HOUSE, NoteRow, Owner

NOTES = Owner("discord notes")  # whoever writes one holds this


class Kept:
    """The adapter's notes. A person's go with all that is theirs when they erase it."""

    def __init__(self, store: Store, vault: Vault, clock: Clock) -> None:
        self._store, self._clock, self._names = store, clock, Names(vault)

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

    async def author(self, message: str) -> str | None:
        """Gives who wrote a message to the bot: a deletion does not say."""
        return await self.house(f"author of {message}")

    async def keep_author(self, message: str, user: str) -> None:
        """Keeps who wrote a message to the bot, sealed, for 30 days."""
        await self.keep_house(f"author of {message}", user, lasts=False)

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
