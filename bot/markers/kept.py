"""How observations are kept: one codec, which reads every form it ever wrote. Pure."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final

from bot.markers import Marker, Observation

MOST_A_DAY: Final = 3  # of one marker: a day counts once, and where one is taken back others stay
MOST: Final = 400  # messages of a scope: all are read at each of its messages
_VERSION = 1


def dump(observed: Iterable[Observation]) -> str:
    """Gives what is sealed of the observations of one message; the day stands beside it."""
    each = [[one.marker.value, round(one.strength, 2), one.reason] for one in observed]
    return json.dumps([_VERSION, each])


def load(body: str, day: date) -> tuple[Observation, ...]:
    """Gives the observations of one message; none of a form that this version does not know."""
    version, each = json.loads(body) if body else (_VERSION, [])
    if version != _VERSION:
        return ()
    return tuple(Observation(Marker(name), day, strength, why) for name, strength, why in each)


def without(body: str, at: datetime | None, marker: Marker | None, days: frozenset[date]) -> str:
    """Gives what is left of one message without a marker, or without any; empty for nothing.

    Args:
        days: only on these days is anything taken away; without days always.
    """
    if at is None or (days and at.date() not in days):
        return body
    left = [one for one in load(body, at.date()) if marker not in (None, one.marker)]
    return dump(left) if left else ""


def bounded(rows: Sequence[tuple[date, str]]) -> tuple[str, ...]:
    """Gives what is left of each message within the bounds, in their order; empty for nothing.

    Of one marker and day the strongest stay, and of all messages the newest.
    """
    strongest = _strongest(rows)
    left = [_only(strongest[place], day, body) for place, (day, body) in enumerate(rows)]
    filled = [place for place, body in enumerate(left) if body]
    newest = sorted(filled, key=lambda place: rows[place][0], reverse=True)[:MOST]
    stay = frozenset(newest)
    return tuple(body if place in stay else "" for place, body in enumerate(left))


def _strongest(rows: Sequence[tuple[date, str]]) -> list[set[Marker]]:
    """Gives of each message the markers that are among the strongest of their day."""
    found = [(place, one) for place, (day, body) in enumerate(rows) for one in load(body, day)]
    left: list[set[Marker]] = [set() for _ in rows]
    times: dict[tuple[Marker, date], int] = {}
    for place, one in sorted(found, key=lambda each: each[1].strength, reverse=True):
        of = one.marker, one.day
        times[of] = times.get(of, 0) + 1
        if times[of] <= MOST_A_DAY:
            left[place].add(one.marker)
    return left


def _only(markers: set[Marker], day: date, body: str) -> str:
    """Gives what one message says of these markers; empty for nothing."""
    left = [one for one in load(body, day) if one.marker in markers]
    return dump(left) if left else ""
