"""Events and what is known, with good defaults, for tests of pure decisions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.actions import Action, Choice, Say
from bot.consent import policy_version
from bot.events import ChoiceMade, CommandGiven, MessageSeen, ReactionAdded, ReactionRemoved
from bot.ids import EventId, MessageId, PersonId, RoomId, Scope, SpaceId, Where
from bot.levels import Level
from bot.records import ConversationRow, Owner, PersonRow, ReplyRow, ScopeRow
from bot.repair.stack import Version
from bot.snapshot import House, Post, Reply, Snapshot

AT = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
ADA = PersonId("p:ada")
DIRECT = Where(RoomId("dm"), SpaceId("dm"), is_direct=True)
SHARED = Where(RoomId("lounge"), SpaceId("house"), is_direct=False)
HOUSE = House(policy_version(()), operator="Ada")
MET = PersonRow(Owner("ada"), met_at=AT - timedelta(days=1), noticed_at=AT - timedelta(hours=1))


def known(level: Level = Level.PLAIN, *, direct: bool = True, at: datetime = AT) -> Snapshot:
    """Gives a person who was met, with a yes of today at that level unless it is plain."""
    scope = ScopeRow(Owner("scope"))
    if level is not Level.PLAIN:
        until = at + timedelta(days=30)
        scope = replace(scope, state="given", level=int(level), policy=HOUSE.policy)
        scope = replace(scope, given_at=at, expires_at=until)
    return Snapshot(HOUSE, is_direct=direct, scope=scope, person=MET)


def says(text: str, where: Where = DIRECT, at: datetime = AT) -> MessageSeen:
    """Gives a message."""
    return MessageSeen(EventId("e1"), at, ADA, where, MessageId("m1"), text)


def commands(words: str, where: Where = DIRECT, at: datetime = AT) -> CommandGiven:
    """Gives a command, without its slash."""
    return CommandGiven(EventId("e1"), at, ADA, where, f"attune {words}")


def taps(label: str, at: datetime = AT) -> ChoiceMade:
    """Gives a tap under message m2."""
    return ChoiceMade(EventId("e1"), at, ADA, DIRECT, MessageId("m2"), label)


def reacts(emoji: str = "🔧", at: datetime = AT) -> ReactionAdded:
    """Gives an emoji on message m2."""
    return ReactionAdded(EventId("e1"), at, ADA, DIRECT, MessageId("m2"), emoji)


def takes_back(emoji: str = "🔧", at: datetime = AT) -> ReactionRemoved:
    """Gives an emoji taken back from message m2."""
    return ReactionRemoved(EventId("e1"), at, ADA, DIRECT, MessageId("m2"), emoji)


def post(*choices: Choice, reply: str = "") -> Post:
    """Gives message m2 as a card with these choices."""
    scope = Scope(DIRECT.space, ADA)
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


def talking(of: Snapshot, *, since: datetime = AT - timedelta(minutes=20)) -> Snapshot:
    """Gives the same in the middle of a conversation."""
    last = AT - timedelta(minutes=1)
    talk = ConversationRow(Owner("scope"), "room", started_at=since, last_at=last)
    return replace(of, conversation=talk)


def told(actions: tuple[Action, ...]) -> list[str]:
    """Gives what a person reads of these actions."""
    return [action.text for action in actions if isinstance(action, Say)]
