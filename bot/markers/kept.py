"""How observations are kept: one codec, which reads every form it ever wrote. Pure."""

import json
from collections.abc import Iterable
from datetime import date, datetime

from bot.markers import Marker, Observation

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
