"""The values of the commands by which a person sees what is kept of them, and what was noticed."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


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
