"""Undecryptable messages: waited for, and mentioned if silence would look like being ignored."""

from dataclasses import dataclass, field
from datetime import timedelta

from adapters.kit.tongues import Tongues
from adapters.matrix import ids
from adapters.matrix.inbox import Incoming
from adapters.matrix.rooms import Rooms
from bot.bounded import BoundedSet
from bot.ids import MessageId, SendKey
from bot.ports import Chat, Clock
from bot.records import InboxRow
from bot.words import Outgoing

PATIENCE = timedelta(minutes=1)
MOST = 5000  # rooms


@dataclass
class Unreadable:
    """Says once that messages cannot be read: in a direct room after each readable spell.

    A shared room is told only if nothing there was ever readable, once after each joining, because
    most messages there are not for the bot.
    """

    chat: Chat
    rooms: Rooms
    clock: Clock
    tongues: Tongues
    _readable: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST))
    _told: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST))

    def is_read(self, room: str) -> None:
        """Records that a message in a room could be read."""
        self._readable.add(room)
        self._told.discard(room)

    def joined(self, room: str) -> None:
        """Records that the bot joined a room."""
        self._readable.discard(room)
        self._told.discard(room)

    async def seen(self, row: InboxRow, one: Incoming) -> None:
        """Says that a message cannot be read, if its key has not come for a minute."""
        is_new = row.at is None or self.clock.now() - row.at < PATIENCE
        if is_new or one.room in self._told:
            return
        if not self.rooms.is_direct(one.room) and one.room in self._readable:
            return
        self._told.add(one.room)
        key, place = SendKey(f"matrix:unreadable:{one.event}"), self._place(one.room)
        said = await self.tongues.of(ids.person(one.sender))
        line, about = said.failures.unreadable, MessageId(one.event)
        await self.chat.say(Outgoing(key, place.id, line, reply_to=about))

    def _place(self, room: str) -> ids.Address:
        return ids.Address(room, is_open=self.rooms.is_open(room))
