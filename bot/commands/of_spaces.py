"""What a command of an admin means: one frozen value a command."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import ClassVar

from bot.levels import Level


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """Shows an admin what is set in a space, with the taps that change it."""

    name: ClassVar[str] = "settings"


@dataclass(frozen=True, slots=True)
class Ceiling:
    """An admin sets the deepest level of a space."""

    name: ClassVar[str] = "ceiling"
    level: Level


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """An admin sets a space's own line below the crisis text, or takes it away."""

    name: ClassVar[str] = "crisis-line"
    line: str = field(default="", repr=False)
    url: str = field(default="", repr=False)
    ends: bool = False


@dataclass(frozen=True, slots=True)
class ListenInThreads:
    """An admin says whether who spoke to the bot in a thread need not mention it again."""

    name: ClassVar[str] = "hear-threads"
    listens: bool


@dataclass(frozen=True, slots=True)
class SetARule:
    """An admin sets one of the settings, as typed; without a value, or a name, it is shown."""

    name: ClassVar[str] = "set"
    rule: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class SetUp:
    """Asks an admin in private what a space needs to know first."""

    name: ClassVar[str] = "setup"


@dataclass(frozen=True, slots=True)
class ListReports:
    """An admin lists the replies that people reported."""

    name: ClassVar[str] = "reports"


@dataclass(frozen=True, slots=True)
class MutePerson:
    """An admin wants no talk with a person here for so long, or with None ends that.

    `named` is as the platform has it.
    """

    name: ClassVar[str] = "mute"
    named: str = field(repr=False)
    span: timedelta | None


@dataclass(frozen=True, slots=True)
class ListAudit:
    """An admin lists what was changed in their space, or takes all of it as a file."""

    name: ClassVar[str] = "audit"
    is_whole: bool = False


OfASpace = (
    ShowSettings
    | Ceiling
    | CrisisLine
    | ListenInThreads
    | SetARule
    | SetUp
    | ListReports
    | MutePerson
    | ListAudit
)
