"""Rate limits per person: what one may ask of this installation, and the one kind line."""

from datetime import datetime, timedelta

from bot.actions.state import RememberPerson
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
    return RememberPerson(minute_at=started, minute_count=so_far + 1)


def _counted(snapshot: Snapshot, at: datetime) -> int:
    began = snapshot.person.minute_at
    return snapshot.person.minute_count if began is not None and at - began < MINUTE else 0
