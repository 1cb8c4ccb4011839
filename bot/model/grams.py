"""The letters of a text, a few at a time: what a linear head reads beside its meaning. Pure.

Character n-grams within words, as of fastText (Bojanowski et al. 2017), each counted in a place
that its checksum gives it (feature hashing; Weinberger et al. 2009). They know what a vector of
meaning forgets: a "not", a suffix, a word misspelled.
"""

from collections import Counter
from math import sqrt
from zlib import crc32

SHORTEST, LONGEST = 2, 5  # letters
PLACES = 1 << 17


def grams(text: str) -> dict[int, float]:
    """Gives how much each place counts in a normalized text: squares sum up to one."""
    counts = Counter(
        crc32(word[start : start + size].encode("utf-8", "replace")) % PLACES
        for word in (f" {each} " for each in text.split())
        for size in range(SHORTEST, LONGEST + 1)
        for start in range(max(1, len(word) - size + 1))
    )
    whole = sqrt(sum(count * count for count in counts.values()))
    return {place: count / whole for place, count in counts.items()}
