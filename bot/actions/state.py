"""Actions of the store: rows that change in the transaction of the decision."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.actions.agreed import KeepNorms
from bot.actions.holding import OfHolding
from bot.actions.of_edits import OfEdits
from bot.actions.of_spaces import OfSpaces
from bot.choices import Choice
from bot.ids import MessageId, Scope
from bot.levels import Level, Stance
from bot.records import MinorTimeRow, Preference

ConsentState = Literal["requested", "given", "refused", "withdrawn", "expired", "renewed"]


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """Append one entry to the ledger, and make it what holds now unless it is a request."""

    state: ConsentState
    level: Level
    policy: str
    expires_at: datetime | None = None
    only_this_conversation: bool = False
    memory: bool = False  # what they ask for is held: a purpose of its own
    notices: bool = False  # the yes covers what is noticed in a direct message
    functioning: bool = False  # and, each a purpose of its own, that something got worse,
    loops: bool = False  # that the same distress comes again
    message: MessageId | None = None


@dataclass(frozen=True, slots=True)
class PauseUntil:
    """Pause until then; None ends the pause."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class RaiseEpoch:
    """Silence every reply of this scope, or of the whole space, that was asked before."""

    of: Literal["scope", "space"] = "scope"


@dataclass(frozen=True, slots=True)
class StopReplies:
    """Silence the replies being written to this person in this room, and only those."""

    answering: MessageId | None = None  # only those that answer this message
    deleting: bool = False  # what was shown of them goes too


@dataclass(frozen=True, slots=True)
class ForgetReplies:
    """Forget replies, and what was derived from them: one, or all that answer a message."""

    reply: str = ""
    answering: MessageId | None = None


@dataclass(frozen=True, slots=True)
class SetIgnored:
    """Never read this person again, or read them again."""

    is_ignored: bool


@dataclass(frozen=True, slots=True)
class AskAge:
    """Hold this person to plain until they answered whether they are under 18."""

    is_open: bool


@dataclass(frozen=True, slots=True)
class SetStance:
    """Hold this stance for the conversation; None lets the level decide."""

    stance: Stance | None


@dataclass(frozen=True, slots=True)
class SetStyle:
    """Change what the person set of the bot's manner: a name and a value; None forgets all."""

    name: str | None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class MarkUnder18:
    """Hold this person to plain on this platform, until the operator undoes it."""


@dataclass(frozen=True, slots=True)
class Freeze:
    """Stop using what levels above this one kept, and erase it then unless they come back."""

    until: datetime
    above: Level = Level.PLAIN


@dataclass(frozen=True, slots=True)
class Unfreeze:
    """Use again what was frozen."""


@dataclass(frozen=True, slots=True)
class Erase:
    """Destroy the scope's key, then everything kept in it; the ledger keeps the receipt."""

    receipt: str


@dataclass(frozen=True, slots=True)
class RememberPerson:
    """Keep what the clocks and budgets of a person need, without any word of theirs."""

    met_at: datetime | None = None
    noticed_at: datetime | None = None
    talk_since: datetime | None = None
    minute_at: datetime | None = None
    minute_count: int | None = None
    told_at: datetime | None = None
    making: str | None = None
    closing: str | None = None
    closing_soon: bool | None = None
    unasked_at: datetime | None = None
    refused_at: datetime | None = None
    break_at: datetime | None = None
    talked: MinorTimeRow | None = None  # how long a minor talked, this answer with it


@dataclass(frozen=True, slots=True)
class TouchConversation:
    """Go on with the conversation in this room, or begin one; a message is a turn of it.

    Args:
        heard: the other language that its last message was in; None leaves what was heard.
    """

    started_at: datetime
    is_turn: bool = False
    heard: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """Take a card's choices away once it was answered, and put what came of it in its place.

    `text` None keeps its words; `choices` are what can be chosen next, in the event's own scope.
    """

    message: MessageId
    text: str | None = field(default=None, repr=False)
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepInTray:
    """Hold a private line until the person's next private occasion."""

    line: Literal["renew", "age", "under-18", "wants attuned", "wants ongoing", "lowered", "rest"]


@dataclass(frozen=True, slots=True)
class SeeLowered:
    """Keep that a person is told of all that was lowered here so far, by its number."""

    count: int


@dataclass(frozen=True, slots=True)
class EmptyTray:
    """Forget a line that is being shown now."""

    scope: Scope
    line: str


@dataclass(frozen=True, slots=True)
class Unlearn:
    """Forget what these repairs of this reply taught; None is all of them."""

    reply: str
    numbers: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class PutBack:
    """Take these repairs of a reply away again; what the others said stays."""

    reply: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetEmojis:
    """Let the emojis of the kinds repair too, or only 🔧."""

    are_on: bool


@dataclass(frozen=True, slots=True)
class HoldEpisode:
    """Begin an episode of this person, or go on with it; count what it is about once."""

    tier: int  # of this message; 0 when it says nothing of the kind
    is_referred: bool = False  # help is named now
    is_declined: bool = False  # the person asks not to hear that again
    from_reserve: bool = False  # answered past a budget
    signal: str = ""  # what kind of sign named the help, by `crisis.signs.What`; empty: none alone


@dataclass(frozen=True, slots=True)
class KeepPreference:
    """Keep this as what the person set, in the place of what they set before; it becomes theirs."""

    preference: Preference


@dataclass(frozen=True, slots=True)
class DropPreference:
    """Forget what the person set of this kind."""

    kind: type[Preference]


@dataclass(frozen=True, slots=True)
class SetStopWord:
    """Keep a keyed hash of the person's stop word, and never the word."""

    word: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EraseElsewhere:
    """Erase all that is kept of this person in other scopes too."""

    scopes: tuple[Scope, ...]


StateAction = (
    OfSpaces
    | EraseElsewhere
    | RecordConsent
    | PauseUntil
    | RaiseEpoch
    | StopReplies
    | SetStance
    | SetStyle
    | MarkUnder18
    | Freeze
    | Unfreeze
    | Erase
    | RememberPerson
    | TouchConversation
    | AnswerCard
    | KeepInTray
    | SeeLowered
    | EmptyTray
    | Unlearn
    | PutBack
    | SetEmojis
    | SetIgnored
    | AskAge
    | ForgetReplies
    | OfEdits
    | HoldEpisode
    | KeepPreference
    | DropPreference
    | SetStopWord
    | OfHolding
    | KeepNorms
)
