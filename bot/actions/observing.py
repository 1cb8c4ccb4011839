"""Actions of the store on what was observed: markers, and what was said of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.markers import Marker, Observation
from bot.markers.told import Told


@dataclass(frozen=True, slots=True)
class Observe:
    """Keep the markers of the event's message, by its day and without its words."""

    observed: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class CorrectObservation:
    """Keep these markers in place of those of the event's message, by its old day; or none of it.

    Nothing new is observed by it: of a message that showed no marker nothing is kept.
    """

    observed: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepTold:
    """Keep what the person heard of each marker, and what they said to it."""

    told: Mapping[Marker, Told] = field(repr=False)


@dataclass(frozen=True, slots=True)
class DropObserved:
    """Drop observations of a marker, or without one all, also what was said of them.

    Args:
        days: only those of these days; without days all of them.
    """

    marker: Marker | None = None
    days: frozenset[date] = frozenset()


OfObserving = Observe | CorrectObservation | KeepTold | DropObserved
