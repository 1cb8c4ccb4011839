"""What a person asks to be held: threads, and what is to be remembered; one shape for both. Pure.

Each line has a number that no other line of its list gets while it stands, so that a list that was
read a moment ago still names the right one.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from bot.ids import EventId
from bot.records import MemoryRow, ThreadRow
from bot.records.declare import Owner

HeldRow = ThreadRow | MemoryRow
MOST_OF_A_LINE = 300  # characters
MOST_ROOMS = 16  # in which a line may be mentioned, the newest


class Held(StrEnum):
    """The two lists, as their commands are called."""

    THREADS = "threads"
    MEMORY = "memory"

    @property
    def row(self) -> type[ThreadRow] | type[MemoryRow]:
        """The kind of row that a line of this list is."""
        return ThreadRow if self is Held.THREADS else MemoryRow

    @property
    def most(self) -> int:
        """How many lines the list has at most, in one scope."""
        return 200 if self is Held.THREADS else 2_000

    def added(self, words: str, rows: Iterable[HeldRow], event: EventId, at: datetime) -> HeldRow:
        """Gives a new line of a list that has these, which came of an event."""
        number = 1 + max((one.number for one in rows), default=0)
        key = hashlib.sha256(event.encode()).hexdigest()[:32]
        return self.row(Owner(""), key, at=at, number=number, body=words)


class HeldDeed(StrEnum):
    """What is done with a list."""

    SHOW = "show"
    ADD = "add"
    EDIT = "edit"
    DUE = "due"
    DONE = "done"
    DROP = "drop"
    OPEN = "open"
    CLEAR = "clear"
    ON = "on"
    OFF = "off"


DEEDS = {
    Held.THREADS: (
        *(HeldDeed.ADD, HeldDeed.EDIT, HeldDeed.DUE, HeldDeed.DONE),
        *(HeldDeed.DROP, HeldDeed.OPEN, HeldDeed.CLEAR),
    ),
    Held.MEMORY: (
        *(HeldDeed.ADD, HeldDeed.EDIT, HeldDeed.DROP, HeldDeed.OPEN),
        *(HeldDeed.CLEAR, HeldDeed.ON, HeldDeed.OFF),
    ),
}


def list_of(row: HeldRow) -> Held:
    """Gives the list that a row is a line of."""
    return Held.THREADS if isinstance(row, ThreadRow) else Held.MEMORY


def in_order(rows: Iterable[HeldRow]) -> tuple[HeldRow, ...]:
    """Gives the lines of a list as they are shown: what is done after what is not, by number."""
    return tuple(sorted(rows, key=lambda one: (is_done(one), one.number, one.key)))


def is_done(row: HeldRow) -> bool:
    """Returns whether a line is a thread that its person is done with."""
    return isinstance(row, ThreadRow) and row.done_at is not None


def is_due(row: ThreadRow, at: datetime) -> bool:
    """Returns whether a thread comes up at that time: its day has come, and it never came up."""
    if row.due is None or row.told_at is not None or row.done_at is not None:
        return False
    return row.due.date() <= at.date()


def is_open_in(row: HeldRow, room: str) -> bool:
    """Returns whether a line may be mentioned where others read, in a room given by its hash."""
    return bool(room) and room in row.open_in.split()


def opened_in(row: HeldRow, room: str, *, is_open: bool) -> HeldRow:
    """Gives a line that may be mentioned in a room, or not there any more; elsewhere as it was."""
    rooms = [one for one in row.open_in.split() if one != room]
    rooms = [*rooms, room][-MOST_ROOMS:] if is_open else rooms
    return replace(row, open_in=" ".join(rooms))


def put_off(row: ThreadRow, due: datetime | None) -> ThreadRow:
    """Gives a thread that comes up on that day, or on none."""
    return replace(row, due=due, told_at=None)
