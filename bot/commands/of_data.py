"""What the commands mean about what is kept of a person: seen, taken along, brought, noticed."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar


class NoFile(StrEnum):
    """Why there is no file to look at."""

    NONE = "none"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class Import:
    """Shows a card of what a file brings; nothing changes before it is tapped.

    Args:
        words: what was typed after the command, such as where the file lies.
        file: what is in it, at most one byte more than may be, or why nothing is.
    """

    name: ClassVar[str] = "import"
    words: str = field(default="", repr=False)
    file: bytes | NoFile = field(default=NoFile.NONE, repr=False)


class DataDeed(StrEnum):
    """What is done with the data that is kept about a person."""

    LIST = "list"
    EXPORT = "export"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Data:
    """Lists, exports or erases what is kept about a person here."""

    name: ClassVar[str] = "data"
    deed: DataDeed = DataDeed.LIST


@dataclass(frozen=True, slots=True)
class Receipt:
    """Shows the consent receipt."""

    name: ClassVar[str] = "receipt"


class NoticedDeed(StrEnum):
    """What is done with what was noticed."""

    SHOW = "show"
    WHY = "why"
    NOT_RIGHT = "not-right"
    STOP = "stop"
    FINE = "fine"
    BETTER = "better"
    WEEKS = "weeks"
    CLEAR = "clear"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class MyNoticed:
    """Shows what was noticed in direct messages, answers it, erases it, or ends the noticing.

    Args:
        number: of one thing in the list; 0: the only one there is.
    """

    name: ClassVar[str] = "noticed"
    deed: NoticedDeed = NoticedDeed.SHOW
    number: int = 0
