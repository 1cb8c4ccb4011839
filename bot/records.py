"""What is kept, as records: each says whose it is, for how long, and what an export calls it.

Every row has an owner and a key, unique together. A store seals all of it under its owner's data
key, which an erase destroys; outside stands only the hour of its `at`, for time to take it away.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, ClassVar, Literal, NewType, TypeVar, dataclass_transform

Owner = NewType("Owner", str)  # the keyed hash of a scope, a person or a space
HOUSE = Owner("house")  # owns what belongs to nobody, such as an erase's receipt on its way
Words = Annotated[str, "sealed"]  # free text: never searched, never in a repr
IN_TRANSIT = timedelta(hours=23)  # by the hour, so at most a day


def hour(at: datetime) -> datetime:
    """Gives the hour of a moment: the moment itself tells which things happened together."""
    return at.replace(minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class About:
    """What a record is to a person, and when it goes: at the latest with whose it is."""

    called: str
    whose: Literal["scope", "person", "episode", "space", "nobody"]
    lasts: timedelta | None = None  # since its `at`; None: until it is erased or done


@dataclass(frozen=True, slots=True)
class Row:
    """Anything that is kept."""

    about: ClassVar[About]

    owner: Owner
    key: str = ""


KINDS: list[type[Row]] = []
_R = TypeVar("_R", bound=Row)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(about: About) -> Callable[[type[_R]], type[_R]]:
    """Makes a kind of row, known by what it says about itself."""

    def made(kind: type[_R]) -> type[_R]:
        row: type[_R] = dataclass(frozen=True, slots=True)(kind)
        row.about = about
        KINDS.append(row)
        return row

    return made


@record(About("what you agreed to here", "scope"))
class ScopeRow(Row):
    """Relational: what a person agreed to here, and the epoch of their replies."""

    state: str = ""
    level: int = 0
    policy: str = ""
    given_at: datetime | None = None
    expires_at: datetime | None = None
    conversation: str = ""  # the only conversation it holds for
    entered_at: datetime | None = None  # the newest entry of the ledger
    paused_until: datetime | None = None
    frozen_until: datetime | None = None
    frozen_above: int = 3  # what levels above this one used is frozen
    epoch: int = 0


@record(About("what the admins set here", "space"))
class SpaceRow(Row):
    """Operational: what a space's admins set."""

    ceiling: int | None = None
    epoch: int = 0
    blocked: bool = False  # by the operator
    crisis_text: str = ""  # the admins' own line below the crisis text, and where it leads
    crisis_url: str = ""
    listens: bool = False  # in threads, to who addressed it there


@record(About("your clocks, budgets and switches on this platform", "person"))
class PersonRow(Row):
    """Operational: clocks and budgets of a person, and the mark under-18. Survives erase."""

    under_18: bool = False
    met_at: datetime | None = None
    noticed_at: datetime | None = None
    talk_since: datetime | None = None
    last_at: datetime | None = None
    minute_at: datetime | None = None
    minute_count: int = 0
    told_at: datetime | None = None
    day_at: datetime | None = None
    day_tokens: int = 0
    emojis: bool = False  # the kinds of repair have emojis of their own
    ignored: bool = False  # never read, at their own wish
    read_since: datetime | None = None  # what they said earlier was said while ignored
    blocked: bool = False  # by the operator
    age_open: bool = False  # asked whether they are under 18, and not answered yet
    age_asked_at: datetime | None = None


@record(About("conversations, without words: since when, stance, repairs that hold", "scope"))
class ConversationRow(Row):
    """Operational: a scope's conversation in a room (its key), without its words."""

    started_at: datetime | None = None
    last_at: datetime | None = None
    stance: str = ""
    stance_by: str = ""  # the hash of the message that set it in words
    turn: int = 0  # how many messages of the person it has seen
    only_question: bool = False  # the newest reply was nothing but a question
    corrections: str = ""  # JSON pairs: a reply, and the kind of the repair that holds
    asked_off: int = 0  # the turn whose reply ended by asking what a bare "off" would answer


@record(About("the style you set", "scope"))
class StyleRow(Row):
    """What the person set of the bot's manner by command; its key is the setting's name."""

    value: str = ""


@record(About("messages of mine you can act on, as hashes", "scope", timedelta(days=30)))
class PostRow(Row):
    """Operational: a message of the bot's that its person may act on; keyed by its id's hash."""

    purpose: str = "note"  # reply, card, note
    reply: str = ""  # the reply it belongs to
    at: datetime | None = None
    body: Words = field(default="", repr=False)  # JSON: choices and the scope they act on


@record(
    About(
        "replies: where they stand; what they said before a repair, for a day",
        "scope",
        timedelta(days=30),
    )
)
class ReplyRow(Row):
    """Operational: a finished reply, its way to being repaired, and the words before it."""

    room: str = ""
    at: datetime | None = None
    turn: int = 0  # the conversation's turn when it was given
    repairs: int = 0
    rupture: str = ""
    asked_at: datetime | None = None  # when the newest repair was asked for
    by_emoji: bool = False
    answers: str = ""  # the hash of the message it answers
    findings: str = ""  # JSON pairs: a rule of the governor's, and what it did; no words
    body: Words = field(default="", repr=False)  # JSON: ids of its messages and what it answers
    before: Words = field(default="", repr=False)  # JSON: the versions, and the text before each


@record(About("replies being written", "scope", IN_TRANSIT))
class AskRow(Row):
    """Operational: a reply that is waited for or being written. Gone when it is done."""

    room: str = ""
    answers: str = ""  # the hash of the message it answers
    at: datetime | None = None
    state: str = "open"  # open, stopped
    epoch: int = 0
    space_epoch: int = 0
    turn: int = 0  # the conversation's turn when it was asked
    body: Words = field(default="", repr=False)  # JSON: the Ask
    shown: Words = field(default="", repr=False)  # JSON: the messages shown so far


@record(About("messages on their way", "scope", IN_TRANSIT))
class OutboxRow(Row):
    """Operational: a send on its way; keyed by its SendKey. Gone when it is done."""

    at: datetime | None = None
    place: int = 0
    body: Words = field(default="", repr=False)  # JSON: the action and where it goes


@record(About("private lines that wait for you", "person"))
class TrayRow(Row):
    """A private line that waits for its person's next private occasion."""

    at: datetime | None = None
    body: Words = field(default="", repr=False)  # JSON: the space it is about


@record(About("what is to be done later, such as erasing what is frozen", "scope"))
class DueRow(Row):
    """Operational: something to do for its owner at a time; its key says what."""

    at: datetime | None = None
    person: Owner = Owner("")  # whose lock it is done under, as all of their decisions are
    body: Words = field(default="", repr=False)  # JSON: of an erase, what a platform must forget


@record(About("repairs: kind and time, without words", "scope"))
class RepairRow(Row):
    """What a repair was, without words: kind, seconds to the repaired reply, repaired again."""

    at: datetime | None = None
    kind: str = ""
    seconds: float | None = None
    again: bool = False
    failed: bool = False  # the same rupture came again within five replies
    undone: bool = False  # taken back: it teaches nothing
    level: int = 0
    room: str = ""
    turn: int = 0  # the conversation's turn of the reply it repaired
    message: str = ""  # the hash of the message that asked for it in words


@record(
    About(
        "an episode in which a life seemed at risk, for 24 hours",
        "episode",
        timedelta(hours=24),
    )
)
class EpisodeRow(Row):
    """A crisis episode, while it lasts: of a shared room (its key), or of all that is private."""

    at: datetime | None = None  # its last message; 24 hours later the row is gone
    started_at: datetime | None = None
    referred: int = 0  # the gravest tier at which help was named
    declined: int = 0  # the gravest tier at which the person asked not to hear it again
    turns: int = 0  # answered from the reserve, past every budget
    person: Owner = Owner("")  # whose lock it ends under


@record(About("counts by month, of nobody", "nobody"))
class CountRow(Row):
    """How often something happened in a month; of nobody. Its key is the month and the thing."""

    count: int = 0


@record(About("your night card", "person"))
class NightCardRow(Row):
    """What a person wrote in calm for a bad night, sealed; kept per person at their own wish."""

    body: Words = field(default="", repr=False)


@record(
    About("messages of yours that are not handled yet, for a day at most", "person", IN_TRANSIT)
)
class InboxRow(Row):
    """Operational: what a platform told and nobody handled yet. Gone when it is done."""

    at: datetime | None = None
    place: int = 0
    state: str = ""  # "unreadable" while its key has not come
    body: Words = field(default="", repr=False)  # JSON, as the platform told it


@record(
    About(
        "what a platform notes of you, such as which emoji is yours, for 30 days or while true",
        "person",
        timedelta(days=30),
    )
)
class NoteRow(Row):
    """Operational: what a platform must remember, such as where it stopped reading."""

    at: datetime | None = None  # None: for as long as it is true
    body: Words = field(default="", repr=False)
    scope: Owner = Owner("")  # goes with that place; with any of its person's where none is named


@record(About("where you talked with me, until 60 days after you last did", "person"))
class PlaceRow(Row):
    """Operational: that a person (its owner) was in a scope (its key), and when last."""

    space: str = ""
    at: datetime | None = None
    body: Words = field(default="", repr=False)  # JSON: which space and person it is


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One entry of the ledger; the person is named by a hash under the scope's own key."""

    subject: str
    state: str
    level: int
    purposes: str
    policy: str
    at: datetime
    expires_at: datetime | None = None
    message: str = ""
