"""Probabilities of a file, laid out so that they mean the same for every version of it. Pure."""

from collections.abc import Sequence
from itertools import pairwise

Knots = Sequence[Sequence[float]]  # a probability of the file, and what it means here, ascending
EVEN: Knots = ((0.0, 0.0), (1.0, 1.0))


def meant(knots: Knots, share: float) -> float:
    """Gives a file's probability as a calibrated one, interpolated between known points."""
    (low, least), (high, most) = next(
        (below, above) for below, above in pairwise(knots) if share <= above[0]
    )
    return least + (share - low) / (high - low) * (most - least)
