"""Names of things, as types, so that a room can never be passed where a person is meant."""

from dataclasses import dataclass, field
from typing import NewType

from bot.capabilities import EVERYWHERE, Capabilities

PersonId = NewType("PersonId", str)  # "discord:123", "matrix:@ada:example.org", "console:you"
RoomId = NewType("RoomId", str)  # where messages appear, unique over all platforms
SpaceId = NewType("SpaceId", str)  # what has admins; a direct message is its own space
MessageId = NewType("MessageId", str)  # as the platform names a message, unique in its room
EventId = NewType("EventId", str)  # as the platform names an event; claimed once
SendKey = NewType("SendKey", str)  # names one send for ever, so that sending again is harmless


@dataclass(frozen=True, slots=True)
class Scope:
    """What consent, memory and observations are keyed by: one person in one space."""

    space: SpaceId
    person: PersonId


@dataclass(frozen=True, slots=True)
class Where:
    """Where something happened, what the platform says of the speaker, and what it can do there.

    Args:
        called: the room's name as its people see it, in strangers' words; empty where it has none,
            or where nobody needs it: its answers stand in it. It is kept only in what is about to
            be shown, sealed.
    """

    room: RoomId
    space: SpaceId
    is_direct: bool
    by_admin: bool = False
    can: Capabilities = EVERYWHERE
    called: str = field(default="", repr=False)
