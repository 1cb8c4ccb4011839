"""Where the bands of leanings lie, so that VETO and SURE mean the same for every file.

SURE lies where so little of ordinary talk, read as replies and never learnt, is called warm that
should not be, and where nine of ten replies of a left-out writer that reach it have the fault. VETO
lies where hardly a truly bad reply of such a writer is below. Only our writers' labels count here:
those of the public replies are a judge's, of whole replies, and half of them hold praise.
"""

from collections.abc import Iterable, Sequence

from bot.governor.backing import SURE, VETO
from bot.governor.leanings import LEANINGS, Leanings
from training.replies.kept import Kept, own

WARMTH = ("hook", "flattery", "feeling")
ORDINARY = 0.005  # of ordinary talk, so much may surely lean to any of them together
PRECISION, RECALL = 0.9, 0.97
FEWEST = 20  # replies that reach a bound before a precision is believed
LEAST, MOST = 1e-4, 1 - 1e-4

Bands = dict[str, list[list[float]]]


def bands(ordinary: Sequence[Leanings], held: Sequence[Kept]) -> Bands:
    """Gives for each leaning where its bands begin: a probability, and what that means.

    Args:
        ordinary: what lines of people lean to, before any bands were laid.
        held: replies of those who were left out of learning, likewise.
    """
    return {name: _knots(name, ordinary, own(held)) for name in LEANINGS}


def _knots(name: str, ordinary: Sequence[Leanings], held: Sequence[Kept]) -> list[list[float]]:
    bad = [one.loudest[name] for one in held if name in one.labels]
    good = [one.loudest[name] for one in held if name not in one.labels]
    above = _reached(one[name] for one in ordinary) if name in WARMTH else LEAST
    sure = min(MOST, max(2 * LEAST, above, _precise(bad, good)))
    veto = min(max(LEAST, _missing(bad)), sure / 2)
    return [[0.0, 0.0], [veto, VETO], [sure, SURE], [1.0, 1.0]]


def _reached(shares: Iterable[float]) -> float:
    """Gives what no more of ordinary talk reaches than one leaning's part of what is allowed."""
    ranked = sorted(shares, reverse=True)
    allowed = int(len(ranked) * ORDINARY / len(WARMTH))
    return _between(ranked, allowed) if ranked else SURE


def _between(ranked: Sequence[float], count: int) -> float:
    """Gives a probability that so many of the ranked reach, and not the next."""
    over = ranked[count - 1] if count else 1.0
    return (over + ranked[min(count, len(ranked) - 1)]) / 2


def _precise(bad: Sequence[float], good: Sequence[float]) -> float:
    """Gives the lowest bound from which on enough of what reaches it is bad; SURE where unknown."""
    ranked = sorted([(share, True) for share in bad] + [(share, False) for share in good])[::-1]
    least, hits = MOST if len(bad) >= FEWEST else SURE, 0
    for count, (share, is_bad) in enumerate(ranked, 1):
        hits += is_bad
        if is_bad and count >= FEWEST and hits >= PRECISION * count:
            least = share
    return least


def _missing(bad: Sequence[float]) -> float:
    """Gives the highest bound below which hardly a bad one lies; VETO where none is known."""
    ranked = sorted(bad)
    return ranked[int(len(ranked) * (1 - RECALL))] if ranked else VETO
