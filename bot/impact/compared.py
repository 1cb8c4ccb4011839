"""How far the answers of two kinds of days differ, and how sure that is. Pure.

Of answers with three words in an order, one number says how far two groups differ and claims no
more than the order: of all pairs of a day of the first and one of the second, the share in which
the first was the better one, a tie counted half. Its interval is method 5 of Newcombe (2006,
Statistics in Medicine 25, 559-573), which holds for groups as small as these. How often chance
alone gives as much is counted over every other way in which the same answers could have fallen to
the days: the exact permutation test, which lots make valid and which asks for no distribution
(Fisher 1935; Edgington and Onghena 2007, Randomization Tests).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import sqrt
from typing import Final

from bot.impact import Felt

Z: Final = 1.959964  # of an interval that holds 95 times of 100
RARE: Final = 0.05
EVEN: Final = 0.5
_STEPS: Final = 60  # halvings, after which a float cannot be told from the bound


class Claim(StrEnum):
    """What may be said of a difference."""

    NONE = "none"  # there is none
    CHANCE = "chance"  # chance alone may well give it
    RARE = "rare"  # chance alone rarely gives it


@dataclass(frozen=True, slots=True)
class Compared:
    """Two groups of answers beside each other.

    Args:
        better: in how many pairs the first was the better one; and the worse one.
        pairs: how many there are: each of the first beside each of the second.
        low: and `high`, between which the share lies with what was answered.
        chance: how often chance alone gives as great a difference, in either direction.
    """

    better: int
    worse: int
    pairs: int
    low: float
    high: float
    chance: float

    @property
    def even(self) -> int:
        """In how many pairs neither was the better one."""
        return self.pairs - self.better - self.worse

    @property
    def share(self) -> float:
        """Of all pairs, how many in which the first was the better one, ties counted half."""
        return (self.better + self.even / 2) / self.pairs

    @property
    def claim(self) -> Claim:
        """What may be said: nothing is rare that either of the two methods finds common."""
        if self.share == EVEN:
            return Claim.NONE
        is_rare = self.chance <= RARE and not self.low <= EVEN <= self.high
        return Claim.RARE if is_rare else Claim.CHANCE


def compared(first: Sequence[Felt], second: Sequence[Felt]) -> Compared | None:
    """Compares two groups of answers; None where one of them has none."""
    if not first or not second:
        return None
    sizes = len(first), len(second)
    share, pairs = _wins(first, second) / (2 * sizes[0] * sizes[1]), sizes[0] * sizes[1]
    better = sum(one > other for one in first for other in second)
    worse = sum(one < other for one in first for other in second)
    bound = _bound(share, sizes, 0.0), _bound(share, sizes, 1.0)
    return Compared(better, worse, pairs, *bound, _chance(first, second))


def _wins(first: Sequence[Felt], second: Sequence[Felt]) -> int:
    """Gives twice the pairs in which the first is the better one, ties once."""
    return sum(1 + (one > other) - (one < other) for one in first for other in second)


# Under the null hypothesis each choice of so many days as first ones was as likely as any other,
# also where days were left unanswered: given how many of each kind were answered, the lots favour
# no choice of them. At most 3,432 choices are counted.
def _chance(first: Sequence[Felt], second: Sequence[Felt]) -> float:
    """Gives the share of all choices of days that differ at least as much."""
    every, size = (*first, *second), len(first)
    ranks = [_wins((one,), every) for one in every]  # a sum of ranks grows as the wins do
    even = size * sum(ranks)  # the mean of all sums, times how many answers there are
    far = [abs(len(every) * sum(chosen) - even) for chosen in combinations(ranks, size)]
    return sum(one >= far[0] for one in far) / len(far)  # what was answered is the first choice


def _bound(share: float, sizes: tuple[int, int], end: float) -> float:
    """Gives where an interval ends in the direction of `end`: the root, found by halving."""
    near, far = share, end
    for _ in range(_STEPS):
        middle = (near + far) / 2
        is_within = abs(middle - share) <= Z * sqrt(_variance(middle, sizes))
        near, far = (middle, far) if is_within else (near, middle)
    return near


def _variance(share: float, sizes: tuple[int, int]) -> float:
    """Gives the variance of a share (Hanley and McNeil 1982), with Newcombe's sizes."""
    first, second = sizes
    size = (first + second) / 2 - 1
    spread = 1 + size * (1 - share) / (2 - share) + size * share / (1 + share)
    return share * (1 - share) * spread / (first * second)
