"""What a tap means for a whole space: what its admins set, and what is reported to them."""

from dataclasses import dataclass, field
from typing import ClassVar

from bot.choices.traits import Traits
from bot.levels import Level


@dataclass(frozen=True, slots=True)
class ConfirmCrisisLine:
    """Keep the admins' own line below the crisis text, as it was previewed."""

    traits: ClassVar = Traits("crisis-line", is_for_admins=True)
    text: str = field(repr=False)
    url: str


@dataclass(frozen=True, slots=True)
class DropCrisisLine:
    """Leave the crisis text without the line that was previewed."""

    traits: ClassVar = Traits("leave-line")


@dataclass(frozen=True, slots=True)
class SetDeepest:
    """Let nobody in this space be answered deeper than this level."""

    traits: ClassVar = Traits("deepest", is_for_admins=True, is_value=True)
    level: Level


@dataclass(frozen=True, slots=True)
class HearThreads:
    """Listen in threads to who spoke there, without being mentioned, or only by name."""

    traits: ClassVar = Traits("threads", is_for_admins=True)
    listens: bool


@dataclass(frozen=True, slots=True)
class ReportReply:
    """Tell the admins of this space where a reply stands; `link` is how people find it."""

    traits: ClassVar = Traits("report-it")
    link: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EmptyReports:
    """Take away all that was reported in this space."""

    traits: ClassVar = Traits("clear-reports", is_for_admins=True)
