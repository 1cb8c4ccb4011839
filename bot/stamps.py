"""Stamps in the future, which a wrong clock wrote, count as absent."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.records import ConversationRow, PersonRow, ScopeRow

LEAD = timedelta(minutes=1)  # between two machines whose clocks are right
LONG = timedelta(days=1)  # a yes that was given later than this from now was given by a wrong clock
_OF_A_PERSON = (
    *("noticed_at", "last_at", "talk_since", "minute_at", "told_at", "day_at"),
    *("unasked_at", "break_at", "refused_at", "age_checked_at"),
)


def is_ahead(stamp: datetime | None, at: datetime, by: timedelta = LEAD) -> bool:
    """Whether a stamp lies further ahead than clocks that are right differ."""
    return stamp is not None and stamp - at > by


def is_within(stamp: datetime | None, at: datetime, span: timedelta) -> bool:
    """Returns whether a stamp lies within a span before a time; one in the future does not."""
    return stamp is not None and not is_ahead(stamp, at) and at - stamp < span


def person_at(row: PersonRow, at: datetime) -> PersonRow:
    """Gives a person's clocks without those that lie ahead."""
    ahead = {name: None for name in _OF_A_PERSON if is_ahead(getattr(row, name), at)}
    return replace(row, **ahead) if ahead else row  # type: ignore[arg-type]


def talk_at(row: ConversationRow, at: datetime) -> ConversationRow:
    """Gives a conversation; one that lies ahead is over, and a new one begins."""
    if not (is_ahead(row.last_at, at) or is_ahead(row.started_at, at)):
        return row
    return ConversationRow(row.owner, row.key)


def was_given_ahead(row: ScopeRow, at: datetime) -> bool:
    """Returns whether a clock far ahead dated a consent, so that its end is unknown."""
    return is_ahead(row.given_at, at, LONG)
