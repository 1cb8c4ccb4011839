"""What is kept, as rows. Every row has an owner (a keyed hash) and a key, unique together.

Operational rows hold no words and may exist for anyone; relational rows need consent. A column
typed `Words` is sealed under its owner's data key before it reaches a database.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, NewType

Owner = NewType("Owner", str)  # the keyed hash of a scope, a person or a space
HOUSE = Owner("house")  # owns what belongs to nobody, such as an erase's receipt on its way
Words = Annotated[str, "sealed"]


@dataclass(frozen=True, slots=True)
class Row:
    """Anything that is kept."""

    owner: Owner
    key: str = ""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class SpaceRow(Row):
    """Operational: what a space's admins set."""

    ceiling: int | None = None
    epoch: int = 0
    blocked: bool = False  # by the operator
    crisis_text: str = ""  # the admins' own line below the crisis text, and where it leads
    crisis_url: str = ""
    listens: bool = False  # in threads, to who addressed it there


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class StyleRow(Row):
    """What the person set of the bot's manner by command; its key is the setting's name."""

    value: str = ""


@dataclass(frozen=True, slots=True)
class PostRow(Row):
    """Operational: a message of the bot's that its person may act on; keyed by its id's hash."""

    purpose: str = "note"  # reply, card, note
    reply: str = ""  # the reply it belongs to
    at: datetime | None = None
    body: Words = field(default="", repr=False)  # JSON: choices and the scope they act on


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class OutboxRow(Row):
    """Operational: a send on its way; keyed by its SendKey. Gone when it is done."""

    at: datetime | None = None
    place: int = 0
    body: Words = field(default="", repr=False)  # JSON: the action and where it goes


@dataclass(frozen=True, slots=True)
class TrayRow(Row):
    """A private line that waits for its person's next private occasion."""

    at: datetime | None = None
    body: Words = field(default="", repr=False)  # JSON: the space it is about


@dataclass(frozen=True, slots=True)
class DueRow(Row):
    """Operational: something to do for its owner at a time; its key says what."""

    at: datetime | None = None
    person: Owner = Owner("")  # whose lock it is done under, as all of their decisions are


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class EpisodeRow(Row):
    """A crisis episode, while it lasts: of a shared room (its key), or of all that is private.

    Its owner and its key are hashes under the key of the day it began.
    """

    at: datetime | None = None  # its last message; 24 hours later the row is gone
    started_at: datetime | None = None
    referred: int = 0  # the gravest tier at which help was named
    declined: int = 0  # the gravest tier at which the person asked not to hear it again
    turns: int = 0  # answered from the reserve, past every budget


@dataclass(frozen=True, slots=True)
class EpisodeKeyRow(Row):
    """The key of the episodes that began on a day (its key); gone with the last of them."""

    at: datetime | None = None  # the last message of an episode under it
    body: Words = field(default="", repr=False)  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class CountRow(Row):
    """How often something happened in a month; of nobody. Its key is the month and the thing."""

    count: int = 0


@dataclass(frozen=True, slots=True)
class NightCardRow(Row):
    """What a person wrote in calm for a bad night, sealed; kept per person at their own wish."""

    body: Words = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class InboxRow(Row):
    """Operational: what a platform told and nobody handled yet. Gone when it is done."""

    at: datetime | None = None
    place: int = 0
    state: str = ""  # "unreadable" while its key has not come
    body: Words = field(default="", repr=False)  # JSON, as the platform told it


@dataclass(frozen=True, slots=True)
class NoteRow(Row):
    """Operational: what a platform must remember, such as where it stopped reading."""

    at: datetime | None = None  # None: for as long as it is true
    body: Words = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
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


KINDS: tuple[type[Row], ...] = (
    ScopeRow,
    SpaceRow,
    PersonRow,
    ConversationRow,
    StyleRow,
    PostRow,
    ReplyRow,
    AskRow,
    OutboxRow,
    TrayRow,
    DueRow,
    RepairRow,
    EpisodeRow,
    EpisodeKeyRow,
    CountRow,
    NightCardRow,
    InboxRow,
    NoteRow,
    PlaceRow,
)

# What an erase takes away. PersonRow and SpaceRow stay: they hold no word and no choice of depth.
OF_A_SCOPE: tuple[type[Row], ...] = (
    ScopeRow,
    ConversationRow,
    StyleRow,
    PostRow,
    ReplyRow,
    AskRow,
    OutboxRow,
    DueRow,
    NoteRow,
    RepairRow,
)
