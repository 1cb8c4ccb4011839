"""What one kind of event's decision may look at besides what every decision does."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.crisis.tiers import Stated
from bot.learning import Learnt, learnt, not_set
from bot.levels import Level
from bot.reading import Reading
from bot.records import LedgerRow, RepairRow, Row
from bot.snapshot.pieces import Caused, Place, Post, Reply, Reported, ReportRoom, Running, TrayLine
from bot.snapshot.shared import Snapshot
from bot.snapshot.talk import lessons_of


@dataclass(frozen=True, slots=True)
class TalkSnapshot(Snapshot):
    """Of what may lead to a reply: the asks that are open, and the risk stated of late."""

    waiting: int = 0  # open asks in this scope
    running: tuple[Running, ...] = ()  # open asks in this room
    lately: tuple[Stated, ...] = ()  # what this person's last messages here said of a life at risk


@dataclass(frozen=True, slots=True)
class EditSnapshot(TalkSnapshot):
    """Of an edited message."""

    reading: Reading = field(default_factory=Reading)
    elsewhere_places: tuple[Place, ...] = ()  # where it asks for an erase


@dataclass(frozen=True, slots=True)
class RepairSnapshot(TalkSnapshot):
    """Of what may ask for the repair of a reply; whole for a reaction."""

    reply: Reply | None = None  # the one it is about


@dataclass(frozen=True, slots=True)
class MessageSnapshot(RepairSnapshot):
    """Of a message."""

    reading: Reading = field(default_factory=Reading)
    noticed_here: datetime | None = None  # when this person last read the notice in this space
    tray: tuple[TrayLine, ...] = ()
    elsewhere_places: tuple[Place, ...] = ()  # where it asks for an erase


@dataclass(frozen=True, slots=True)
class TapSnapshot(RepairSnapshot):
    """Of a tap; its scope is the one that the tapped card is about."""

    post: Post | None = None  # the card
    noticed_here: datetime | None = None  # when this person last read the notice in this space
    report_room: ReportRoom = "free"
    elsewhere_places: tuple[Place, ...] = ()  # where the card asks for an erase


@dataclass(frozen=True, slots=True)
class CommandSnapshot(RepairSnapshot):
    """Of a command; what only some commands read is empty for all others."""

    reading: Reading = field(default_factory=Reading)
    tray: tuple[TrayLine, ...] = ()
    style: tuple[tuple[str, str], ...] = ()
    repairs: tuple[RepairRow, ...] = ()
    ledger: tuple[tuple[int, LedgerRow], ...] = ()
    held: tuple[Row, ...] = field(default=(), repr=False)  # everything kept here
    reports: tuple[Reported, ...] = ()  # of this space, for an admin
    report_room: ReportRoom = "free"
    elsewhere_places: tuple[Place, ...] = ()

    def learnt(self, at: datetime) -> tuple[Learnt, ...]:
        """Gives what repairs taught of the manner, where no command says otherwise."""
        if self.effective(at).level is Level.PLAIN:
            return ()
        return not_set(learnt(lessons_of(self.repairs), at), self.style)


@dataclass(frozen=True, slots=True)
class DeletionSnapshot(Snapshot):
    """Of a deleted message."""

    running: tuple[Running, ...] = ()  # open asks in this room
    caused: Caused = field(default_factory=Caused)


SpokenSnapshot = MessageSnapshot | EditSnapshot
