"""Whether the row of a summary still stands, whatever a purge did so far. Pure."""

from datetime import datetime
from typing import TypeGuard

from bot.records import SummaryRow
from bot.stamps import is_within


def stands(row: SummaryRow | None, at: datetime) -> TypeGuard[SummaryRow]:
    """Returns whether a summary holds words, and its time is not over."""
    if row is None or not row.body:
        return False
    return is_within(row.at, at, SummaryRow.about.retention)
