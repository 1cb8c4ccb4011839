"""A small linear model over hashed word and character n-grams; its weights are a value passed in.

A sentence becomes a bag of hashes: words and pairs of words, and 3 to 5 characters in a row. Pure.
"""

import re
import zlib
from base64 import b64decode
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from math import exp, sqrt

from bot.text.normalize import normalized

BUCKETS = 1 << 14
MOST_CHARACTERS = 600  # of one sentence; more says nothing new
_WORD = re.compile(r"[a-z']+|[^\sa-z']")
_PLAIN = str.maketrans({"`": "'", "—": "-", "–": "-"})
_LONG_ENTITY = re.compile(r"&#x?[0-9a-fA-F]{8,}", re.IGNORECASE)  # of no character there is
_LIST_MARK = re.compile(r"^\s*(?:[-+•·]|\(?\d{1,2}[.)])\s+")
_MARKS = re.compile(r"[*_~#>|]+")
_IN_A_WORD = re.compile(r"(?<=[a-z])[*~]{1,3}(?=[a-z])")
_ENCODED = re.compile(r"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,2000}={0,2}(?![A-Za-z0-9+/=])")
_TEXT = re.compile(rb"[\x20-\x7e\s]+")


def plain(text: str) -> str:
    """Gives a text as rules read it: one case, one kind of quote, nothing hidden, no Markdown.

    What is written in entities or in base64 is read too.
    """
    shown = unescape(_LONG_ENTITY.sub("", text)) if "&" in text else text
    folded = normalized(_ENCODED.sub(_decoded, shown)).translate(_PLAIN)
    bare = _IN_A_WORD.sub("", _LIST_MARK.sub("", folded))
    return " ".join(_MARKS.sub(" ", bare).split())


def _decoded(found: re.Match[str]) -> str:
    """Gives what a word says in base64 where that is text; else the word."""
    try:
        raw = b64decode(found[0] + "=" * (-len(found[0]) % 4), validate=True)
    except ValueError:
        return found[0]
    return raw.decode("ascii") if b" " in raw and _TEXT.fullmatch(raw) else found[0]


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
