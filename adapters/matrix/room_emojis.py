"""Which emojis say "that landed wrong" in a room: those of its own, and of an m.space above it."""

from dataclasses import dataclass

from adapters.matrix import ids
from adapters.matrix.rooms import Rooms
from bot.engine.space_emojis import SpaceEmojis
from bot.errors import StoreError
from bot.ids import RoomId, SpaceId


@dataclass(frozen=True, slots=True)
class RoomEmojis:
    """Tells what repairs in a room from what asks for nothing, before anything is stored of it."""

    rooms: Rooms
    emojis: SpaceEmojis

    async def repairs(self, room: str, key: object) -> bool:
        """Returns whether what somebody put on a message repairs in that room, beside 🔧.

        While the store is away it may: what came with it is answered without the store meanwhile.
        """
        if not isinstance(key, str) or self.rooms.is_direct(room):
            return False
        try:
            return await self.emojis.repairs(await self._spaces(room), key)
        except StoreError:
            return True

    async def _spaces(self, room: str) -> tuple[SpaceId, ...]:
        """Gives the spaces whose admins have a say in a room."""
        origins = self.rooms.origins
        origin = await origins.seen(room, self.rooms.direct.get(room))
        where = self.rooms.placed(ids.Address(room), origin)
        above = [await origins.seen(ids.address(RoomId(one)).room) for one in where.above]
        return (where.space, *map(ids.space, above))
