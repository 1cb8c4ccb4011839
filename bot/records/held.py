"""The rows of what a person asked to be held: threads, memories; and a summary a model wrote.

Only where they ticked that on the card (`ScopeRow.memory`), and only of their scope.
"""

from datetime import datetime, timedelta

from bot.levels import Level
from bot.records.declare import About, Cause, Chapter, Row, Words, record

FROM = int(Level.ATTUNED)  # the lowest level that uses them


class _Held(Row):
    """What only levels from attuned on use."""

    __slots__ = ()

    def is_frozen(self, above: int, _upward: frozenset[str]) -> bool:
        """Returns whether nothing that holds uses it any more."""
        return above < FROM


@record(
    About(
        "threads you asked to be held, in your words",
        "scope",
        None,
        "erased",
        (Cause.FREEZE,),
        chapter=Chapter.SET,
    )
)
class ThreadRow(_Held):
    """Something the person wants held across conversations; its key is a hash of its event."""

    at: datetime | None = None
    due: datetime | None = None  # the day it comes up, once
    told_at: datetime | None = None  # when it came up
    done_at: datetime | None = None
    came_from: str = ""  # the hash of the message that said it; empty by command
    open_in: str = ""  # hashes of rooms where it was said openly, or is fine to mention
    not_in: str = ""  # hashes of rooms in which it is not used, with blanks between
    number: int = 0  # by which its person names it
    body: Words = ""


@record(
    About(
        "what you asked to be remembered, in your words",
        "scope",
        None,
        "erased",
        (Cause.FREEZE,),
        chapter=Chapter.SET,
    )
)
class MemoryRow(_Held):
    """What the person said to remember, in their words; its key is a hash of its event."""

    at: datetime | None = None
    came_from: str = ""  # the hash of the message that said it; empty by command
    open_in: str = ""  # hashes of rooms where it was said openly, or is fine to mention
    not_in: str = ""  # hashes of rooms in which it is not used, with blanks between
    number: int = 0  # by which its person names it
    body: Words = ""


@record(
    About(
        "a summary of a conversation, for 7 days",
        "scope",
        timedelta(days=7),
        "erased, at most {lasts}",
        (Cause.FREEZE,),
        chapter=Chapter.TALK,
    )
)
class SummaryRow(_Held):
    """What a model wrote of a conversation in a room (its key), which its person can edit."""

    at: datetime | None = None
    started_at: datetime | None = None  # which conversation it is of
    turn: int = 0  # up to which message of the person
    body: Words = ""
    line: Words = ""  # a line of theirs that may be offered to be held; gone once that is settled
    offered_at: datetime | None = None  # when it was offered, once


HELD = (ThreadRow, MemoryRow, SummaryRow)
