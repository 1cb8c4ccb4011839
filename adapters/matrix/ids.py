"""Matrix's ids as the core's ids, and back. A thread of Matrix is a room of its own."""

import re
from dataclasses import dataclass
from hashlib import sha256

from adapters.kit.typed_ids import Forms
from bot.errors import PlatformError
from bot.ids import EventId, MessageId, PersonId, RoomId, SendKey, SpaceId

_PLATFORM = "matrix:"
_OPEN = "shared:"  # before a room that was direct until others came: nothing goes on in it
_IN = " in "  # no event id and no room id holds a blank
FORMS = Forms(
    person=re.compile(_PLATFORM + r"@[^\s:]*:\S+"),
    space=re.compile(rf"{_PLATFORM}(?:{_OPEN})?![^\s/]+"),
    such_as=("matrix:@ada:example.org", "matrix:!room:example.org"),
)


def person(user: str) -> PersonId:
    """Names a person."""
    return PersonId(_PLATFORM + user)


def user(person: PersonId) -> str:
    """Gives the user id of a person."""
    return person.removeprefix(_PLATFORM)


def space(room: str, *, is_open: bool = False) -> SpaceId:
    """Gives the space of a Matrix room; a direct room has another one once others joined."""
    return SpaceId(_PLATFORM + (_OPEN if is_open else "") + room)


def event(event: str) -> EventId:
    """Names an event."""
    return EventId(_PLATFORM + event)


@dataclass(frozen=True, slots=True)
class Address:
    """Where messages appear: a room, or a thread in it named by its first event."""

    room: str
    thread: str | None = None
    is_open: bool = False  # it was direct, and others read it now

    @property
    def id(self) -> RoomId:
        """The id of the place in the core."""
        where = (_OPEN if self.is_open else "") + self.room
        return RoomId(f"{_PLATFORM}{where}" + (f"/{self.thread}" if self.thread else ""))


def address(room: RoomId) -> Address:
    """Gives the address of a room's id. Raises PlatformError if it is not on Matrix."""
    named, _, thread = room.removeprefix(_PLATFORM).partition("/")
    where = named.removeprefix(_OPEN)
    if not room.startswith(_PLATFORM) or not where.startswith("!"):
        raise PlatformError("Matrix has no such room.")
    return Address(where, thread or None, is_open=where != named)


def is_in(where: RoomId, room: str) -> bool:
    """Returns whether a room's id, of any platform, is a place in that Matrix room."""
    named = where.removeprefix(_PLATFORM).partition("/")[0].removeprefix(_OPEN)
    return where.startswith(_PLATFORM) and named == room


def elsewhere(event: str, room: str) -> MessageId:
    """Gives the id of a message that stands in another room than the one it is about."""
    return MessageId(f"{event}{_IN}{room}")


def found(message: MessageId, room: RoomId) -> tuple[str, str]:
    """Gives a message's event id, and the Matrix room that holds it."""
    event, _, other = message.partition(_IN)
    return event, other or address(room).room


def transaction(key: SendKey) -> str:
    """Gives a send's transaction id, by which the homeserver deduplicates it for ever."""
    return sha256(key.encode()).hexdigest()[:40]
