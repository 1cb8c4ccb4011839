"""Actions of the store on what is a space's: what its admins set, and what is reported there."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.ids import PersonId, RoomId, SpaceId


@dataclass(frozen=True, slots=True)
class SetCrisisLine:
    """Put this line of the admins' below the crisis text in this space; empty takes it away."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class KeepRule:
    """Set what admins may set in this space, where nobody changed it since the decision read it.

    Args:
        value: as `house_rules` writes it.
        number: how often it had been set by then.
    """

    space: SpaceId
    rule: str
    value: str = field(repr=False)
    number: int


@dataclass(frozen=True, slots=True)
class Mute:
    """Say nothing to this person in the event's space until then; None ends it."""

    person: PersonId
    until: datetime | None


@dataclass(frozen=True, slots=True)
class TellRooms:
    """Say what changed in other rooms of the event's space, which its admins chose for that."""

    rooms: tuple[RoomId, ...]
    lines: tuple[str, ...] = field(repr=False)
    more: str = field(repr=False)  # stands for all that is more than is told in an hour


@dataclass(frozen=True, slots=True)
class NoteTold:
    """Remember that the event's person was told here why nothing is said to them."""

    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """Let this space's admins see where a message of the bot's stands that somebody reported.

    Args:
        about: how people find it.
        room: with `message`, how the platform does; empty where that is not known.
    """

    about: str
    room: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class ClearReports:
    """Take away all that was reported in this space."""


@dataclass(frozen=True, slots=True)
class EndReport:
    """Take what was reported of one message off the open list, as handled or as dismissed."""

    about: str
    handled: bool


OfSpaces = (
    SetCrisisLine | KeepRule | Report | EndReport | ClearReports | Mute | NoteTold | TellRooms
)
