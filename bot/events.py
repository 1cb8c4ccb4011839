"""What happened, in words no platform owns. Every event is claimed once by its id."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from bot.commands.values import Command
from bot.ids import EventId, MessageId, Named, PersonId, RoomId, Scope, Where


@dataclass(frozen=True, slots=True)
class Happening:
    """What every event says: its id, when (UTC), who caused it, and where.

    Args:
        locale: the language that the platform says of this person, as an offered code; "": none.
    """

    id: EventId
    at: datetime
    person: PersonId
    where: Where
    locale: str = field(default="", kw_only=True)

    @property
    def scope(self) -> Scope:
        """The scope this event belongs to."""
        return Scope(self.where.space, self.person)

    def room_of(self, scope: Scope) -> RoomId:
        """Gives the room that is meant where this is about a scope.

        What is read apart, in another scope, is about the room that is a space of its own.
        """
        return self.where.room if scope == self.scope else RoomId(scope.space)


@dataclass(frozen=True, slots=True)
class MessageSeen(Happening):
    """A person said something that was meant for the bot."""

    message: MessageId
    text: str = field(repr=False)
    reply_to: MessageId | None = None
    is_late: bool = False  # it was said so long before it was read that no answer is expected
    said_at: datetime | None = None  # by the platform's clock; None: just now
    others: str = field(default="", repr=False)  # words that came with it and may be another's
    by_name: bool = True  # the bot is named in it, or need not be; else it only replies to the bot

    @property
    def all_words(self) -> str:
        """All that may tell of a life at risk: whose forwarded words are is not known."""
        return "\n".join(part for part in (self.text, self.others) if part)

    @property
    def has_others(self) -> bool:
        """Whether words came with it that may be another's."""
        return bool(self.others)

    @property
    def said(self) -> datetime:
        """When it was said: what counts for what belongs together, never for what is allowed."""
        return self.said_at or self.at


@dataclass(frozen=True, slots=True)
class WordlessSeen(Happening):
    """A person sent the bot something without words: a picture, a voice message, a sticker."""

    message: MessageId
    is_bare: bool = False  # nothing at all but its name


@dataclass(frozen=True, slots=True)
class MessageEdited(Happening):
    """A person changed a message of theirs."""

    message: MessageId
    text: str = field(repr=False)
    by_name: bool = True  # as of a message

    @property
    def all_words(self) -> str:
        """All that may tell of a life at risk."""
        return self.text


@dataclass(frozen=True, slots=True)
class MessageDeleted(Happening):
    """A person took a message of theirs away."""

    message: MessageId


@dataclass(frozen=True, slots=True)
class ReactionAdded(Happening):
    """A person put an emoji on a message."""

    message: MessageId
    emoji: str = field(repr=False)
    is_pressed: bool = False  # on a button that stands for it


@dataclass(frozen=True, slots=True)
class ReactionRemoved(Happening):
    """A person took an emoji back."""

    message: MessageId
    emoji: str = field(repr=False)


OwnTexts = tuple[tuple[str, str], ...]  # of the bot's messages, by how people find each


@dataclass(frozen=True, slots=True)
class CommandGiven(Happening):
    """A person gave a command.

    Args:
        whom: the person that it names, where the platform knows who that is.
        own_texts: what an admin asks to see of the bot's own, as it stands there now.
        typed: all of it that the person wrote: read for a life at risk, and never parsed again.
    """

    command: Command
    typed: str = field(default="", repr=False)
    message: MessageId | None = None
    about: str = ""  # how people find the message it names, where that is the bot's own
    named: tuple[tuple[str, Named], ...] = ()  # words of it that name a room or a role here
    whom: PersonId | None = None
    own_texts: OwnTexts = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class ChoiceMade(Happening):
    """A person chose one of the choices under a message, by its label."""

    message: MessageId
    label: str = field(repr=False)
    is_pressed: bool = False  # on a button, so that its person can be told alone what came of it
    own_texts: OwnTexts = field(default=(), repr=False)
    picked: tuple[Named, ...] = ()  # from the platform's own list of rooms or roles


@dataclass(frozen=True, slots=True)
class RiskJudged(Happening):
    """The optional judge read a message as the person's own wish to be dead."""

    message: MessageId


@dataclass(frozen=True, slots=True)
class Left(Happening):
    """A person is no longer in a space, or the bot is not, or they were not heard of for long."""


Event = (
    MessageSeen
    | WordlessSeen
    | MessageEdited
    | MessageDeleted
    | ReactionAdded
    | ReactionRemoved
    | CommandGiven
    | ChoiceMade
    | RiskJudged
    | Left
)


class Outcome(Enum):
    """What became of an event: only one that failed may be told again."""

    DECIDED = "decided"
    SEEN_BEFORE = "seen before"
    FAILED = "failed"
