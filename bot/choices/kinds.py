"""What a tap on a choice means: one type a meaning, and the properties that hold of each."""

from dataclasses import dataclass, field
from typing import ClassVar

from bot.choices.of_changes import OfChanges
from bot.choices.of_data import ShowKept
from bot.choices.of_edits import OfAnEdit
from bot.choices.of_erasing import AsksToErase, KeepAll
from bot.choices.of_held import OfHeld
from bot.choices.of_impact import OfImpact
from bot.choices.of_importing import OfAnImport
from bot.choices.of_norms import OfNorms
from bot.choices.of_noticed import OfNoticed
from bot.choices.of_offers import OfAnOffer
from bot.choices.of_people import OfBoundaries, OfPeople, OfReaching
from bot.choices.of_recall import OfWhatWasUsed
from bot.choices.of_spaces import (
    AuditAsFile,
    ConfirmCrisisLine,
    DropCrisisLine,
    HearThreads,
    OfReports,
    OfRules,
    ReportReply,
    SetDeepest,
)
from bot.choices.of_study import OfAStudy
from bot.choices.of_summaries import OfASummary
from bot.choices.panel import OfAPanel, ReadAbout
from bot.choices.traits import Traits
from bot.commands import Topic
from bot.crisis.signs.kinds import What, Who
from bot.crisis.tiers import Tier
from bot.levels import Stance
from bot.rupture import Rupture


@dataclass(frozen=True, slots=True)
class TurnOff:
    """Go back to plain at once, as `/attune off` does."""

    traits: ClassVar = Traits("off", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class StayOn:
    """Say that leaving was not meant; nothing changes."""

    traits: ClassVar = Traits("stay-on", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class TakeStance:
    """Hold this stance for the conversation."""

    traits: ClassVar = Traits("stance", is_value=True)
    stance: Stance


@dataclass(frozen=True, slots=True)
class SpeakIn:
    """Be answered in this language from now on, as by command."""

    traits: ClassVar = Traits("language", is_everywhere=True, is_value=True)
    code: str


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Show the commands of a topic where help stands, or again what people mostly do."""

    traits: ClassVar = Traits("help", is_for_blocked=True, is_everywhere=True)
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class SayUnder18:
    """Say to be under 18; only the operator can undo it."""

    traits: ClassVar = Traits("age-yes", is_for_blocked=True, is_everywhere=True)


@dataclass(frozen=True, slots=True)
class SayAdult:
    """Say to be 18 or over."""

    traits: ClassVar = Traits("age-no", is_everywhere=True)


@dataclass(frozen=True, slots=True)
class ReadCrisisText:
    """Show, in private, the whole text for a life at risk.

    Its defaults are what is shown if a stored one cannot be read: the way to help is never over.
    """

    traits: ClassVar = Traits("crisis-read", is_for_blocked=True, is_everywhere=True)
    tier: Tier = Tier.ACUTE
    who: Who = Who.SELF
    what: What = What.ENDING
    language: str = ""  # in which it was said; empty for English


@dataclass(frozen=True, slots=True)
class DeleteCrisisLine:
    """Delete the line about a life at risk that stands in a shared room."""

    traits: ClassVar = Traits("crisis-away", is_for_blocked=True)


@dataclass(frozen=True, slots=True)
class RepairAs:
    """Say how the reply landed wrong, and have it repaired so."""

    traits: ClassVar = Traits("repair")
    kind: Rupture


@dataclass(frozen=True, slots=True)
class ShowEveryKind:
    """Show all the ways in which a reply can land wrong."""

    traits: ClassVar = Traits("more")


@dataclass(frozen=True, slots=True)
class UndoRepair:
    """Put back what the reply said before its newest repair."""

    traits: ClassVar = Traits("put-back")


@dataclass(frozen=True, slots=True)
class ShowFirstWords:
    """Show, in private, what the reply said before its repairs."""

    traits: ClassVar = Traits("what-changed")


@dataclass(frozen=True, slots=True)
class AnswerAgain:
    """Try again to write a reply that failed."""

    traits: ClassVar = Traits("retry")


@dataclass(frozen=True, slots=True)
class RepairAgain:
    """Try again a repair that failed, as it was asked for.

    Args:
        by: how it was asked for: the emoji, "tap", "words" or "command".
        in_place: it takes the place of the reply; else a new message refers to it.
        kind: how the reply landed wrong; None while that is still a guess.
    """

    traits: ClassVar = Traits("again")
    by: str
    in_place: bool
    kind: Rupture | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Mean nothing that this release can read; `stored` is kept as it was."""

    traits: ClassVar = Traits("unknown")
    stored: str = field(default="", repr=False)


OfAReply = RepairAs | ShowEveryKind | UndoRepair | ShowFirstWords | AnswerAgain | RepairAgain
OfACard = (
    OfAnOffer
    | ReadAbout
    | OfAPanel
    | OfBoundaries
    | OfWhatWasUsed
    | OfPeople
    | OfChanges
    | OfHeld
    | OfAnImport
    | ShowKept
    | OfASummary
    | OfNorms
    | OfNoticed
    | OfImpact
    | OfAStudy
    | TurnOff
    | StayOn
    | TakeStance
    | SpeakIn
    | ShowHelp
    | SayUnder18
    | SayAdult
    | ReadCrisisText
    | DeleteCrisisLine
    | ConfirmCrisisLine
    | DropCrisisLine
    | SetDeepest
    | HearThreads
    | OfRules
    | ReportReply
    | OfReports
    | AuditAsFile
    | AsksToErase
    | KeepAll
    | Unknown
)
Meaning = OfACard | OfAReply | OfAnEdit | OfReaching
