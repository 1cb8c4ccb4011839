"""Which room replaced which: consent given in the older one holds in the newer one."""

from adapters.kit.notes import Notes
from adapters.matrix import ids
from bot.bounded import BoundedMap
from bot.ids import Scope, SpaceId
from bot.ports import Unit
from bot.records import HOUSE, NoteRow

MOST = 5_000  # rooms of which it is remembered
MOST_AFTER = 8  # upgrades, one after the other, that are followed


class Origins:
    """Stores the room whose scopes hold in another; for a direct room until its erase."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._seen = BoundedMap[tuple[str, str | None], str](MOST)

    async def origin(self, room: str, user: str | None = None) -> str:
        """Gives the room whose scopes hold here: the room itself, or the one it replaced.

        Args:
            user: the person of a direct room.
        """
        found = await self._read(room, user)
        self._seen[room, user] = found
        return found

    async def seen(self, room: str, user: str | None = None) -> str:
        """Gives the same as it was read or stored last, which costs nothing once it was."""
        return self._seen.get((room, user)) or await self.origin(room, user)

    async def _read(self, room: str, user: str | None) -> str:
        if user is None:
            return await self._notes.house(_name(room)) or room
        found = await self._notes.of(ids.person(user), _name(room))
        return found or await self._adopted(room, user) or room

    async def keep_origin(self, room: str, origin: str, user: str | None = None) -> None:
        """Stores that a room replaced another; for a direct room until its erase.

        Args:
            user: the person of a direct room.
        """
        await self._notes.put(self._row(room, origin, user))
        self._seen[room, user] = origin

    async def before(self, room: str) -> tuple[str, ...]:
        """Gives the shared rooms that a room replaced, the nearest first, as far as is known."""
        return tuple((await self._notes.house(_before(room)) or "").split())

    async def keep_before(self, room: str, old: str) -> None:
        """Stores that a shared room replaced another, which may have replaced others itself."""
        await self._notes.keep_house(_before(room), " ".join((old, *await self.before(old))))
        await self._notes.keep_house(_after(old), room)

    async def newest(self, room: str) -> str:
        """Gives the shared room that stands for a room now: itself, or what replaced it at last."""
        for _ in range(MOST_AFTER):
            after = await self._notes.house(_after(room))
            if not after:
                break
            room = after
        return room

    async def has_place(self, room: str, user: str) -> bool:
        """Returns whether the store holds a place of somebody in a direct room."""
        space = ids.space(await self.origin(room, user))
        return await self._notes.has_place(Scope(space, ids.person(user)))

    async def forget_origin(self, room: str, spaces: tuple[SpaceId, ...]) -> None:
        """Deletes an earlier release's note of a direct room whose origin was erased."""
        key = self._notes.key(_name(room))

        async def work(unit: Unit) -> None:
            row = await unit.get(NoteRow, HOUSE, key)
            if row is not None and ids.space(row.body) in spaces:
                await unit.drop(NoteRow, HOUSE, key)

        await self._notes.deciding(work)

    async def _adopted(self, room: str, user: str) -> str | None:
        """Gives a note of an earlier release, and moves it from the house to the room's person."""
        origin = await self._notes.house(_name(room))

        async def work(unit: Unit) -> None:
            if origin is not None and await unit.drop(NoteRow, HOUSE, self._notes.key(_name(room))):
                await unit.put(self._row(room, origin, user))

        if origin is not None:
            await self._notes.deciding(work)
        return origin

    def _row(self, room: str, origin: str, user: str | None) -> NoteRow:
        key, names = self._notes.key(_name(room)), self._notes.names
        if user is None:
            return NoteRow(HOUSE, key, body=origin)
        person = ids.person(user)
        scope = names.scope(Scope(ids.space(origin), person))
        return NoteRow(names.person(person), key, body=origin, scope=scope)


def _after(room: str) -> str:
    return f"after\0{room}"


def _before(room: str) -> str:
    return f"before\0{room}"


def _name(room: str) -> str:
    return f"origin\0{room}"
