"""The heads that read markers off the hidden layers of the crisis floor's network.

They are one small network, learnt by `make markers` (`training/markers`): `markers.npz` holds its
weights, `markers.json` from which probability each marker counts. What it reads comes of the same
pass through the network as the scores of a life at risk.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.markers.shares import OBSERVED, Shares
from bot.model.hidden import Array, evened

WEIGHTS, ABOUT = "markers.npz", "markers.json"


@dataclass(frozen=True, slots=True)
class MarkerHead:
    """The weights of the heads, and from which probability of theirs each marker counts."""

    into: Array = field(repr=False)  # layers -> the middle
    begins: Array = field(repr=False)
    out: Array = field(repr=False)  # the middle -> the fields of Shares
    ends: Array = field(repr=False)
    mean: Array = field(repr=False)
    spread: Array = field(repr=False)
    counts_from: tuple[float, ...] = (OBSERVED,) * len(Shares())

    def probabilities(self, layers: Array) -> Array:
        """Gives the heads' own probabilities for a text by its layers."""
        import numpy

        features = evened(layers, self.mean, self.spread)[:-1]
        middle = numpy.maximum(features @ self.into + self.begins, 0)
        return 1 / (1 + numpy.exp(-(middle @ self.out + self.ends)))

    def shares(self, layers: Array) -> Shares:
        """Gives the shares of a text by its layers, each laid so that OBSERVED is where it counts.

        Args:
            layers: float32, (LAYERS, width): the mean of each layer over the pieces of the text.
        """
        told = zip(self.probabilities(layers).tolist(), self.counts_from, strict=True)
        return Shares(*(laid(share, bound) for share, bound in told))


def laid(share: float, bound: float) -> float:
    """Gives a probability on the scale on which `bound` is OBSERVED."""
    if share < bound:
        return share / bound * OBSERVED
    return OBSERVED + (share - bound) / (1 - bound) * (1 - OBSERVED)


def marker_head(folder: Path) -> MarkerHead | None:
    """Gives the heads that stand in a folder, or None where there are none.

    Raises:
        OSError, ValueError, KeyError: a file of theirs is unusable.
    """
    import numpy

    if not (folder / WEIGHTS).exists():
        return None
    about: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
    with numpy.load(folder / WEIGHTS, allow_pickle=False) as kept:
        arrays = {name: kept[name].astype(numpy.float32) for name in kept.files}
    bounds: Sequence[float] = [about["counts_from"][name] for name in Shares._fields]
    return MarkerHead(**arrays, counts_from=tuple(bounds))
