"""One ports.Chat over several platforms: each room is served by the platform in its id."""

from datetime import datetime

from bot.capabilities import Capabilities
from bot.errors import PlatformAway
from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.ports import Chat
from bot.words import Edit, Outgoing, Said


class Platforms:
    """The chats of all platforms of one process, by the prefix of their rooms' ids."""

    def __init__(self, chats: dict[str, Chat]) -> None:
        self._chats = chats

    def add(self, name: str, chat: Chat) -> None:
        """Serves a platform's rooms from now on."""
        self._chats[name] = chat

    def remove(self, name: str) -> None:
        """Stops serving a platform's rooms: their open replies wait."""
        self._chats.pop(name, None)

    def _of(self, room: RoomId) -> Chat:
        found = self._chats.get(room.partition(":")[0])
        if found is None:
            raise PlatformAway("The platform of that room is not served by this process now.")
        return found

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Returns whether this process finishes the open replies in a room of that space."""
        found = self._chats.get(room.partition(":")[0])
        return found is not None and found.serves(room, space)

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what the bot can do in a room now."""
        return self._of(room).capabilities(room)

    def called(self, scope: Scope) -> str:
        """Gives the name of a space, if its platform is served."""
        found = self._chats.get(scope.person.partition(":")[0])
        return found.called(scope) if found is not None else ""

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Shows or ends the typing sign in a room, if its platform is served."""
        found = self._chats.get(room.partition(":")[0])
        if found is not None:
            found.writing(room, is_on=is_on)

    async def say(self, new: Outgoing) -> MessageId:
        """Sends a message and gives its id; the same key again gives the old id (idempotent)."""
        return await self._of(new.room).say(new)

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        """Replaces a message by its whole text, which has grown since the last edit."""
        await self._of(room).extend(room, message, text, is_last=is_last)

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        """Puts other words, or other choices, in the place of a message."""
        await self._of(room).replace(room, message, new)

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Puts an emoji on a message."""
        await self._of(room).react(room, message, emoji)

    async def unreact(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Takes an emoji back from a message."""
        await self._of(room).unreact(room, message, emoji)

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Deletes one of the bot's messages."""
        await self._of(room).delete(room, message)

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        """Forgets what the adapters hold of a person's messages, beside the platforms."""
        chat = self._chats.get(person.partition(":")[0])
        if chat is not None:
            await chat.forget(person, spaces, at)

    def unhear(self, person: PersonId, until: datetime | None) -> None:
        """Drops at once what was heard of a person, in memory."""
        chat = self._chats.get(person.partition(":")[0])
        if chat is not None:
            chat.unhear(person, until)

    async def history(
        self, room: RoomId, person: PersonId, message: MessageId, since: datetime
    ) -> tuple[Said, ...]:
        """Gives the messages of a room up to one, oldest first, without anything private."""
        return await self._of(room).history(room, person, message, since)

    async def read(self, room: RoomId, message: MessageId) -> Said | None:
        """Gives a message as it stands now, or None if it is gone or not for everybody."""
        return await self._of(room).read(room, message)
