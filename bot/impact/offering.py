"""Whether the five questions are offered now: at most weekly, and ever less to who passes. Pure."""

from datetime import date
from typing import Final

from bot.impact import WEEK, Impact

MOST_UNANSWERED: Final = 2  # offers running; then it waits to be asked


def may_offer(impact: Impact, day: date, since: date | None) -> bool:
    """Returns whether the questions may be offered on a day.

    Args:
        since: the day of the yes that holds: before a week of it there is nothing to look back on.
    """
    if impact.is_off or impact.unanswered >= MOST_UNANSWERED:
        return False
    last = (impact.offered, impact.rounds[-1].day if impact.rounds else None, since)
    return since is not None and all(one is None or day >= one + WEEK for one in last)
