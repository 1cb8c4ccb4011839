"""How likely a text shows each marker, as the classifier's heads have it. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from bot.markers import Marker

OBSERVED = 0.5  # from which a share counts: each head is laid so, on ordinary talk


class Shares(NamedTuple):
    """A calibrated share of each marker, between 0 and 1; of distress, that it is said at all."""

    exclusivity: float = 0.0
    withdrawal: float = 0.0
    functioning: float = 0.0
    distress: float = 0.0

    @property
    def observed(self) -> dict[Marker, float]:
        """The markers that count, each with its share."""
        each = zip(MARKERS, self, strict=True)
        return {marker: share for marker, share in each if share >= OBSERVED}


MARKERS = (Marker.EXCLUSIVITY, Marker.WITHDRAWAL, Marker.FUNCTIONING, Marker.DISTRESS_LOOP)
NOTHING = Shares()


def loudest(each: Iterable[Shares]) -> Shares:
    """Gives of each marker the highest share in any chunk of a message."""
    return Shares(*map(max, zip(*(NOTHING, *each), strict=True)))
