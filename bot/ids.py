"""Names of things, as types, so that a room can never be passed where a person is meant."""

from dataclasses import dataclass, field
from datetime import datetime
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
class Named:
    """A room, a role or an emoji that an admin named, as the platform vouches for it.

    Args:
        shown: how people there see it, in the platform's own words.
        is_emoji: its id is what comes with a reaction, where somebody puts it on a message.
    """

    id: str
    shown: str = field(repr=False)
    is_role: bool = False
    is_emoji: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """Where something happened, what the platform says of the speaker, and what it can do there.

    What is said of the speaker is the platform's own word, of this moment, and never text.

    Args:
        shown: how the platform shows the room to its people, in its own words.
        within: the rooms that the room stands in, such as the channel of a thread.
        is_placed: whether the platform said in which rooms it stands; else it may be in any.
        above: spaces whose admins' settings bound those of this one, as the platform vouches.
        has_more_above: more spaces bound it than are told: then it counts as allowed least.
        roles: the ids of the speaker's roles here; None: the platform did not say.
        power: how much the speaker may do here, where a platform says that as a number.
        since: when the speaker's account was made, where the platform says it.
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
    shown: str = field(default="", repr=False)
    within: tuple[RoomId, ...] = ()
    is_placed: bool = True
    above: tuple[SpaceId, ...] = ()
    has_more_above: bool = False
    roles: tuple[str, ...] | None = None
    power: int | None = None
    since: datetime | None = None

    @property
    def bound_by(self) -> tuple[SpaceId, ...]:
        """The spaces whose admins have a say here; in a direct message those above it alone."""
        return self.above if self.is_direct else (self.space, *self.above)
