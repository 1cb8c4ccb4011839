"""What a classifier makes of one sentence of a reply: how far it leans to each fault. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

LEANINGS = ("flattery", "hook", "feeling", "lecture", "distance", "refusal")


@dataclass(frozen=True, slots=True)
class Leanings:
    """A probability between 0 and 1 for each of LEANINGS."""

    shares: tuple[float, ...] = (0.0,) * len(LEANINGS)

    @classmethod
    def of(cls, logits: Sequence[float]) -> "Leanings":
        """Gives the leanings of one row of logits, as many as LEANINGS."""
        return cls(tuple(1 / (1 + exp(-max(-50.0, min(50.0, one)))) for one in logits))

    def __getitem__(self, name: str) -> float:
        """Gives the leaning of a name."""
        return self.shares[LEANINGS.index(name)]
