"""What a command means, parsed once: one frozen value a command, and their union."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import ClassVar

from bot.boundaries import BoundaryDeed
from bot.commands.of_data import Data as Data
from bot.commands.of_data import DataDeed as DataDeed
from bot.commands.of_data import Import as Import
from bot.commands.of_data import MyNoticed as MyNoticed
from bot.commands.of_data import NoticedDeed as NoticedDeed
from bot.commands.of_data import Receipt as Receipt
from bot.commands.of_impact import OfAScope
from bot.commands.of_norms import MyRoles as MyRoles
from bot.commands.of_spaces import Ceiling as Ceiling
from bot.commands.of_spaces import CrisisLine as CrisisLine
from bot.commands.of_spaces import ListAudit as ListAudit
from bot.commands.of_spaces import ListenInThreads as ListenInThreads
from bot.commands.of_spaces import ListReports as ListReports
from bot.commands.of_spaces import MutePerson as MutePerson
from bot.commands.of_spaces import OfASpace
from bot.commands.of_spaces import SetARule as SetARule
from bot.commands.of_spaces import SetUp as SetUp
from bot.commands.of_spaces import ShowSettings as ShowSettings
from bot.commands.terms import Term
from bot.holding.command import MyHeld
from bot.ids import MessageId
from bot.levels import Level, Stance
from bot.people import PeopleDeed
from bot.rupture import Rupture
from bot.summary import SummaryDeed


@dataclass(frozen=True, slots=True)
class On:
    """Asks for a card that offers a level; nothing changes before it is accepted."""

    name: ClassVar[str] = "on"
    level: Level = Level.WARM
    term: Term = field(default_factory=Term)


@dataclass(frozen=True, slots=True)
class Off:
    """Withdraws consent: plain, at once."""

    name: ClassVar[str] = "off"


@dataclass(frozen=True, slots=True)
class Stop:
    """Stops the reply being written."""

    name: ClassVar[str] = "stop"


@dataclass(frozen=True, slots=True)
class SetLevel:
    """Changes the level: down at once, up with a card."""

    name: ClassVar[str] = "level"
    level: Level


@dataclass(frozen=True, slots=True)
class Pause:
    """Plain for a while; without a span until it is resumed."""

    name: ClassVar[str] = "pause"
    span: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Ends a pause."""

    name: ClassVar[str] = "resume"


@dataclass(frozen=True, slots=True)
class Status:
    """Shows what holds now, and why."""

    name: ClassVar[str] = "status"


@dataclass(frozen=True, slots=True)
class ShowAbout:
    """Shows who runs the bot, where words go, and the four levels."""

    name: ClassVar[str] = "about"


@dataclass(frozen=True, slots=True)
class AskOnce:
    """Asks something; an adapter takes it for a message, so that it is answered as one."""

    name: ClassVar[str] = "ask"
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class WantStance:
    """Says what is wanted in this conversation; each stance is a command of its own name."""

    stance: Stance

    @property
    def name(self) -> str:
        """The stance's own word."""
        return self.stance.value


@dataclass(frozen=True, slots=True)
class Style:
    """Shows the manner of the replies, or sets it: a key of STYLES, or "reset"."""

    name: ClassVar[str] = "style"
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """Shows in which language a person is answered, sets it by its code, or lets words decide."""

    name: ClassVar[str] = "language"
    code: str = ""
    is_auto: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """Says that a reply landed wrong: the named one, or else the newest."""

    name: ClassVar[str] = "repair"
    kind: Rupture | None = None
    named: MessageId | None = None
    note: str = field(default="", repr=False)  # what was said besides, as it was typed


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """Shows what a repaired reply said first."""

    name: ClassVar[str] = "what-changed"
    named: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Shows what the governor found in a reply, and did about it."""

    name: ClassVar[str] = "why"
    named: MessageId | None = None


@dataclass(frozen=True, slots=True)
class TellAdmins:
    """Tells the admins of a space about a reply to anyone; without an ID it says how."""

    name: ClassVar[str] = "report"
    named: MessageId | None = None


@dataclass(frozen=True, slots=True)
class Emojis:
    """Switches the emojis for the kinds of repair on or off, or shows them."""

    name: ClassVar[str] = "emojis"
    are_on: bool | None = None


@dataclass(frozen=True, slots=True)
class NightCard:
    """Shows the night card, keeps words as they were typed for it, or erases it."""

    name: ClassVar[str] = "night-card"
    words: str = field(default="", repr=False)
    erases: bool = False


@dataclass(frozen=True, slots=True)
class MyBoundaries:
    """Shows what a person set for how they are talked to, sets or drops one, or clears all."""

    name: ClassVar[str] = "boundaries"
    deed: BoundaryDeed = BoundaryDeed.SHOW
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MyPeople:
    """Shows whom a person listed, adds somebody or drops one by number or name, or clears all."""

    name: ClassVar[str] = "people"
    deed: PeopleDeed = PeopleDeed.SHOW
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MySummary:
    """Shows the summary of the conversation here, changes or drops it, or allows none any more."""

    name: ClassVar[str] = "summary"
    deed: SummaryDeed = SummaryDeed.SHOW
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Reach:
    """Asks for drafts of a message to somebody; without one it lists whom the person listed.

    Args:
        is_said: a whole message asks for it, and whom and what about stand there alone.
        is_named: it says whom.
    """

    name: ClassVar[str] = "reach"
    who: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    is_said: bool = False
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class IgnoreMe:
    """Lets nothing of a person's be read, or ends that."""

    name: ClassVar[str] = "ignore-me"
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Under18:
    """Says that a person is under 18."""

    name: ClassVar[str] = "under-18"


@dataclass(frozen=True, slots=True)
class Help:
    """Lists the commands that exist where it is given."""

    name: ClassVar[str] = "help"


@dataclass(frozen=True, slots=True)
class Unparsable:
    """A command whose words cannot be read; without a name, a command that does not exist.

    Args:
        word: of one that does not exist, its name as it was typed, in its one spelling, and short.
        rest: what followed it, on one line, and short.
        for_admins: it was typed as an admin's.
    """

    name: str = ""
    word: str = field(default="", repr=False)
    rest: str = field(default="", repr=False)
    for_admins: bool = False


AboutAReply = Repair | WhatChanged | Why  # the named reply to this person, or else the newest
_PlainlyAtOnce = Off | Stop | SetLevel | WantStance
Plainly = _PlainlyAtOnce | Reach  # what a whole message may say in plain words
AtOnce = (  # what is answered without a model
    _PlainlyAtOnce
    | On
    | Pause
    | Resume
    | Status
    | ShowAbout
    | AskOnce
    | Style
    | Language
    | WhatChanged
    | Why
    | TellAdmins
    | Emojis
    | NightCard
    | MyBoundaries
    | MyPeople
    | MyHeld
    | MySummary
    | MyNoticed
    | OfAScope
    | IgnoreMe
    | Under18
    | Data
    | Import
    | Receipt
    | Help
    | OfASpace
    | Unparsable
)
Command = Repair | Reach | AtOnce
