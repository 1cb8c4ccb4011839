"""The markers that the crisis floor's network hears, by layers of their own on its lower ones.

`markers.onnx` is no network by itself: its nodes begin where a layer of `crisis.onnx` ends. Put
behind that file it makes one network of both (protocol buffers that stand one after the other are
read as one, their lists joined), so one pass tells both, and what the crisis floor hears stays bit
for bit what it was. Learnt by `make markers` (`training/markers`); `markers.json` holds from which
probability each marker counts.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import Any

from bot.markers.shares import OBSERVED, Shares

PART, ABOUT = "markers.onnx", "markers.json"
RESULT = "marked"


@dataclass(frozen=True, slots=True)
class Marking:
    """From which probability each marker counts, in the order of Shares."""

    counts_from: tuple[float, ...] = (OBSERVED,) * len(Shares())

    def shares(self, logits: Sequence[float]) -> Shares:
        """Gives the shares of a text by its logits, each laid so that OBSERVED is where it counts.

        Raises:
            ValueError: there are not as many as markers.
        """
        told = zip(logits, self.counts_from, strict=True)
        return Shares(*(laid(probability(logit), bound) for logit, bound in told))


def probability(logit: float) -> float:
    """Gives what a logit stands for, without overflow."""
    return 1 / (1 + exp(-logit)) if logit > 0 else 1 - 1 / (1 + exp(logit))


def laid(share: float, bound: float) -> float:
    """Gives a probability on the scale on which `bound` is OBSERVED."""
    if share < bound:
        return share / bound * OBSERVED
    return OBSERVED + (share - bound) / (1 - bound) * (1 - OBSERVED)


def marking(folder: Path) -> Marking | None:
    """Gives how the part that stands in a folder marks, or None where there is none.

    Raises:
        OSError, ValueError, KeyError: its description is unusable.
    """
    if not (folder / PART).exists():
        return None
    about: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
    return Marking(tuple(float(about["counts_from"][name]) for name in Shares._fields))
