"""Limits per person: what one may ask of this installation, how long a minor may, the kind line."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import duties
from bot.actions.state import RememberPerson
from bot.disclosure import talk_since
from bot.duties import Over
from bot.records import MinorTimeRow
from bot.snapshot import Snapshot, TalkSnapshot

MINUTE = timedelta(minutes=1)
DAY = timedelta(hours=24)


def over(snapshot: TalkSnapshot, at: datetime) -> str | None:
    """Gives the rate limit that is reached, waiting, minute or day, or None below all."""
    guards, person = snapshot.house.guards, snapshot.person
    if snapshot.waiting > guards.waiting:
        return "waiting"
    if _counted(snapshot, at) >= guards.messages_a_minute:
        return "minute"
    is_same_day = person.day_at is not None and at - person.day_at < DAY
    if is_same_day and person.day_tokens >= guards.tokens_a_day:
        return "day"
    return None


def was_told(snapshot: Snapshot, at: datetime) -> bool:
    """Whether the kind line was said within the last minute."""
    return snapshot.person.told_at is not None and at - snapshot.person.told_at < MINUTE


def counted(snapshot: Snapshot, at: datetime) -> RememberPerson:
    """Gives the count of this minute with one message more."""
    so_far = _counted(snapshot, at)
    started = snapshot.person.minute_at if so_far else at
    talked = _talked(snapshot, at)
    return RememberPerson(minute_at=started, minute_count=so_far + 1, talked=talked)


def _counted(snapshot: Snapshot, at: datetime) -> int:
    began = snapshot.person.minute_at
    return snapshot.person.minute_count if began is not None and at - began < MINUTE else 0


def over_as_a_minor(snapshot: Snapshot, at: datetime) -> Over | None:
    """Gives why a minor is not answered now; None for everybody else, and below the caps."""
    choice = snapshot.house.duties.minors
    if not snapshot.is_minor or not choice:
        return None
    if choice == "refuse":
        return Over.REFUSED
    return duties.over(_time(snapshot, at), at, snapshot.house.gap)


@dataclass(frozen=True, slots=True)
class Break:
    """A minor's break: why it is, its two ends, whether they were told, and the row once told.

    Args:
        full: the row where they are not told the end.
    """

    why: Over
    began: datetime
    ends: datetime
    is_told: bool
    told: MinorTimeRow
    full: MinorTimeRow


def break_of(snapshot: Snapshot, at: datetime, why: Over) -> Break:
    """Gives the break of a minor who has reached a cap."""
    time, gap = _time(snapshot, at), snapshot.house.gap
    began, ends = duties.break_of(time, at, gap, why)
    full = replace(duties.filled(time, at, gap, why), at=at)
    told = replace(full, break_until=ends)
    return Break(why, began, ends, time.break_until == ends, told, full)


def _talked(snapshot: Snapshot, at: datetime) -> MinorTimeRow | None:
    """Gives the time of a minor with this answer, where it is capped."""
    if not snapshot.is_minor or snapshot.house.duties.minors != "cap":
        return None
    return duties.talked(_time(snapshot, at), at, snapshot.house.gap)


def _time(snapshot: Snapshot, at: datetime) -> MinorTimeRow:
    """Gives how long a minor talked; of a talk before they were known as one, since it began."""
    if snapshot.minor_time is not None:
        return snapshot.minor_time
    began, last = talk_since(snapshot, at), snapshot.person.last_at or at
    return duties.known_since(snapshot.person.owner, began, last)
