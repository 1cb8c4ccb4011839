"""Per-person guards: what one person may ask of this installation, and the one kind line."""

from datetime import datetime, timedelta

from bot.actions import RememberPerson
from bot.known import Known

MINUTE = timedelta(minutes=1)
DAY = timedelta(hours=24)


def over(known: Known, at: datetime) -> str | None:
    """Gives which guard is reached: waiting, minute or day; None when there is room."""
    guards, person = known.house.guards, known.person
    if known.waiting > guards.waiting:
        return "waiting"
    if _counted(known, at) >= guards.messages_a_minute:
        return "minute"
    is_same_day = person.day_at is not None and at - person.day_at < DAY
    if is_same_day and person.day_tokens >= guards.tokens_a_day:
        return "day"
    return None


def was_told(known: Known, at: datetime) -> bool:
    """Whether the kind line was said within the last minute."""
    return known.person.told_at is not None and at - known.person.told_at < MINUTE


def counted(known: Known, at: datetime) -> RememberPerson:
    """Gives the count of this minute with one message more."""
    so_far = _counted(known, at)
    started = known.person.minute_at if so_far else at
    return RememberPerson(minute_at=started, minute_count=so_far + 1)


def _counted(known: Known, at: datetime) -> int:
    began = known.person.minute_at
    return known.person.minute_count if began is not None and at - began < MINUTE else 0
