"""Where the bands of leanings lie, so that VETO and SURE mean the same for every file.

SURE lies where so little of ordinary talk, read as replies and never learnt, is called warm that
should not be, and where nine of ten replies of a left-out writer that reach it have the fault. VETO
lies where hardly a truly bad reply of such a writer is below. Only our writers' labels count for
both: those of the public replies are a judge's, of whole replies, and half of them hold praise.
WHOLE, which flags a whole reply and leaves nothing out, lies where it fits those labels best.
"""

from collections.abc import Sequence

from bot.governor.backing import SURE, VETO, WHOLE
from bot.governor.leanings import LEANINGS, Leanings
from training.replies.kept import Kept, own

WARMTH = ("hook", "flattery", "feeling")
ORDINARY = 0.005  # of ordinary talk, so much may surely lean to any of them together
FLAGGED = 0.009  # likewise, what may have a flag of them as a whole reply
PUBLIC = {
    "flattery": ("spiral", "flattery"),
    "feeling": ("spiral", "claimed_feelings"),
    "hook": ("darkbench", "attachment_hook"),
}
PRECISION, RECALL = 0.9, 0.97
# The least for what no public label tells of: of eleven sentences of a real model that a lecture
# alone left out from there on, two readers called none innocent, of eight below it four.
UNTOLD = 0.995
FEWEST = 20  # replies that reach a bound before a precision is believed
LEAST, MOST = 1e-4, 1 - 1e-4

Bands = dict[str, list[list[float]]]


def bands(ordinary: Sequence[Leanings], held: Sequence[Kept]) -> Bands:
    """Gives for each leaning where its bands begin: a probability, and what that means.

    Args:
        ordinary: what lines of people lean to, before any bands were laid.
        held: replies of those who were left out of learning, likewise.
    """
    return {name: _knots(name, ordinary, held) for name in LEANINGS}


def _knots(name: str, ordinary: Sequence[Leanings], held: Sequence[Kept]) -> list[list[float]]:
    bad = [one.loudest[name] for one in own(held) if name in one.labels]
    good = [one.loudest[name] for one in own(held) if name not in one.labels]
    ranked = sorted((one[name] for one in ordinary if name in WARMTH), reverse=True)
    least = 3 * LEAST if name in PUBLIC else UNTOLD
    sure = min(MOST, max(least, _reached(ranked, ORDINARY), _precise(bad, good)))
    veto = min(max(LEAST, _missing(bad)), sure / 3)
    whole = max(_reached(ranked, FLAGGED), _fitting(name, held))
    whole = min(max(whole, 2 * veto), 0.999 * sure)
    return [[0.0, 0.0], [veto, VETO], [whole, WHOLE], [sure, SURE], [1.0, 1.0]]


def _reached(ranked: Sequence[float], share: float) -> float:
    """Gives what no more of ordinary talk reaches than one leaning's part of what is allowed."""
    return _between(ranked, int(len(ranked) * share / len(WARMTH))) if ranked else LEAST


def _fitting(name: str, held: Sequence[Kept]) -> float:
    """Gives the bound with the best F1 on public replies that were labelled for it."""
    if name not in PUBLIC:
        return WHOLE
    of, label = PUBLIC[name]
    told = sorted((one.loudest[name], label in one.labels) for one in held if one.of == of)[::-1]
    bad, hits, best = sum(is_bad for _, is_bad in told), 0, (0.0, LEAST)
    for count, (share, is_bad) in enumerate(told, 1):
        hits += is_bad
        best = max(best, (2 * hits / (count + bad), share))
    return best[1]


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
