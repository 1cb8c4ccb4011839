"""What is measured of a running process, in closed lists: no id, no name, no word. Pure.

Nothing here tells of a life at risk: on a server of three people a counter that jumps names whom it
was. What a judge heard, and what the governor did to a reply in a crisis, is not measured at all.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from bot import errors
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    Left,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
    WordlessSeen,
)
from bot.governor.rules.flags import Flag
from bot.governor.rules.named import flag_named


class Kind(StrEnum):
    """A kind of event."""

    MESSAGE = "message"
    EDIT = "edit"
    DELETION = "deletion"
    REACTION = "reaction"
    COMMAND = "command"
    TAP = "tap"
    LEFT = "left"


class What(StrEnum):
    """What answers an ask."""

    REPLY = "reply"
    REPAIR = "repair"


class Ended(StrEnum):
    """How a reply or a repair ended."""

    WHOLE = "whole"
    CUT = "cut"  # it was stopped, failed, or a repair had nothing better to show


class Work(StrEnum):
    """A kind of work of the database."""

    DECIDING = "deciding"
    READING = "reading"


class Refusal(StrEnum):
    """Why a platform took no send."""

    AWAY = "away"
    NOT_ALLOWED = "not_allowed"
    FILE_REFUSED = "file_refused"
    ROOM_GONE = "room_gone"
    MESSAGE_FIXED = "message_fixed"
    OTHER = "other"


class Fault(StrEnum):
    """Why no whole reply came from a model."""

    UNREACHABLE = "unreachable"
    BUSY = "busy"
    EMPTY = "empty"
    FILTERED = "filtered"
    DECLINED = "declined"
    REFUSED = "refused"
    CUT_OFF = "cut_off"
    OTHER = "other"


_KINDS: Final[dict[type[Event], Kind]] = {
    MessageSeen: Kind.MESSAGE,
    WordlessSeen: Kind.MESSAGE,
    MessageEdited: Kind.EDIT,
    MessageDeleted: Kind.DELETION,
    ReactionAdded: Kind.REACTION,
    ReactionRemoved: Kind.REACTION,
    CommandGiven: Kind.COMMAND,
    ChoiceMade: Kind.TAP,
    Left: Kind.LEFT,
}
_REFUSALS: Final = (
    (errors.PlatformAway, Refusal.AWAY),
    (errors.NotAllowed, Refusal.NOT_ALLOWED),
    (errors.FileRefused, Refusal.FILE_REFUSED),
    (errors.RoomGone, Refusal.ROOM_GONE),
    (errors.MessageFixed, Refusal.MESSAGE_FIXED),
)
_FAULTS: Final = (
    (errors.ModelUnreachable, Fault.UNREACHABLE),
    (errors.ModelBusy, Fault.BUSY),
    (errors.ModelEmpty, Fault.EMPTY),
    (errors.ModelFiltered, Fault.FILTERED),
    (errors.ModelDeclined, Fault.DECLINED),
    (errors.ModelRefused, Fault.REFUSED),
    (errors.ModelCutOff, Fault.CUT_OFF),
)
# What these find says something of a person, and not only of a model.
UNTOLD: Final = frozenset(flag for flag in Flag if flag.traits.tells_of_people)
OTHER: Final = "other"
FLAGS: Final = (*sorted(str(flag) for flag in Flag if flag not in UNTOLD), OTHER)
ACTIONS: Final = ("drop", "redraft", OTHER)


@dataclass(frozen=True, slots=True)
class Load:
    """What waits and what runs in a process now.

    Args:
        waiting: replies that wait for their turn.
        running: replies that are being written.
        left: sends and replies that wait until a platform, or the store, is back.
        open: tasks that events caused and that are not over.
    """

    waiting: int = 0
    running: int = 0
    left: int = 0
    open: int = 0


class Meter(Protocol):
    """Takes measures; it waits for nothing and raises nothing."""

    def event(self, kind: Kind, platform: str, seconds: float, *, has_failed: bool) -> None:
        """Measures an event and its decision; the platform is the prefix of its room's id."""

    def answer(self, what: What, ended: Ended, first_s: float | None, whole_s: float) -> None:
        """Measures a reply or repair: seconds to its first words and to its end."""

    def found(self, flag: str, action: str) -> None:
        """Measures that the governor left a part out, or had the rest written anew."""

    def model_failed(self, place: int, fault: Fault) -> None:
        """Measures that an endpoint gave no whole reply."""

    def model_answered(self, place: int) -> None:
        """Measures that an endpoint wrote a reply."""

    def refused(self, why: Refusal) -> None:
        """Measures that a platform took no send."""

    def database(self, work: Work, seconds: float) -> None:
        """Measures one unit of work or one look."""


class NoMeter:
    """Measures nothing."""

    def event(self, kind: Kind, platform: str, seconds: float, *, has_failed: bool) -> None:
        """Does nothing."""

    def answer(self, what: What, ended: Ended, first_s: float | None, whole_s: float) -> None:
        """Does nothing."""

    def found(self, flag: str, action: str) -> None:
        """Does nothing."""

    def model_failed(self, place: int, fault: Fault) -> None:
        """Does nothing."""

    def model_answered(self, place: int) -> None:
        """Does nothing."""

    def refused(self, why: Refusal) -> None:
        """Does nothing."""

    def database(self, work: Work, seconds: float) -> None:
        """Does nothing."""


NO_METER: Final[Meter] = NoMeter()


def kind_of(event: Event) -> Kind | None:
    """Gives the kind of an event; None of one that is not measured."""
    return _KINDS.get(type(event))


def refusal_of(failure: errors.PlatformError) -> Refusal:
    """Gives why a platform took no send."""
    return next((why for kind, why in _REFUSALS if isinstance(failure, kind)), Refusal.OTHER)


def fault_of(failure: errors.ModelError) -> Fault:
    """Gives why no whole reply came."""
    return next((why for kind, why in _FAULTS if isinstance(failure, kind)), Fault.OTHER)


def found(meter: Meter, findings: Iterable[tuple[str, str]]) -> None:
    """Measures what the governor did to a reply, each by its rule's flag."""
    for rule, action in findings:
        flag = flag_named(rule)
        told = OTHER if flag is None or flag in UNTOLD else str(flag)
        meter.found(told, action if action in ACTIONS else OTHER)


class Timing:
    """Measures the decision of an event, from its begin to its end, whether it fails or not."""

    def __init__(self, meter: Meter, event: Event, now: Callable[[], float]) -> None:
        self._meter, self._now, self._began = meter, now, now()
        self._kind, self._platform = kind_of(event), event.where.room.partition(":")[0]

    async def __aenter__(self) -> None:
        """Begins."""

    async def __aexit__(self, kind: type[BaseException] | None, *_how: object) -> None:
        """Measures it; an event that is not measured leaves no trace in any figure."""
        if self._kind is not None:
            took = self._now() - self._began
            self._meter.event(self._kind, self._platform, took, has_failed=kind is not None)
