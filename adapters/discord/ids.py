"""Discord's names as the core's ids, and back. A thread of the platform is a room of its own."""

from datetime import UTC, datetime

from bot.errors import PlatformError
from bot.ids import EventId, MessageId, PersonId, RoomId, SpaceId

_PLATFORM, _DIRECT, _ASIDE = "discord:", "dm:", "aside:"
EPOCH_MS = 1_420_070_400_000  # Discord's ids count from here


def person(user: str) -> PersonId:
    """Names a person."""
    return PersonId(_PLATFORM + user)


def user(person: PersonId) -> str:
    """Gives the user id of a person."""
    return person.removeprefix(_PLATFORM)


def room(channel: str, *, is_direct: bool = False) -> RoomId:
    """Names a channel, a thread or a direct message."""
    return RoomId(_PLATFORM + (_DIRECT if is_direct else "") + channel)


def aside(user: str, interaction: str) -> RoomId:
    """Names the exchange that a person began by asking aside."""
    return RoomId(f"{_PLATFORM}{_ASIDE}{user}:{interaction}")


def aside_space(user: str) -> SpaceId:
    """Names the space of all that a person asks aside: it has no admin, and nobody else."""
    return SpaceId(f"{_PLATFORM}{_ASIDE}{user}")


def is_aside(room: RoomId) -> bool:
    """Whether a room is such an exchange."""
    return room.startswith(_PLATFORM + _ASIDE)


def is_direct(room: RoomId) -> bool:
    """Whether a room is a direct message."""
    return room.startswith(_PLATFORM + _DIRECT)


def channel(room: RoomId) -> str:
    """Gives the channel id of a room. Raises PlatformError where it is none of Discord's."""
    found = room.removeprefix(_PLATFORM).removeprefix(_DIRECT)
    if not room.startswith(_PLATFORM) or not found.isdecimal():
        raise PlatformError("Discord has no such channel.")
    return found


def space(guild: str | None, channel: str) -> SpaceId:
    """Names the space that a server is; a direct message is its own."""
    return SpaceId(f"{_PLATFORM}server:{guild}" if guild else room(channel, is_direct=True))


def guild(space: SpaceId) -> str | None:
    """Gives the server that a space is; None for any other space."""
    found = space.removeprefix(f"{_PLATFORM}server:")
    return found if found != space else None


def shard(space: SpaceId, count: int) -> int:
    """Gives the shard that hears a space; the first hears all direct messages."""
    guild = space.removeprefix(f"{_PLATFORM}server:")
    return (int(guild) >> 22) % count if guild.isdecimal() else 0


def event(*parts: object) -> EventId:
    """Names an event."""
    return EventId(_PLATFORM + ":".join(map(str, parts)))


def carried(thread: str, message: str) -> MessageId:
    """Names a message in a thread that carries on a reply of the channel above it.

    It belongs to the room of the reply; `thread` is the id of the reply's first message too.
    """
    return MessageId(f"{thread}/{message}")


def reply_of(id_: MessageId) -> MessageId:
    """Gives the message that one carries on; itself where it carries on none."""
    return MessageId(id_.partition("/")[0])


def is_message(id_: MessageId) -> bool:
    """Whether a message can be called that."""
    above, slash, within = id_.partition("/")
    return above.isdecimal() and (within.isdecimal() or not slash)


def address(room: RoomId, id_: MessageId) -> tuple[str, str]:
    """Gives the channel and the id of a message. Raises PlatformError where Discord has none."""
    above, _, within = id_.partition("/")
    if not is_message(id_):
        raise PlatformError("Discord has no such message.")
    return (above, within) if within else (channel(room), above)


def path(room: RoomId, id_: MessageId) -> str:
    """Gives where a message is asked for. Raises PlatformError where Discord has none."""
    return "/channels/{}/messages/{}".format(*address(room, id_))


def made_at(snowflake: str) -> datetime:
    """Gives when something with that id was made."""
    return datetime.fromtimestamp(((int(snowflake) >> 22) + EPOCH_MS) / 1000, UTC)


def first_after(at: datetime) -> str:
    """Gives the least id of what is made at that time or later."""
    return str(max(0, int(at.timestamp() * 1000) - EPOCH_MS) << 22)
