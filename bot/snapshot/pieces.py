"""The parts of snapshots beside rows: cards, replies, running asks, waiting lines."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from bot.actions.ask import Ask
from bot.choices import Choice
from bot.holding import Held, HeldRow
from bot.ids import MessageId, RoomId, Scope
from bot.records import MemoryRow, Owner, ReplyRow, ScopeRow, SpaceRow, SummaryRow, ThreadRow
from bot.repair.stack import Version
from bot.snapshot.offered import Offered

NOBODY = Owner("")
CameOf = tuple[ThreadRow | MemoryRow | SummaryRow, ...]  # what is held that a message said


@dataclass(frozen=True, slots=True)
class Post:
    """A message of the bot's that the person may act on."""

    message: MessageId
    purpose: str
    choices: tuple[Choice, ...]
    scope: Scope
    is_direct: bool
    reply: str = ""
    called: str = field(default="", repr=False)  # the space it is about, as its person sees it


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply given to this person, with the ids its row keeps sealed."""

    row: ReplyRow
    room: RoomId
    message: MessageId  # its first message
    answers: MessageId
    messages: tuple[MessageId, ...] = ()  # all of it, and of its repairs
    versions: tuple[Version, ...] = ()  # its repairs; none once their words were forgotten
    also: tuple[MessageId, ...] = ()  # what was said in the same moment, answered with it
    used: tuple[ThreadRow | MemoryRow, ...] = field(default=(), repr=False)  # where why is asked
    has_failed: bool = False  # it offers to be tried again; read where words are about it

    @property
    def is_repaired(self) -> bool:
        """Whether the reply has a repair that stands."""
        return self.row.repairs > 0

    @property
    def landed_wrong(self) -> int:
        """How often it was repaired; an edited message that was answered anew is no repair."""
        return self.row.repairs - self.row.anew

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it was repaired as, each kind once."""
        return tuple(dict.fromkeys(one.kind for one in self.versions if not one.is_anew))


@dataclass(frozen=True, slots=True)
class Running:
    """A reply that waits or is being written in this room, and its shown part."""

    ask: Ask
    shown: tuple[MessageId, ...] = ()
    is_begun: bool = False  # its first words are on their way, or were when a process ended

    @property
    def is_waiting(self) -> bool:
        """Whether nothing of the reply was shown, so that another may replace it."""
        return not (self.shown or self.is_begun or self.ask.reply)


@dataclass(frozen=True, slots=True)
class Caused:
    """What a deleted message had caused: repairs in words, the stance that holds, an offer."""

    repairs: tuple[tuple[str, int], ...] = ()  # the reply's key, and the repair's number
    stance: bool = False
    offer: Offered | None = None  # to write its reply anew
    came_of: CameOf = field(default=(), repr=False)  # what is held of its words


@dataclass(frozen=True, slots=True)
class Holding:
    """What the person asked to be held here; a list is empty where it was not read."""

    threads: tuple[ThreadRow, ...] = field(default=(), repr=False)
    memories: tuple[MemoryRow, ...] = field(default=(), repr=False)

    def of(self, which: Held) -> tuple[HeldRow, ...]:
        """Gives the lines of a list."""
        return self.threads if which is Held.THREADS else self.memories

    def with_list(self, which: Held, rows: tuple[HeldRow, ...]) -> "Holding":
        """Gives the same with other lines in one list."""
        if which is Held.THREADS:
            return replace(self, threads=tuple(one for one in rows if isinstance(one, ThreadRow)))
        return replace(self, memories=tuple(one for one in rows if isinstance(one, MemoryRow)))

    @property
    def is_empty(self) -> bool:
        """Whether no list has a line."""
        return not (self.threads or self.memories)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person talked with the bot, and when last."""

    scope: Scope
    at: datetime | None = None
    is_direct: bool = False
    has_agreed: bool = False
    called: str = field(default="", repr=False)  # as its person sees it; empty where nobody knows


ReportState = Literal["open", "handled", "dismissed"]


@dataclass(frozen=True, slots=True)
class Reported:
    """A message of the bot's that was reported to a space's admins.

    Args:
        people: how many reported it, of those whose report is in that state.
        room: with `message`, how the platform finds it; empty where only people do.
    """

    at: datetime
    link: str
    people: int = 1
    state: ReportState = "open"
    room: str = field(default="", repr=False)
    message: str = field(default="", repr=False)


# Whether a report would be kept: it is kept already, the list is full, this person gave enough.
ReportRoom = Literal["free", "kept", "full", "enough"]


@dataclass(frozen=True, slots=True)
class TrayLine:
    """A private line that waits, and the scope it is about."""

    line: str
    scope: Scope
    state: ScopeRow
    space: SpaceRow = field(default_factory=lambda: SpaceRow(NOBODY))
    called: str = field(default="", repr=False)  # the space, as its person sees it
