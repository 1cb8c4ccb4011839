"""The attention budget: of what nobody asked for just then, at most one line a day. Pure.

Whatever tells a person something beside what they asked for is a kind of line here, whichever
feature says it, and spends the day. Law, consent, a promise and a day that they named themselves
are owed: none of these is ever held back. All else waits for a day on which nothing was said.
That it is an AI, and whatever a life at risk needs, stand outside of it: law says when.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from bot.stamps import is_within

A_DAY = timedelta(hours=24)


class Unasked(StrEnum):
    """What may be said without having been asked for just then, the most important first."""

    is_owed: bool

    def __new__(cls, name: str, is_owed: bool) -> "Unasked":
        """Makes one of its name, and whether it is owed."""
        line = str.__new__(cls, name)
        line._value_ = name
        line.is_owed = is_owed
        return line

    CHANGED = "changed", True  # what writes the replies is another, or the day it all ends
    WAITED = "waited", True  # in the tray, for a private occasion
    LAPSED = "lapsed", True  # a yes is over: what it was for ended, and is asked for anew
    DUE = "due", True  # a thread, on the day that its person named for it
    STUDIED = "studied", True  # how a day of a comparison was, or that this is over
    LANGUAGE = "language", True  # another than before is spoken from now on
    ANNOUNCED = "announced", False  # the operator's line to everybody, under a reply
    NOTICED = "noticed", False  # what is done differently since something was noticed
    ASKED_AFTER = "asked_after", False  # one of their people, asked after in the reply
    STUCK = "stuck", False  # the question in the reply: stay with it, or try something else?
    OFFERED = "offered", False  # a line of theirs, to be held
    IMPACT = "impact", False  # five questions of what talking with it does to them


def said(lines: Iterable[Unasked], last: datetime | None, at: datetime) -> tuple[Unasked, ...]:
    """Gives which of several lines are said now: all that are owed, else one where none was said.

    Args:
        lines: each that there is a reason for now.
        last: when this person was last told anything of the kind.
    """
    there = frozenset(lines)
    owed = tuple(one for one in Unasked if one in there and one.is_owed)
    if owed or is_within(last, at, A_DAY):
        return owed
    return tuple(one for one in Unasked if one in there)[:1]
