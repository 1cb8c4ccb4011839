"""From what it is known that somebody is a minor, and how long one may talk.

The time is that between two answers, as far as no gap is between them: a message that gets none
keeps no session open, so that a break is a break even where somebody knocks. A break counts from
the last answer of its hour: what is answered in it, as words about a life are, moves nothing.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.duties.laws import DAY_OF_MINORS, SESSION
from bot.records import MinorTimeRow
from bot.stamps import is_within

DAY = timedelta(hours=24)


class KnownBy(StrEnum):
    """What says that somebody is under 18; nobody is ever guessed to be."""

    SELF = "self"  # they said so, and did not take it back
    CHECK = "check"  # the operator's age check answered so
    ROLE = "role"  # a role that the admins of this space named


def known_by(
    *, said: bool = False, checked: bool = False, has_role: bool = False
) -> KnownBy | None:
    """Gives from what it is known that somebody is a minor; None where nothing says so.

    What the operator's own check found outranks what is said; a role counts in its space alone.
    """
    if checked:
        return KnownBy.CHECK
    if said:
        return KnownBy.SELF
    return KnownBy.ROLE if has_role else None


class Over(StrEnum):
    """Why a minor is not answered now."""

    REFUSED = "refuse"
    SESSION = "session"
    DAY = "day"


def over(time: MinorTimeRow, at: datetime, gap: timedelta) -> Over | None:
    """Gives the cap that a minor has reached by that time; None below both.

    Args:
        gap: the silence that ends a session.
    """
    counted = talked(time, at, gap)
    if at - (counted.session_at or at) >= SESSION:
        return Over.SESSION
    return Over.DAY if counted.counted_seconds >= DAY_OF_MINORS.total_seconds() else None


def break_of(
    time: MinorTimeRow, at: datetime, gap: timedelta, why: Over
) -> tuple[datetime, datetime]:
    """Gives when the break of a cap that is reached began, and when it ends."""
    if why is Over.DAY:
        since = time.counted_since or at
        return since, since + DAY
    began = min(time.last_at or at, (time.session_at or at) + SESSION)
    return began, began + gap


def filled(time: MinorTimeRow, why: Over) -> MinorTimeRow:
    """Gives the time of a minor who has reached a cap: a day that is full stays so to its end.

    What is not answered is not counted, so a pause would else leave room for one more answer.
    """
    if why is not Over.DAY:
        return time
    full = int(DAY_OF_MINORS.total_seconds())
    return replace(time, counted_seconds=max(time.counted_seconds, full))


def talked(time: MinorTimeRow, at: datetime, gap: timedelta) -> MinorTimeRow:
    """Gives the time of a minor who is answered now; who is not answered is not counted."""
    goes_on = is_within(time.last_at, at, gap) and not _had_their_break(time, at, gap)
    is_same_day = is_within(time.counted_since, at, DAY)
    more = max(timedelta(), at - (time.last_at or at)) if goes_on else timedelta()
    return replace(
        time,
        at=at,
        session_at=(time.session_at or at) if goes_on else at,
        last_at=at,
        counted_since=time.counted_since if is_same_day else at,
        counted_seconds=(time.counted_seconds if is_same_day else 0) + int(more.total_seconds()),
    )


def _had_their_break(time: MinorTimeRow, at: datetime, gap: timedelta) -> bool:
    """Whether a session had its hour, and the break after it is over."""
    is_full = time.session_at is not None and at - time.session_at >= SESSION
    return is_full and at >= break_of(time, at, gap, Over.SESSION)[1]
