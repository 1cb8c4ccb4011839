"""Which numbers of a report are shown: none under five, and none from which one can be reckoned.

A hidden number is one of 0 to 4. A sum over several is shown only where it leaves every hidden
number open, also to a reader who knows of some or all months in which nothing happened, such as
those before an installation began. Let n be the hidden numbers that are not 0, and H what they add
up to. Whoever takes n or more of them for 0 to 4 can still take each for any of these exactly where
H is at least 4 and at most 4 times n - 1; whoever knows that none of the n is 0 can still take each
for any of 1 to 4 where H is at least n + 3 as well (one of them four, the others one each).
Sums run over months alone: a second sum, over kinds, would narrow what is hidden.
"""

from collections.abc import Sequence
from typing import Final

FEWEST: Final = 5
_MOST_HIDDEN: Final = FEWEST - 1


def shown(count: int) -> int | None:
    """Gives a number, or None where it is under five."""
    return count if count >= FEWEST else None


def total(counts: Sequence[int]) -> int | None:
    """Gives the sum of the numbers of which each is shown as `shown` says, or None."""
    if any(shown(one) is None for one in counts) and not _is_open(counts):
        return None
    return shown(sum(counts))


def _is_open(counts: Sequence[int]) -> bool:
    """Returns whether the sum of the hidden numbers leaves each of them open."""
    hidden = [one for one in counts if one and shown(one) is None]
    least, most = len(hidden) + _MOST_HIDDEN - 1, _MOST_HIDDEN * (len(hidden) - 1)
    return least <= sum(hidden) <= most


def all_shown(counts: Sequence[int]) -> tuple[int, ...] | None:
    """Gives numbers whose sum is known already; None where one of them is under five.

    Then none is shown: a single hidden one would be what is missing from the sum.
    """
    return tuple(counts) if all(shown(one) is not None for one in counts) else None
