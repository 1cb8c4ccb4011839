"""Whether the same distress comes again and again: on three days, each another conversation. Pure.

What is said of grief, illness or pain is never observed as distress (`bot/markers/reasons.py`), so
none of it makes a loop. Relief is hardly readable from text: it counts where the person says or
taps it, which `since` tells.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.markers import Marker, Observation

DAYS = 3
WITHIN = timedelta(days=21)


def loops(observed: Iterable[Observation], at: date, since: date | None = None) -> frozenset[str]:
    """Gives what the distress is about that came on DAYS days of the last weeks.

    Args:
        since: the day on which relief was said last; what came up to it counts no more.
    """
    days: dict[str, set[date]] = {}
    begins = max(filter(None, (at - WITHIN, since)))
    for one in observed:
        is_known = one.marker is Marker.DISTRESS_LOOP and one.reason
        if is_known and begins < one.day <= at:
            days.setdefault(one.reason, set()).add(one.day)
    return frozenset(about for about, each in days.items() if len(each) >= DAYS)
