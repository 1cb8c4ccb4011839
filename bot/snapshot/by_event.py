"""The snapshot of each kind of event, beyond what every decision may look at."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.audit import Entry
from bot.crisis.tiers import Stated
from bot.export import KeptIn
from bot.impact import NO_IMPACT, Impact
from bot.impact.study import Study
from bot.learning import Learnt, learnt, not_set
from bot.levels import Level
from bot.norms import NEEDS, NO_NORMS, Norms
from bot.reading import Reading
from bot.records import BroughtRow, LedgerRow, RepairRow, SummaryRow
from bot.snapshot.observed import Observed
from bot.snapshot.pieces import (
    CameOf,
    Caused,
    Holding,
    Place,
    Post,
    Reply,
    Reported,
    ReportRoom,
    Running,
    TrayLine,
)
from bot.snapshot.shared import Snapshot
from bot.snapshot.talk import lessons_of


@dataclass(frozen=True, slots=True)
class TalkSnapshot(Snapshot):
    """For an event that may lead to a reply: the open asks, and the recently stated risk."""

    waiting: int = 0  # open asks in this scope
    running: tuple[Running, ...] = ()  # open asks in this room
    lately: tuple[Stated, ...] = ()  # what this person's last messages here said of a life at risk
    norms: Norms = NO_NORMS  # all that was agreed on in this scope, whether or not it holds

    def norms_at(self, at: datetime) -> Norms:
        """Gives the norms that hold at that time: none below the level that they need."""
        return self.norms if self.effective(at).level >= NEEDS else NO_NORMS


@dataclass(frozen=True, slots=True)
class EditSnapshot(TalkSnapshot):
    """For an edited message."""

    reading: Reading = field(default_factory=Reading)
    is_stop_word: bool = False  # of its person
    elsewhere_places: tuple[Place, ...] = ()  # where it asks for an erase
    reply: Reply | None = None  # that stands to it
    is_changed: bool = False  # its words are other ones than that reply answers
    came_of: CameOf = field(default=(), repr=False)  # what is held of its old words


@dataclass(frozen=True, slots=True)
class RepairSnapshot(TalkSnapshot):
    """For an event that may ask for a repair; complete for a reaction."""

    reply: Reply | None = None  # the one it is about
    observed: Observed = field(default_factory=Observed)  # where it may change a reply, or is shown
    style: tuple[tuple[str, str], ...] = ()  # likewise, as the repairs
    repairs: tuple[RepairRow, ...] = ()

    def learnt(self, at: datetime) -> tuple[Learnt, ...]:
        """Gives what repairs taught, except what the person set by command."""
        if self.effective(at).level is Level.PLAIN:
            return ()
        return not_set(learnt(lessons_of(self.repairs), at), self.style)


@dataclass(frozen=True, slots=True)
class MessageSnapshot(RepairSnapshot):
    """For a message."""

    reading: Reading = field(default_factory=Reading)
    is_stop_word: bool = False  # of its person
    sets_stop_word: bool = False  # the word that it sets as shorthand is its person's stop word
    noticed_here: datetime | None = None  # when this person last read the notice in this space
    tray: tuple[TrayLine, ...] = ()
    elsewhere_places: tuple[Place, ...] = ()  # where it asks for an erase
    holding: Holding = field(default_factory=Holding)  # where the tick is set
    summary: SummaryRow | None = None  # of the room, read alone and where the tick is set
    is_goodbye: bool = False
    impact: Impact = NO_IMPACT  # in a direct message
    study: Study | None = None  # likewise


@dataclass(frozen=True, slots=True)
class KeptSnapshot(RepairSnapshot):
    """For who asks what holds and what is kept: each field is empty for what does not show it."""

    ledger: tuple[tuple[int, LedgerRow], ...] = ()
    kept: tuple[KeptIn, ...] = field(default=(), repr=False)  # here; directly in every place
    holding: Holding = field(default_factory=Holding)
    elsewhere_places: tuple[Place, ...] = ()  # where what is kept or erased is asked for
    summary: SummaryRow | None = None  # of the conversation it is asked about
    impact: Impact = NO_IMPACT  # what its person answered, where that is asked for
    room: str = field(default="", repr=False)  # the hash of the one in which lines may be opened
    study: Study | None = None  # their comparison, likewise


@dataclass(frozen=True, slots=True)
class TapSnapshot(KeptSnapshot):
    """For a tap; its scope is that of the tapped card."""

    post: Post | None = None  # the card
    brought: BroughtRow | None = None  # the file that its choices are about
    noticed_here: datetime | None = None  # when this person last read the notice in this space
    report_room: ReportRoom = "free"
    reports: tuple[Reported, ...] = ()  # of this space, for an admin's tap on their list
    audit: tuple[Entry, ...] = ()  # what was changed in this space, for an admin's tap on that


@dataclass(frozen=True, slots=True)
class CommandSnapshot(KeptSnapshot):
    """For a command; fields that only some commands need are empty for all others."""

    reading: Reading = field(default_factory=Reading)
    sets_stop_word: bool = False  # the word that it sets as shorthand is its person's stop word
    tray: tuple[TrayLine, ...] = ()
    reports: tuple[Reported, ...] = ()  # of this space, for an admin
    report_room: ReportRoom = "free"
    audit: tuple[Entry, ...] = ()  # what was changed in this space, for an admin


@dataclass(frozen=True, slots=True)
class DeletionSnapshot(Snapshot):
    """For a deleted message."""

    running: tuple[Running, ...] = ()  # open asks in this room
    caused: Caused = field(default_factory=Caused)


SpokenSnapshot = MessageSnapshot | EditSnapshot
