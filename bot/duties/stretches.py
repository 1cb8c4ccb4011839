"""The talk of the last 24 hours, as stretches without a gap: how much counts, and when less does.

What lies further back counts no more, second by second: wherever 24 hours begin, they hold no more
than what was counted at the last answer in them.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from bot.stamps import is_ahead

DAY: Final = timedelta(hours=24)
# Bounded: beyond it the two nearest become one. Of 49 in 24 hours two are always less than half an
# hour apart, so with a gap of half an hour or more between talks none ever do.
MOST: Final = 48


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time of talk without a gap in it."""

    begins: datetime
    ends: datetime

    @property
    def length(self) -> timedelta:
        """How long it is."""
        return self.ends - self.begins


Stretches = tuple[Stretch, ...]


def written(stretches: Stretches) -> str:
    """Writes stretches as JSON; an empty text for none."""
    raw = [(one.begins.isoformat(), one.ends.isoformat()) for one in stretches]
    return json.dumps(raw) if raw else ""


def read(text: str) -> Stretches:
    """Reads what `written` wrote."""
    raw = json.loads(text) if text else ()
    return tuple(Stretch(*map(datetime.fromisoformat, pair)) for pair in raw)


def of_the_day(stretches: Stretches, at: datetime) -> Stretches:
    """Gives what of them lies in the 24 hours before a time; one that lies ahead does not."""
    since = at - DAY
    there = (one for one in stretches if one.ends > since and not is_ahead(one.ends, at))
    return tuple(Stretch(max(one.begins, since), one.ends) for one in there)


def talk_in(stretches: Stretches, at: datetime) -> timedelta:
    """Gives how much talk lies in the 24 hours before a time."""
    return sum((one.length for one in of_the_day(stretches, at)), timedelta())


def with_more(stretches: Stretches, begins: datetime, ends: datetime) -> Stretches:
    """Gives stretches with a talk that comes last; where they touch, the last of them goes on."""
    if ends <= begins:
        return stretches
    *before, last = *stretches, Stretch(begins, ends)
    if before and last.begins <= before[-1].ends:
        whole = before.pop()
        last = Stretch(whole.begins, max(whole.ends, last.ends))
    return _bounded((*before, last))


def down_to(stretches: Stretches, at: datetime, most: timedelta) -> datetime:
    """Gives when no more than so much of them counts, if nothing is added after that time."""
    over = talk_in(stretches, at) - most
    for one in of_the_day(stretches, at):
        if over <= timedelta():
            break
        if one.length >= over:
            return one.begins + over + DAY
        over -= one.length
    return at


def _bounded(stretches: Stretches) -> Stretches:
    """Gives no more than may be kept: of the two nearest the earlier counts as long as the later.

    As that moves it towards now, no 24 hours to come hold less than they really do.
    """
    if len(stretches) <= MOST:
        return stretches
    pairs = tuple(pairwise(stretches))
    place, (one, next_one) = min(enumerate(pairs), key=_distance)
    whole = Stretch(next_one.begins - one.length, next_one.ends)
    return (*stretches[:place], whole, *stretches[place + 2 :])


def _distance(place: tuple[int, tuple[Stretch, Stretch]]) -> timedelta:
    _, (one, next_one) = place
    return next_one.begins - one.ends
