"""Long replies in channels: what passes one message continues in a thread of the reply's own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from adapters.discord import ids
from adapters.discord.api import Api, DiscordRefused
from adapters.kit.notes import Notes
from bot.bounded import BoundedMap, BoundedSet
from bot.errors import StoreError
from bot.ids import MessageId, PersonId, RoomId
from bot.ports import Clock
from bot.strings import Strings

JSON = dict[str, Any]
LONGEST = 2000
CARRIES_ON = "carries on "
HAS_ONE_ALREADY = 160004
ARCHIVED_AFTER = 1440  # minutes without a word
NOT_AGAIN = timedelta(hours=1)
MOST = 2000


@dataclass
class Threads:
    """Opens threads where the bot may, and knows which message in one continues which reply."""

    api: Api
    kept: Notes
    clock: Clock
    may_open: Callable[[str], bool]  # in that channel, as far as Discord has told
    is_wanted: bool = True
    _opened: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST))
    _refused: BoundedMap[RoomId, datetime] = field(default_factory=lambda: BoundedMap(MOST))

    async def of(self, room: RoomId, reply: MessageId, said: Strings) -> str | None:
        """Gives the thread in which a reply continues, or None if it continues in the room.

        Args:
            said: the strings of whom the reply answers.
        """
        first = ids.reply_of(reply)
        if first in self._opened:
            return str(first)
        if not self._may(room):
            return None
        # All of a server read a thread's name, and nobody can promise that the words of a reply
        # hold nothing private: the name says only that there is more.
        body = {"name": said.replies.rest_of_reply, "auto_archive_duration": ARCHIVED_AFTER}
        try:
            await self.api.ask("POST", f"{ids.path(room, first)}/threads", body)
        except DiscordRefused as refused:
            if refused.code != HAS_ONE_ALREADY:
                self._note_refusal(room)
                return None
        self._opened.add(str(first))
        return str(first)

    async def keep(
        self, room: RoomId, thread: str, message: str, person: PersonId | None
    ) -> MessageId:
        """Stores that a message continues the reply of a thread, and gives the message's id.

        Args:
            person: the person whom the reply answers, and who owns the note.
        """
        if person is not None:
            name = f"{CARRIES_ON}{thread}/{message}"
            await self.kept.keep(person, name, ids.channel(room))
        return ids.carried(thread, message)

    async def home(self, channel: str, message: str, user: str) -> tuple[str, str]:
        """Maps a message in a thread to the channel and id under the reply that it continues.

        Args:
            user: the person who acts on the message; a message of another's reply stays as it is.
        """
        try:
            above = await self.kept.of(ids.person(user), f"{CARRIES_ON}{channel}/{message}")
        except StoreError:  # whatever is done is still heard, under the message it was done to
            above = None
        return (channel, message) if above is None else (above, ids.carried(channel, message))

    def is_lost(self, room: RoomId, thread: str) -> None:
        """Records that nothing can be said in a thread any more."""
        self._opened.discard(thread)
        self._note_refusal(room)

    def _may(self, room: RoomId) -> bool:
        if not self.is_wanted or ids.is_direct(room):
            return False
        refused = self._refused.get(room)
        is_refused = refused is not None and self.clock.now() - refused < NOT_AGAIN
        return not is_refused and self.may_open(ids.channel(room))

    def _note_refusal(self, room: RoomId) -> None:
        self._refused[room] = self.clock.now()
