"""From what it is known that somebody is a minor, and how long one may talk.

The time is that between two answers, as far as no gap is between them: a message that gets none
keeps no session open, so that a break is a break even where somebody knocks. A day is the 24 hours
before now, wherever they begin. A break counts from the last answer before it: what is answered in
it, as words about a life are, is no time of theirs and moves nothing.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.duties.laws import DAY_OF_MINORS, SESSION
from bot.duties.stretches import (
    DAY,
    Stretch,
    Stretches,
    down_to,
    of_the_day,
    read,
    talk_in,
    with_more,
    written,
)
from bot.records import MinorTimeRow, Owner
from bot.stamps import is_within

PIECE = timedelta(minutes=15)  # of a day that is full: once so much has left it, it opens again
A_FEW = timedelta(minutes=5)  # what is left of the day after a break whose end is told, at least


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


def known_since(owner: Owner, began: datetime, last: datetime) -> MinorTimeRow:
    """Gives the time of a minor who talked before it was known that they are one."""
    stretches = with_more((), began, last)
    return MinorTimeRow(owner, session_at=began, last_at=last, stretches=written(stretches))


def over(time: MinorTimeRow, at: datetime, gap: timedelta) -> Over | None:
    """Gives the cap that a minor has reached by that time; None below both.

    Where a session is over and so, but for a few minutes, is the day, it is the day.

    Args:
        gap: the silence that ends a session.
    """
    if _full_until(time, at, gap) is not None:
        return Over.DAY
    then = _counted(time, at, gap)
    if at - (then.session_at or at) >= SESSION:
        _, ends = break_of(time, at, gap, Over.SESSION)
        is_over = talk_in(_stretches(time, at), ends) > DAY_OF_MINORS - A_FEW
        return Over.DAY if is_over else Over.SESSION
    return Over.DAY if talk_in(read(then.stretches), at) >= DAY_OF_MINORS else None


def break_of(
    time: MinorTimeRow, at: datetime, gap: timedelta, why: Over
) -> tuple[datetime, datetime]:
    """Gives when the break of a cap that is reached began, and when it ends.

    Whoever comes back then, or later, is below both caps for several minutes at least.
    """
    last = time.last_at or at
    if why is Over.DAY:
        return last, _full_until(time, at, gap) or _opens(time, at, gap)
    began = min(last, (time.session_at or at) + SESSION)
    return began, began + gap


def filled(time: MinorTimeRow, at: datetime, gap: timedelta, why: Over) -> MinorTimeRow:
    """Gives the time of a minor who has reached a cap: a day that is full stays so for its break.

    What is not answered is not counted, so a pause would else leave room for one more answer.
    """
    if why is not Over.DAY:
        return time
    _, ends = break_of(time, at, gap, why)
    return replace(time, full_until=ends)


def talked(time: MinorTimeRow, at: datetime, gap: timedelta) -> MinorTimeRow:
    """Gives the time of a minor who is answered now; past a cap nothing is counted or moved."""
    why = over(time, at, gap)
    if why is not None:
        return replace(filled(time, at, gap, why), at=at)
    return _counted(time, at, gap)


def _counted(time: MinorTimeRow, at: datetime, gap: timedelta) -> MinorTimeRow:
    """Gives the time with that from the last answer to this one, as far as they are of one talk."""
    goes_on = is_within(time.last_at, at, gap) and not _had_their_break(time, at, gap)
    stretches = _stretches(time, at)
    if goes_on:
        stretches = with_more(stretches, time.last_at or at, at)
    return replace(
        time,
        at=at,
        session_at=(time.session_at or at) if goes_on else at,
        last_at=at,
        counted_since=stretches[0].begins if stretches else None,
        counted_seconds=int(talk_in(stretches, at).total_seconds()),
        stretches=written(stretches),
        full_until=None,
    )


def _had_their_break(time: MinorTimeRow, at: datetime, gap: timedelta) -> bool:
    """Whether a session had its hour, and the break after it is over."""
    is_full = time.session_at is not None and at - time.session_at >= SESSION
    return is_full and at >= break_of(time, at, gap, Over.SESSION)[1]


def _full_until(time: MinorTimeRow, at: datetime, gap: timedelta) -> datetime | None:
    """Gives when a day that is full opens again; None where it is not, or a wrong clock said so."""
    until = time.full_until
    if until is None and _is_of_before(time) and _of_before(time).length == DAY_OF_MINORS:
        until = (time.counted_since or at) + DAY
    return until if until is not None and at < until <= at + DAY + gap else None


def _opens(time: MinorTimeRow, at: datetime, gap: timedelta) -> datetime:
    """Gives when a day that is full now opens again: a piece of it has left, and a gap was kept."""
    stretches = _stretches(time, at)
    most = max(timedelta(), min(talk_in(stretches, at), DAY_OF_MINORS) - PIECE)
    rested = (time.last_at or at) + gap if is_within(time.last_at, at, gap) else at
    return max(down_to(stretches, at, most), rested)


def _stretches(time: MinorTimeRow, at: datetime) -> Stretches:
    """Gives the talk of the last 24 hours."""
    found = (_of_before(time),) if _is_of_before(time) else read(time.stretches)
    return of_the_day(found, at)


def _is_of_before(time: MinorTimeRow) -> bool:
    """Whether a release wrote it that counted days of 24 hours, each from its first answer."""
    return not time.stretches and time.counted_since is not None and time.counted_seconds > 0


def _of_before(time: MinorTimeRow) -> Stretch:
    """Gives the talk of such a day as if it was the last of it, so that it binds at least as long.

    A day that was full opens at its end, as its person was told.
    """
    length = min(timedelta(seconds=time.counted_seconds), DAY_OF_MINORS)
    since = time.counted_since or datetime.min
    last = max(time.last_at or since, since + length)
    begins = since - PIECE if length == DAY_OF_MINORS else last - length
    return Stretch(begins, begins + length)
