"""What a tap means for a whole space: what its admins set, and what is reported to them."""

from dataclasses import dataclass, field
from datetime import datetime
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
class ShowRules:
    """Show what is set in this space, in place of the card."""

    traits: ClassVar = Traits("rules", is_for_admins=True)


@dataclass(frozen=True, slots=True)
class ShowRule:
    """Show one setting, and what it can be changed to."""

    traits: ClassVar = Traits("rule", is_for_admins=True, is_value=True)
    rule: str


@dataclass(frozen=True, slots=True)
class SetRule:
    """Set this value, where nobody changed the setting since the card was shown.

    Args:
        value: as `house_rules` writes it.
        number: how often it had been set by then.
    """

    traits: ClassVar = Traits("set-rule", is_for_admins=True, is_value=True)
    rule: str
    value: str = field(repr=False)
    number: int


@dataclass(frozen=True, slots=True)
class PickForRule:
    """Take what is picked from the platform's own list for this setting."""

    traits: ClassVar = Traits("pick-rule", is_for_admins=True)
    rule: str
    key: str


@dataclass(frozen=True, slots=True)
class UndoRule:
    """Put back what a setting was, where nothing newer changed it, until that moment."""

    traits: ClassVar = Traits("undo-rule", is_for_admins=True)
    rule: str
    value: str = field(repr=False)
    number: int
    until: datetime | None


@dataclass(frozen=True, slots=True)
class AnswerSetUp:
    """Answer a question of the setup with this value; an empty one leaves the setting as it is.

    Args:
        number: how often it had been set when the card was shown; None in an older card.
        until: of an answer that undoes one, the moment up to which it does.
    """

    traits: ClassVar = Traits("set-up", is_for_admins=True)
    rule: str
    value: str = field(repr=False)
    number: int | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditAsFile:
    """Give all that was changed in this space as a file."""

    traits: ClassVar = Traits("audit-as-file", is_for_admins=True)


OfRules = ShowRules | ShowRule | SetRule | PickForRule | UndoRule | AnswerSetUp


@dataclass(frozen=True, slots=True)
class ReportReply:
    """Tell the admins of this space where a reply stands; `link` is how people find it.

    Args:
        room: with `message`, the reply as the platform names it; empty in an older card.
    """

    traits: ClassVar = Traits("report-it")
    link: str = field(repr=False)
    room: str = field(default="", repr=False)
    message: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EmptyReports:
    """Take away all that was reported in this space."""

    traits: ClassVar = Traits("clear-reports", is_for_admins=True)


@dataclass(frozen=True, slots=True)
class ShowReports:
    """Show the open reports of this space from that one on, in place of the card."""

    traits: ClassVar = Traits("reports", is_for_admins=True)
    start: int


@dataclass(frozen=True, slots=True)
class CloseReport:
    """Take what was reported of one reply off the open list, as handled or as dismissed."""

    traits: ClassVar = Traits("close-report", is_for_admins=True)
    link: str = field(repr=False)
    handled: bool


OfReports = EmptyReports | ShowReports | CloseReport
