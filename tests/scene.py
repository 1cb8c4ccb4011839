"""Events and snapshots with good defaults, for tests of pure decisions."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime, timedelta
from typing import Concatenate, ParamSpec, TypeVar, cast

from bot.actions import Action
from bot.actions.ask import Ask
from bot.actions.platform import Say
from bot.actions.state import AnswerCard
from bot.choices import Choice
from bot.commands import command_in
from bot.consent import may_observe, policy_version
from bot.crisis.tiers import Stated
from bot.decide import Decision
from bot.decide import decide as of_snapshot
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    Happening,
    Left,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
    RiskJudged,
    WordlessSeen,
)
from bot.export import KeptIn
from bot.holding.goodbyes import says_goodbye
from bot.ids import EventId, MessageId, PersonId, RoomId, Scope, SpaceId, Where
from bot.impact import NO_IMPACT, Impact
from bot.impact.study import Study
from bot.levels import Level
from bot.norms import NO_NORMS, Norms
from bot.reading import Reading, read
from bot.records import (
    BroughtRow,
    ConversationRow,
    LedgerRow,
    Owner,
    PersonRow,
    RepairRow,
    ReplyRow,
    ScopeRow,
    SummaryRow,
)
from bot.repair.stack import Version
from bot.snapshot import (
    CameOf,
    Caused,
    CommandSnapshot,
    DeletionSnapshot,
    EditSnapshot,
    Holding,
    MessageSnapshot,
    Observed,
    Place,
    Post,
    RepairSnapshot,
    Reply,
    Reported,
    ReportRoom,
    Running,
    Snapshot,
    TapSnapshot,
    TrayLine,
)
from tests.in_english import house_in_english

E = TypeVar("E", bound=Happening)
S = TypeVar("S", bound=Snapshot)
P = ParamSpec("P")
R = TypeVar("R")
AT = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
ADA = PersonId("p:ada")
DIRECT = Where(RoomId("dm"), SpaceId("dm"), is_direct=True)
SHARED = Where(RoomId("lounge"), SpaceId("house"), is_direct=False)
HOUSE = house_in_english(policy_version(()), operator="Ada")
MET = PersonRow(Owner("ada"), met_at=AT - timedelta(days=1), noticed_at=AT)


@dataclass(frozen=True, slots=True)
class Known(Snapshot):
    """All that a test may say is known; `decide` takes from it what its kind of event reads."""

    waiting: int = 0
    running: tuple[Running, ...] = ()
    lately: tuple[Stated, ...] = ()
    norms: Norms = NO_NORMS
    is_stop_word: bool = False
    sets_stop_word: bool = False
    reading: Reading | None = None  # None: what the event says
    reply: Reply | None = None
    is_changed: bool = False
    came_of: CameOf = ()
    post: Post | None = None
    brought: BroughtRow | None = None
    noticed_here: datetime | None = None
    tray: tuple[TrayLine, ...] = ()
    style: tuple[tuple[str, str], ...] = ()
    repairs: tuple[RepairRow, ...] = ()
    ledger: tuple[tuple[int, LedgerRow], ...] = ()
    kept: tuple[KeptIn, ...] = ()
    summary: SummaryRow | None = None
    impact: Impact = NO_IMPACT
    room: str = ""
    study: Study | None = None
    reports: tuple[Reported, ...] = ()
    report_room: ReportRoom = "free"
    elsewhere_places: tuple[Place, ...] = ()
    caused: Caused = field(default_factory=Caused)
    holding: Holding = field(default_factory=Holding)
    is_goodbye: bool = False
    observed: Observed = field(default_factory=Observed)

    def for_event(self, event: Happening) -> Snapshot:
        """Gives the snapshot of that event's kind; its words are read, where no reading is said."""
        reading, code = self.reading or read(event, self.house.bot_name), self.house.strings.code
        says_it = isinstance(event, MessageSeen) and says_goodbye(event.text, code)
        known = replace(self, reading=reading, is_goodbye=self.is_goodbye or says_it)
        return known.as_kind(KINDS.get(type(event), Snapshot))

    def as_kind(self, kind: type[S]) -> S:
        """Gives the snapshot of that type which knows the same."""
        known = {one.name for one in fields(self)}
        named = [one.name for one in fields(kind) if one.name in known]
        return kind(**{name: getattr(self, name) for name in named})


KINDS: dict[type[Happening], type[Snapshot]] = {
    MessageSeen: MessageSnapshot,
    MessageEdited: EditSnapshot,
    MessageDeleted: DeletionSnapshot,
    CommandGiven: CommandSnapshot,
    ChoiceMade: TapSnapshot,
    ReactionAdded: RepairSnapshot,
    ReactionRemoved: RepairSnapshot,
}


def decide(event: Event, state: Known) -> Decision:
    """Decides about an event on the snapshot of its kind, its words read as they are read first."""
    return of_snapshot(event, state.for_event(event))


def on(function: Callable[Concatenate[E, S, P], R]) -> Callable[Concatenate[E, Known, P], R]:
    """Gives a function of an event and its snapshot as one of the event and all that is known."""

    def asked(event: E, state: Known, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(event, cast(S, state.for_event(event)), *args, **kwargs)

    return asked


def known(level: Level = Level.PLAIN, *, direct: bool = True, at: datetime = AT) -> Known:
    """Gives a person who was met, with consent of today at that level unless it is plain."""
    scope = ScopeRow(Owner("scope"))
    if level is not Level.PLAIN:
        until = at + timedelta(days=30)
        scope = replace(scope, state="given", level=int(level), policy=HOUSE.policy)
        scope = replace(scope, given_at=at, expires_at=until)
        scope = replace(scope, notices=direct and may_observe(level))
    return Known(HOUSE, is_direct=direct, scope=scope, person=MET)


def says(text: str, where: Where = DIRECT, at: datetime = AT) -> MessageSeen:
    """Gives a message."""
    return MessageSeen(EventId("e1"), at, ADA, where, MessageId("m1"), text)


def commands(words: str, where: Where = DIRECT, at: datetime = AT) -> CommandGiven:
    """Gives a command, without its slash."""
    line = f"attune {words}"
    return CommandGiven(EventId("e1"), at, ADA, where, command_in(line), line)


def taps(label: str, at: datetime = AT) -> ChoiceMade:
    """Gives a tap under message m2."""
    return ChoiceMade(EventId("e1"), at, ADA, DIRECT, MessageId("m2"), label)


def reacts(emoji: str = "🔧", at: datetime = AT) -> ReactionAdded:
    """Gives an emoji on message m2."""
    return ReactionAdded(EventId("e1"), at, ADA, DIRECT, MessageId("m2"), emoji)


def takes_back(emoji: str = "🔧", at: datetime = AT) -> ReactionRemoved:
    """Gives an emoji taken back from message m2."""
    return ReactionRemoved(EventId("e1"), at, ADA, DIRECT, MessageId("m2"), emoji)


def edits(text: str) -> MessageEdited:
    """Gives message m1 with other words."""
    return MessageEdited(EventId("e1"), AT, ADA, DIRECT, MessageId("m1"), text)


def deletes() -> MessageDeleted:
    """Gives the deletion of message m1."""
    return MessageDeleted(EventId("e1"), AT, ADA, DIRECT, MessageId("m1"))


_OF = (EventId("e1"), AT, ADA, DIRECT)
ONE_OF_EACH: tuple[Event, ...] = (
    says("hello"),
    WordlessSeen(*_OF, MessageId("m1")),
    edits("hello"),
    deletes(),
    reacts(),
    takes_back(),
    commands("status"),
    taps("Yes"),
    RiskJudged(*_OF, MessageId("m1")),
    Left(*_OF),
)


def post(*choices: Choice, reply: str = "", space: SpaceId = DIRECT.space) -> Post:
    """Gives message m2 as a card with these choices."""
    scope = Scope(space, ADA)
    return Post(MessageId("m2"), "card", choices, scope, is_direct=True, reply=reply)


VERSIONS = (
    Version("🔧", "cold", 1, "First.", at=AT),
    Version("tap", "bland", 2, "Second.", at=AT),
)


def reply(versions: tuple[Version, ...] = (), **changed: object) -> Reply:
    """Gives the reply that stands in message m2, given ten minutes ago."""
    row = ReplyRow(Owner("scope"), "r", room="room", at=AT - timedelta(minutes=10))
    changed_row: ReplyRow = replace(row, **changed)  # type: ignore[arg-type]
    return Reply(
        changed_row, DIRECT.room, MessageId("m2"), MessageId("m1"), (MessageId("m2"),), versions
    )


def writing() -> Running:
    """Gives a reply that is being written, of which something is shown."""
    scope = Scope(DIRECT.space, ADA)
    ask = Ask(DIRECT.room, scope, MessageId("m0"), Level.PLAIN, None, True, AT)
    return Running(ask, (MessageId("r0"),))


def talking(of: Known, *, since: datetime = AT - timedelta(minutes=20)) -> Known:
    """Gives the same in the middle of a conversation."""
    last = AT - timedelta(minutes=1)
    talk = ConversationRow(Owner("scope"), "room", started_at=since, last_at=last)
    return replace(of, conversation=talk)


def told(actions: tuple[Action, ...]) -> list[str]:
    """Gives what a person reads of these actions: new messages, and what a card becomes."""
    read = (one.text for one in actions if isinstance(one, Say | AnswerCard))
    return [text for text in read if text is not None]
