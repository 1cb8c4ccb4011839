"""What a command of an admin means: one frozen value a command."""

from dataclasses import dataclass, field
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
class ListReports:
    """An admin lists the replies that people reported."""

    name: ClassVar[str] = "reports"


@dataclass(frozen=True, slots=True)
class ListAudit:
    """An admin lists what was changed in their space, and takes all of it as a file."""

    name: ClassVar[str] = "audit"


OfASpace = ShowSettings | Ceiling | CrisisLine | ListenInThreads | ListReports | ListAudit
