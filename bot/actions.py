"""What should be done. An Action is quick and recorded; an Ask is slow and only names ids.

The shell turns the platform actions into outbox rows, and the state actions into rows, in the
transaction of the decision.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.attunement import Level, Stance
from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.rupture import Rupture


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to tap: what it says, and what it does when the right person taps it.

    `does` is kept in the store and never sent to a platform, so nobody can forge it.
    """

    label: str
    does: str


# -- to the platform ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Say:
    """Show a new message; with `to`, only that person sees it."""

    text: str = field(repr=False)
    to: PersonId | None = None
    choices: tuple[Choice, ...] = ()
    reply_to: MessageId | None = None
    scope: Scope | None = None  # what its choices act on, where that is not the event's own


@dataclass(frozen=True, slots=True)
class Replace:
    """Put other choices, or other words, in the place of a message of the bot's.

    `text` None keeps the words.
    """

    message: MessageId
    text: str | None = field(default=None, repr=False)
    choices: tuple[Choice, ...] = ()
    reply: str = ""  # the reply the choices are about


@dataclass(frozen=True, slots=True)
class React:
    """Put an emoji on a message."""

    message: MessageId
    emoji: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a message of the bot's away."""

    message: MessageId


# -- to the store ------------------------------------------------------------------------------

ConsentState = Literal["requested", "given", "refused", "withdrawn", "expired", "renewed"]


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """Append one entry to the ledger, and make it what holds now unless it is a request."""

    state: ConsentState
    level: Level
    policy: str
    expires_at: datetime | None = None
    only_this_conversation: bool = False
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
class SetCeiling:
    """Let nobody in this space be answered deeper than this."""

    space: SpaceId
    level: Level


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


@dataclass(frozen=True, slots=True)
class TouchConversation:
    """Go on with the conversation in this room, or begin one; a message is a turn of it."""

    started_at: datetime
    is_turn: bool = False


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """Take a card's choices away once it was answered."""

    message: MessageId


@dataclass(frozen=True, slots=True)
class KeepInTray:
    """Hold a private line until the person's next private occasion."""

    line: Literal["renew", "age", "under-18"]


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


PlatformAction = Say | Replace | React | Delete
StateAction = (
    RecordConsent
    | PauseUntil
    | RaiseEpoch
    | StopReplies
    | SetStance
    | SetStyle
    | SetCeiling
    | MarkUnder18
    | Freeze
    | Unfreeze
    | Erase
    | RememberPerson
    | TouchConversation
    | AnswerCard
    | KeepInTray
    | EmptyTray
    | Unlearn
    | PutBack
    | SetEmojis
    | SetIgnored
    | AskAge
    | ForgetReplies
)
Action = PlatformAction | StateAction


# -- the slow one ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ask:
    """Write a reply: ids only, never words.

    `reply` names the reply it repairs, and `repaired` that reply's first message; `rupture` is
    None while the guess is still open; `in_place` False lets a new message refer to the old one.
    """

    room: RoomId
    scope: Scope
    message: MessageId
    level: Level
    stance: Stance | None
    is_direct: bool
    asked_at: datetime
    notice: str = ""
    is_first: bool = False
    reply: str = ""
    repaired: MessageId | None = None
    rupture: Rupture | None = None
    in_place: bool = True
    also: tuple[MessageId, ...] = ()  # messages just before it, answered in the same reply
    by: str = ""  # how a repair was asked for: the emoji, "tap", "words", "command"
    corrects: str = ""  # the reply that the message says landed wrong, as `rupture`, and says more
    source: MessageId | None = None  # the message that said so, where words asked for a repair
