"""Whether the same distress comes again and again: on three days, each another conversation. Pure.

Whoever says that it is not right raises the days: of three that were wrong, to four.

What is said of grief, illness or pain is never observed as distress (`bot/markers/reasons.py`), so
none of it makes a loop. Relief is hardly readable from text: it counts where the person says or
taps it, which `since` tells.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.markers import Marker, Observation

DAYS = 3
MOST_MORE = 4  # days, however often the person said that it was not right
WITHIN = timedelta(days=21)


def days_for(disputes: int) -> int:
    """Gives on how many days it comes for this person: one more for every DAYS that they denied."""
    return DAYS + min(disputes // DAYS, MOST_MORE)


def came_again(observed: Iterable[Observation], days: int = DAYS) -> bool:
    """Returns whether any distress ever was a loop, over all that is still kept."""
    each = tuple(one for one in observed if one.marker is Marker.DISTRESS_LOOP)
    return any(loops(each, day, days=days) for day in {one.day for one in each})


def loops(
    observed: Iterable[Observation], at: date, since: date | None = None, *, days: int = DAYS
) -> frozenset[str]:
    """Gives what the distress is about that came on so many days of the last weeks.

    Args:
        since: the day on which relief was said last; what came up to it counts no more.
    """
    seen: dict[str, set[date]] = {}
    begins = max(filter(None, (at - WITHIN, since)))
    for one in observed:
        is_known = one.marker is Marker.DISTRESS_LOOP and one.reason
        if is_known and begins < one.day <= at:
            seen.setdefault(one.reason, set()).add(one.day)
    return frozenset(about for about, each in seen.items() if len(each) >= days)
