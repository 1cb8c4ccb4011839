"""The request for a reply."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.ids import MessageId, PersonId
from bot.records import MemoryRow, ThreadRow
from bot.rupture import Rupture
from bot.strings import Strings
from bot.words import Brief


@dataclass(frozen=True, slots=True)
class ReplyRequest:
    """The request for a reply: how it must be, to whom, where, and what may be read for it."""

    brief: Brief
    person: PersonId
    message: MessageId
    is_direct: bool
    reads_conversation_since: datetime | None  # None: the reply chain only
    persona: str = field(repr=False)
    bot_name: str
    room_tokens: int
    rupture_reply: MessageId | None = None  # landed wrong: its exchange is answered again
    corrections: tuple[Rupture, ...] = ()
    answer_tokens: int = 800  # of the room, at most half, kept for the reply
    also: tuple[MessageId, ...] = ()  # messages just before it, answered in the same reply
    note: str = field(default="", repr=False)  # what its person said of it besides
    summary: str = field(default="", repr=False)  # of the talk so far, which its person can read
    language: str = ""  # the code of what its person reads; empty: not known
    among: tuple[str, ...] = ()  # it is written in one of these languages; none: in any
    may_recall: bool = False  # what they asked to be held may be told, if any of it fits
    recalled: tuple[ThreadRow | MemoryRow, ...] = field(
        default=(), repr=False
    )  # what of it is told
    strings: Strings = field(repr=False, kw_only=True)  # what the program says itself
