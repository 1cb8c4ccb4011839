"""Actions of a platform: quick, recorded in the outbox, and sent once the decision stands."""

from dataclasses import dataclass, field

from bot.choices import Choice
from bot.ids import MessageId, PersonId, RoomId, Scope
from bot.words import TextFile


@dataclass(frozen=True, slots=True)
class Say:
    """Show a new message; with `to`, only that person sees it. Its text is `layout.markup`."""

    text: str = field(repr=False)
    to: PersonId | None = None
    choices: tuple[Choice, ...] = ()
    reply_to: MessageId | None = None
    scope: Scope | None = None  # what its choices act on, where that is not the event's own
    may_be_seen: bool = False  # says nothing of the person: all may see it where nothing is private
    passes: bool = False  # of a crisis, where others read: it goes once the episode is over
    is_card: bool = False  # a piece to read and tap, set apart from talk
    files: tuple[
        TextFile, ...
    ] = ()  # what is for programs first: its lines are said where none is taken
    reply: str = ""  # the reply its choices are about
    told_from: RoomId | None = None  # of another room: it is said while that bounds this one


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
class Unreact:
    """Take an emoji back from a message."""

    message: MessageId
    emoji: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a message of the bot's away."""

    message: MessageId


PlatformAction = Say | Replace | React | Unreact | Delete
