"""What a decision knows: rows of one scope, one space, one person, and how the house is set up."""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from bot.actions import Ask, Choice
from bot.crisis.tiers import Stated
from bot.ids import MessageId, RoomId, Scope, SpaceId
from bot.learning import Learnt, Lesson, learnt, not_set
from bot.levels import Effective, Level, Limits, effective
from bot.reading import Reading
from bot.records import (
    ConversationRow,
    EpisodeRow,
    LedgerRow,
    Owner,
    PersonRow,
    RepairRow,
    ReplyRow,
    Row,
    ScopeRow,
    SpaceRow,
)
from bot.repair.stack import Version
from bot.stamps import was_given_ahead
from bot.strings import ENGLISH, Strings

HOLDS = ("given", "renewed")
NOBODY = Owner("")


@dataclass(frozen=True, slots=True)
class Guards:
    """How much one person may ask of this installation."""

    waiting: int = 5
    messages_a_minute: int = 20
    tokens_a_day: int = 200_000
    replies_in_a_space: int = 4  # written at once; the others take turns


@dataclass(frozen=True, slots=True)
class House:
    """How this installation is set up, as far as decisions and cards need it."""

    policy: str
    hosts: tuple[str, ...] = ()
    bot_name: str = "Attune"
    operator: str = "whoever runs this machine"
    contact: str = ""
    gap: timedelta = timedelta(minutes=30)
    burst: timedelta = timedelta(0)  # messages within it are answered by one reply
    guards: Guards = Guards()
    judge: str = ""  # the host, one of them, that looks at single sentences of replies
    strings: Strings = field(default=ENGLISH, repr=False)  # what people read


@dataclass(frozen=True, slots=True)
class Post:
    """A message of the bot's that the person may act on."""

    message: MessageId
    purpose: str
    choices: tuple[Choice, ...]
    scope: Scope
    is_direct: bool
    reply: str = ""


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
    has_failed: bool = False  # it offers to be tried again; read where words are about it

    @property
    def is_repaired(self) -> bool:
        """Whether a repair of it stands."""
        return self.row.repairs > 0


@dataclass(frozen=True, slots=True)
class Running:
    """A reply that is waited for or being written in this room, and what is shown of it."""

    ask: Ask
    shown: tuple[MessageId, ...] = ()
    is_begun: bool = False  # its first words are on their way, or were when a process ended

    @property
    def is_waiting(self) -> bool:
        """Whether nobody can have seen anything of it, so that another may take its place."""
        return not (self.shown or self.is_begun or self.ask.reply)


@dataclass(frozen=True, slots=True)
class Caused:
    """What a message that is gone had led to: repairs in words, and the stance that holds."""

    repairs: tuple[tuple[str, int], ...] = ()  # the reply's key, and the repair's number
    stance: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person talked with the bot, and when last."""

    scope: Scope
    at: datetime | None = None
    is_direct: bool = False
    has_agreed: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """A message of the bot's that was reported to a space's admins."""

    at: datetime
    link: str
    people: int = 1


# Whether a report would be kept: it is kept already, the list is full, this person gave enough.
ReportRoom = Literal["free", "kept", "full", "enough"]


@dataclass(frozen=True, slots=True)
class TrayLine:
    """A private line that waits, and the scope it is about."""

    line: str
    scope: Scope
    state: ScopeRow
    space: SpaceRow = field(default_factory=lambda: SpaceRow(NOBODY))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything `decide` may look at besides the event."""

    house: House
    is_direct: bool = True
    scope: ScopeRow = field(default_factory=lambda: ScopeRow(NOBODY))
    space: SpaceRow = field(default_factory=lambda: SpaceRow(NOBODY))
    person: PersonRow = field(default_factory=lambda: PersonRow(NOBODY))
    conversation: ConversationRow = field(default_factory=lambda: ConversationRow(NOBODY))
    style: tuple[tuple[str, str], ...] = ()
    open_replies: int = 0  # in this room
    waiting: int = 0  # in this scope
    running: tuple[Running, ...] = ()  # in this room
    repairs: tuple[RepairRow, ...] = ()
    ledger: tuple[tuple[int, LedgerRow], ...] = ()  # where a command asks for it
    held: tuple[Row, ...] = field(default=(), repr=False)  # likewise: everything kept here
    post: Post | None = None
    reply: Reply | None = None
    tray: tuple[TrayLine, ...] = ()
    caused: Caused = Caused()  # where a message was deleted
    reading: Reading | None = None  # what the event says; None where nobody read it before
    lately: tuple[Stated, ...] = ()  # what this person's last messages here said of a life at risk
    episode: EpisodeRow | None = None  # while one lasts that may be known here
    noticed_here: datetime | None = None  # when this person last read the notice in this space
    night_card: str = field(default="", repr=False)  # where it is shown
    reports: tuple[Reported, ...] = ()  # of this space, where an admin asks for them
    report_room: ReportRoom = "free"  # where somebody reports
    elsewhere_places: tuple[Place, ...] = ()  # where their data is asked for
    elsewhere: SpaceId | None = None  # the space a line of the tray is about, when it is another

    @property
    def strings(self) -> Strings:
        """What people read here."""
        return self.house.strings

    def talk(self, at: datetime) -> ConversationRow:
        """Gives the conversation that goes on at that time: the kept one, or a new one."""
        last = self.conversation.last_at
        if last is not None and at - last <= self.house.gap:
            return self.conversation
        return ConversationRow(self.conversation.owner, self.conversation.key, started_at=at)

    def asked_off(self, at: datetime) -> bool:
        """Whether the newest reply here ended by asking what a bare "off" would answer."""
        talk = self.talk(at)
        return 0 < talk.asked_off == talk.turn

    @property
    def ceiling(self) -> Level:
        """The deepest level here: as set, else warm in shared rooms, open in a direct message."""
        if self.space.ceiling is not None:
            return Level(self.space.ceiling)
        return Level.ONGOING if self.is_direct else Level.WARM

    def is_expired(self, at: datetime) -> bool:
        """Whether the yes has run out by that time."""
        if self.scope.state == "expired":
            return True
        if self.scope.state not in HOLDS:
            return False
        if was_given_ahead(self.scope, at):
            return True
        if self.scope.conversation and not self.is_elsewhere():
            return self.scope.conversation != talk_id(self.talk(at))
        return self.scope.expires_at is not None and at >= self.scope.expires_at

    def is_elsewhere(self) -> bool:
        """Whether the yes holds for a conversation in another room only."""
        return self.scope.conversation.partition("@")[0] not in ("", self.conversation.key)

    def is_outdated(self) -> bool:
        """Whether what the person said yes to has changed since."""
        is_yes = self.scope.state in (*HOLDS, "expired")
        return is_yes and self.scope.policy != self.house.policy

    @property
    def is_blocked(self) -> bool:
        """Whether the operator blocked this person or this space."""
        return self.person.blocked or self.space.blocked

    def is_paused(self, at: datetime) -> bool:
        """Whether the person paused it."""
        return self.scope.paused_until is not None and at < self.scope.paused_until

    @property
    def consented(self) -> Level:
        """The level last said yes to; plain when there is no yes, or it was withdrawn."""
        return Level(self.scope.level) if self.scope.state in (*HOLDS, "expired") else Level.PLAIN

    def effective(self, at: datetime) -> Effective:
        """Gives the effective level at that time, and why."""
        return effective(
            Limits(
                consented=self.consented,
                ceiling=self.ceiling,
                is_under_18=self.person.under_18,
                is_age_open=self.person.age_open,
                is_paused=self.is_paused(at),
                is_expired=self.is_expired(at),
                is_outdated=self.is_outdated(),
                is_elsewhere=self.is_elsewhere(),
            )
        )

    def learnt(self, at: datetime) -> tuple[Learnt, ...]:
        """Gives what repairs taught of the manner, where no command says otherwise."""
        if self.effective(at).level is Level.PLAIN:
            return ()
        return not_set(learnt(lessons_of(self.repairs), at), self.style)

    def of(self, line: TrayLine, here: Scope) -> "Snapshot":
        """Gives what is known with that line's scope in the place of this one."""
        if line.scope == here:
            return replace(self, scope=line.state)
        elsewhere = line.scope.space
        return replace(
            self, scope=line.state, space=line.space, is_direct=False, elsewhere=elsewhere
        )


def lessons_of(repairs: tuple[RepairRow, ...]) -> tuple[Lesson, ...]:
    """Gives the repairs that teach: at warm and deeper, and not taken back."""
    return tuple(
        Lesson(one.kind, one.at)
        for one in repairs
        if one.at is not None and one.level > Level.PLAIN and not one.undone
    )


def talk_id(talk: ConversationRow) -> str:
    """Names a conversation, so that a yes can hold for it alone."""
    began = talk.started_at.isoformat() if talk.started_at else ""
    return f"{talk.key}@{began}"


def corrections_of(talk: ConversationRow) -> tuple[tuple[str, str], ...]:
    """Gives the repairs that hold in this conversation, as (reply, kind)."""
    return tuple((reply, kind) for reply, kind in json.loads(talk.corrections or "[]"))


def with_corrections(
    talk: ConversationRow, corrections: tuple[tuple[str, str], ...]
) -> ConversationRow:
    """Gives the conversation with these repairs in force."""
    return replace(talk, corrections=json.dumps(corrections) if corrections else "")
