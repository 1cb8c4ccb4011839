"""Matrix's names as the core's ids, and back. A thread of the platform is a room of its own."""

from dataclasses import dataclass

from bot.errors import PlatformError
from bot.ids import EventId, MessageId, PersonId, RoomId, SpaceId

_PLATFORM = "matrix:"
_IN = " in "  # no event id and no room id holds a blank


def person(user: str) -> PersonId:
    """Names a person."""
    return PersonId(_PLATFORM + user)


def user(person: PersonId) -> str:
    """Gives the user id of a person."""
    return person.removeprefix(_PLATFORM)


def space(room: str) -> SpaceId:
    """Names the space that a Matrix room is."""
    return SpaceId(_PLATFORM + room)


def event(event: str) -> EventId:
    """Names an event."""
    return EventId(_PLATFORM + event)


@dataclass(frozen=True, slots=True)
class Place:
    """Where messages appear: a room, or a thread in it, by the event it began with."""

    room: str
    thread: str | None = None

    @property
    def id(self) -> RoomId:
        """The room as the core names it."""
        return RoomId(f"{_PLATFORM}{self.room}" + (f"/{self.thread}" if self.thread else ""))


def place(room: RoomId) -> Place:
    """Gives the place of a room's id. Raises PlatformError where it is no room of Matrix."""
    where, _, thread = room.removeprefix(_PLATFORM).partition("/")
    if not room.startswith(_PLATFORM) or not where.startswith("!"):
        raise PlatformError("Matrix has no such room.")
    return Place(where, thread or None)


def elsewhere(event: str, room: str) -> MessageId:
    """Names a message that stands in another room than the one it is about."""
    return MessageId(f"{event}{_IN}{room}")


def found(message: MessageId, room: RoomId) -> tuple[str, str]:
    """Gives the event id of a message, and the Matrix room it stands in."""
    event, _, other = message.partition(_IN)
    return event, other or place(room).room
