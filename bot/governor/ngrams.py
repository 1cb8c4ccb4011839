"""A small linear model over hashed word and character n-grams; its weights are a value passed in.

A sentence becomes a bag of hashes: words and pairs of words, and 3 to 5 characters in a row. Pure.
"""

import re
import zlib
from dataclasses import dataclass
from itertools import pairwise
from math import exp, sqrt

BUCKETS = 1 << 14
MOST_CHARACTERS = 600  # of one sentence; more says nothing new
_WORD = re.compile(r"[a-z']+|[^\sa-z']")


def features(text: str) -> frozenset[int]:
    """Gives the hashes of a plain text, each from 0 to BUCKETS - 1."""
    text = text[:MOST_CHARACTERS]
    words = _WORD.findall(text)
    found = {f"w{word}" for word in words}
    found.update(f"b{one} {two}" for one, two in pairwise(words))
    padded = f" {text} "
    for size in (3, 4, 5):
        found.update(padded[at : at + size] for at in range(len(padded) - size + 1))
    return frozenset(zlib.crc32(each.encode("utf-8", "replace")) & (BUCKETS - 1) for each in found)


@dataclass(frozen=True, slots=True)
class Linear:
    """The weights of one label: a byte a bucket, 128 is nothing; a scale, a bias, a threshold."""

    weights: bytes
    scale: float
    bias: float
    threshold: float  # of a whole reply
    sure: float  # of one sentence

    def score(self, hashes: frozenset[int]) -> float:
        """Gives the score of one sentence's features; more than 0 is more likely than not."""
        if not hashes:
            return self.bias
        total = sum(map(self.weights.__getitem__, hashes)) - 128 * len(hashes)
        return self.bias + self.scale * total / sqrt(len(hashes))


def soft_maximum(scores: list[float]) -> float:
    """Gives the mean of the scores, each weighted by its own exponent: one sentence is enough."""
    if not scores:
        return float("-inf")
    most = max(scores)
    shares = [exp(score - most) for score in scores]
    return sum(share * score for share, score in zip(shares, scores, strict=True)) / sum(shares)


def rooted_sum(scores: list[float]) -> float:
    """Gives the sum of the scores over the root of their number: many faint ones count."""
    return sum(scores) / sqrt(len(scores)) if scores else float("-inf")
