"""Discord's ids as the core's ids, and back. A thread of Discord is a room of its own."""

import re
from datetime import UTC, datetime

from adapters.kit.typed_ids import Forms
from bot.errors import PlatformError
from bot.ids import EventId, MessageId, PersonId, RoomId, SpaceId

_PLATFORM, _SERVER, _DIRECT, _ASIDE = "discord:", "server:", "dm:", "aside:"
EPOCH_MS = 1_420_070_400_000  # Discord's ids count from here
FORMS = Forms(
    person=re.compile(_PLATFORM + "[0-9]{1,20}"),
    space=re.compile(rf"{_PLATFORM}(?:{_SERVER}|{_DIRECT}|{_ASIDE})[0-9]{{1,20}}"),
    such_as=("discord:123", "discord:server:123"),
)


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
    """Gives the room of a private ask, which a person began with an interaction."""
    return RoomId(f"{_PLATFORM}{_ASIDE}{user}:{interaction}")


def aside_space(user: str) -> SpaceId:
    """Gives the space of a person's private asks, which has no admin and no other person."""
    return SpaceId(f"{_PLATFORM}{_ASIDE}{user}")


def is_aside(room: RoomId) -> bool:
    """Returns whether a room is that of a private ask."""
    return room.startswith(_PLATFORM + _ASIDE)


def is_direct(room: RoomId) -> bool:
    """Returns whether a room is a direct message."""
    return room.startswith(_PLATFORM + _DIRECT)


def channel(room: RoomId) -> str:
    """Gives the channel id of a room. Raises PlatformError if the room is not on Discord."""
    found = room.removeprefix(_PLATFORM).removeprefix(_DIRECT)
    if not room.startswith(_PLATFORM) or not found.isdecimal():
        raise PlatformError("Discord has no such channel.")
    return found


def space(guild: str | None, channel: str) -> SpaceId:
    """Gives the space of a server, or of a direct message, which is its own space."""
    return SpaceId(f"{_PLATFORM}{_SERVER}{guild}" if guild else room(channel, is_direct=True))


def guild(space: SpaceId) -> str | None:
    """Gives the server of a space, or None for any other space."""
    found = space.removeprefix(_PLATFORM + _SERVER)
    return found if found != space else None


def shard(space: SpaceId, count: int) -> int:
    """Gives the shard that receives a space; the first receives all direct messages."""
    guild = space.removeprefix(_PLATFORM + _SERVER)
    return (int(guild) >> 22) % count if guild.isdecimal() else 0


def role(number: str) -> str:
    """Names a role of a server."""
    return f"{_PLATFORM}role:{number}"


def emoji(number: str) -> str:
    """Names a server's own emoji, as it comes with a reaction."""
    return f"{_PLATFORM}emoji:{number}"


def event(*parts: object) -> EventId:
    """Names an event."""
    return EventId(_PLATFORM + ":".join(map(str, parts)))


def carried(thread: str, message: str) -> MessageId:
    """Gives the id of a message in a thread that carries on a reply of the channel above.

    The message belongs to the room of the reply; `thread` is also the id of the reply's first
    message.
    """
    return MessageId(f"{thread}/{message}")


def reply_of(id_: MessageId) -> MessageId:
    """Gives the reply that a message carries on, or the message itself if it carries on none."""
    return MessageId(id_.partition("/")[0])


def is_message(id_: MessageId) -> bool:
    """Returns whether an id has the form of a message's id."""
    above, slash, within = id_.partition("/")
    return above.isdecimal() and (within.isdecimal() or not slash)


def address(room: RoomId, id_: MessageId) -> tuple[str, str]:
    """Gives the channel and the id of a message. Raises PlatformError if it is not on Discord."""
    above, _, within = id_.partition("/")
    if not is_message(id_):
        raise PlatformError("Discord has no such message.")
    return (above, within) if within else (channel(room), above)


def path(room: RoomId, id_: MessageId) -> str:
    """Gives a message's path in Discord's API. Raises PlatformError if it is not on Discord."""
    return "/channels/{}/messages/{}".format(*address(room, id_))


def made_at(snowflake: str) -> datetime:
    """Gives the time at which a snowflake was made."""
    return datetime.fromtimestamp(((int(snowflake) >> 22) + EPOCH_MS) / 1000, UTC)


def first_after(at: datetime) -> str:
    """Gives the least snowflake made at a time or later."""
    return str(max(0, int(at.timestamp() * 1000) - EPOCH_MS) << 22)
