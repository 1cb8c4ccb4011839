"""One ports.Chat over several platforms: each room is served by the platform that names it."""

from datetime import datetime

from bot.capabilities import Capabilities
from bot.errors import PlatformAway
from bot.ids import MessageId, PersonId, RoomId, SpaceId
from bot.ports import Chat
from bot.words import Outgoing, Said


class Platforms:
    """The chats of all platforms of one process, by how their rooms' names begin."""

    def __init__(self, chats: dict[str, Chat]) -> None:
        self._chats = chats

    def add(self, name: str, chat: Chat) -> None:
        """Serves a platform's rooms from now on."""
        self._chats[name] = chat

    def remove(self, name: str) -> None:
        """Serves a platform's rooms no longer: what is open there waits."""
        self._chats.pop(name, None)

    def _of(self, room: RoomId) -> Chat:
        found = self._chats.get(room.partition(":")[0])
        if found is None:
            raise PlatformAway("The platform of that room is not served by this process now.")
        return found

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Whether this process finishes what is open in a room of that space."""
        found = self._chats.get(room.partition(":")[0])
        return found is not None and found.serves(room, space)

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what can be done in a room now."""
        return self._of(room).capabilities(room)

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Shows that a reply is being written there, or is no more, where it is served."""
        found = self._chats.get(room.partition(":")[0])
        if found is not None:
            found.writing(room, is_on=is_on)

    async def say(self, new: Outgoing) -> MessageId:
        """Shows a new message and gives its id; a key that comes again gives the old id."""
        return await self._of(new.room).say(new)

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        """Puts the whole text, grown since the last time, in the place of the message."""
        await self._of(room).extend(room, message, text, is_last=is_last)

    async def replace(
        self, room: RoomId, message: MessageId, text: str | None, choices: tuple[str, ...]
    ) -> None:
        """Puts other words and choices in its place; None keeps the words."""
        await self._of(room).replace(room, message, text, choices)

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Puts an emoji on a message."""
        await self._of(room).react(room, message, emoji)

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Takes a message of the bot's away."""
        await self._of(room).delete(room, message)

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        """Forgets what is kept here, and not by a platform, of what was said with a person."""
        chat = self._chats.get(person.partition(":")[0])
        if chat is not None:
            await chat.forget(person, spaces, at)

    async def history(
        self, room: RoomId, person: PersonId, message: MessageId, since: datetime
    ) -> tuple[Said, ...]:
        """Gives what stands in the room up to that message, oldest first, nothing private."""
        return await self._of(room).history(room, person, message, since)

    async def read(self, room: RoomId, message: MessageId) -> Said | None:
        """Gives one message as it stands now; None where it is gone, or not for everybody."""
        return await self._of(room).read(room, message)
