"""Words that are not yet a reply, and words that have been said; kept apart by type."""

from base64 import b64decode
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Literal

from bot.boundaries import NO_BOUNDARIES, Boundaries
from bot.ids import MessageId, PersonId, RoomId, SendKey
from bot.layout.window import NO_VALUES, Picker, Values
from bot.levels import Level, Stance
from bot.markers.effects import Effect
from bot.norms import NO_NORMS, Norms
from bot.rupture import Rupture

DOCUMENT, PAGE = ".json", ".html"  # the ends of the names of files
PICTURE, CHART = ".png", ".chart"  # drawn; and as data, which a platform draws when it is said
_KINDS = {DOCUMENT: "application/json", PAGE: "text/html", PICTURE: "image/png"}


@dataclass(frozen=True, slots=True)
class Draft:
    """Words a model proposed. Not a `str`: only the governor turns it into a reply.

    Args:
        is_written: a person wrote them for the program, so they may be said again another time.
        called: how the endpoint names the model that proposes them, in a stranger's words.
    """

    proposed: str = field(repr=False)
    is_written: bool = False
    called: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """One message as the platform keeps it; `by` None is the bot."""

    id: MessageId
    by: PersonId | None
    at: datetime
    text: str = field(repr=False)
    reply_to: MessageId | None = None
    to_bot: bool = True  # False: a message in a shared room that did not address the bot
    images: tuple[str, ...] = field(default=(), repr=False)  # as data: addresses
    # What its person is called there, where the platform says all of it: no model is told.
    name: str = field(default="", repr=False, compare=False)


class Stage(Enum):
    """How far a message has come when it is said."""

    WHOLE = auto()
    GROWING = auto()  # more words follow by `extend`: it shows how it is stopped
    PLACEHOLDER = auto()  # the same before the first word; it calls nobody


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that comes with a message: its name, without a folder, and its text.

    Args:
        text: of a picture, its bytes in base64.
        alternative: of a picture, the same in words for who does not see it.
    """

    name: str
    text: str = field(repr=False)
    alternative: str = field(default="", repr=False)

    @property
    def bytes(self) -> bytes:
        """What the file holds; a text in UTF-8."""
        return b64decode(self.text) if self.is_picture else self.text.encode()

    @property
    def is_picture(self) -> bool:
        """Whether people look at it, in the message itself."""
        return self.name.endswith(PICTURE)

    @property
    def is_for_programs(self) -> bool:
        """Whether programs read it, line by line, as JSON; else what it holds is said elsewhere."""
        return self.name.endswith(DOCUMENT)

    @property
    def media_type(self) -> str:
        """What the file is, as platforms are told."""
        return _KINDS[f".{self.name.rpartition('.')[2]}"]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One new message to send, under its idempotency key: the same key is sent once.

    Args:
        to: the only person who sees it; None: everybody in the room.
        carries_on: the first message of the reply that this one carries on.
        may_be_seen: with `to`, everybody may see it where the platform has no private way that
            was asked for.
        is_card: a piece to read and tap, in `layout.markup`, set apart from talk.
        stage: what is not whole is ended by `extend` with `is_last`, by `replace` or by `delete`.
        language: of whoever reads it, as a code: a platform's own labels follow it; "": unknown.
        files: what is sent with it, all of it at most `Capabilities.largest_file` bytes.
        values: which of its choices a platform may show as one list.
        pickers: which of its choices are lists of the platform's own, where it has any.
        told_from: another room of which it tells: said only while what is set there may name this
            room.
        stays_here: nothing below it offers to go on in private.
    """

    key: SendKey
    room: RoomId
    text: str = field(repr=False)
    to: PersonId | None = None
    choices: tuple[str, ...] = ()
    reply_to: MessageId | None = None
    carries_on: MessageId | None = None
    may_be_seen: bool = False
    is_card: bool = False
    stage: Stage = Stage.WHOLE
    language: str = ""
    files: tuple[TextFile, ...] = ()
    values: Values = NO_VALUES
    pickers: tuple[Picker, ...] = ()
    stays_here: bool = False
    told_from: RoomId | None = None

    @property
    def is_reply(self) -> bool:
        """Whether it answers a message before everybody in the room."""
        return self.to is None and self.reply_to is not None


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in the place of a message from now on.

    Args:
        text: None keeps the words that stand there.
        language: of whoever reads it, as a code: a platform's own labels follow it; "": unknown.
        values: which of its choices a platform may show as one list.
        pickers: which of its choices are lists of the platform's own, where it has any.
    """

    text: str | None = field(repr=False)
    choices: tuple[str, ...] = ()
    language: str = ""
    values: Values = NO_VALUES
    pickers: tuple[Picker, ...] = ()


@dataclass(frozen=True, slots=True)
class PromptLine:
    """One turn of a prompt."""

    role: Literal["system", "user", "assistant"]
    text: str = field(repr=False)
    images: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Brief:
    """What a reply must be, as data: the offline model writes from it, the prompt says it."""

    level: Level
    stance: Stance | None
    questions: int
    reflection: int
    rupture: Rupture | None = None
    style: tuple[tuple[str, str], ...] = ()
    learnt: tuple[str, ...] = ()  # what repairs taught of the manner, in words
    first: bool = False  # the first reply this person ever gets
    crisis: str = ""  # what a life at risk asks of the reply; empty when none is
    is_led: bool = False  # the program's own first sentence about it stands before the reply
    is_shared: bool = False  # others read along
    room: RoomId | None = field(default=None, repr=False)  # where it is read; no model is told
    language: str = ""  # its person's, as a code; empty where none is known
    boundaries: Boundaries = NO_BOUNDARIES  # that the person set
    norms: Norms = NO_NORMS  # that hold in this scope
    effects: tuple[Effect, ...] = ()  # of what was noticed: how to answer, never how warm
    asks_after: str = field(default="", repr=False)  # whom one of them asks after


@dataclass(frozen=True, slots=True)
class Prompt:
    """Exactly one system line first, then roles alternate and end with the person."""

    brief: Brief
    lines: tuple[PromptLine, ...]
    is_cut: bool = False  # there was no room for all that might be read
