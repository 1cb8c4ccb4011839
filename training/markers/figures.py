"""How markers are heard in text that was not learnt, and from which probability each counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from bot.markers.shares import Shares
from training.crisis.ordinary import upper
from training.markers.lines import MarkedLine

ALLOWED = {"exclusivity": 1.0, "withdrawal": 0.5, "functioning": 0.5, "distress": 1.0}  # in 1,000
Numbers = NDArray[numpy.float32]
Exact = NDArray[numpy.float64]


def shows(each: Iterable[Iterable[str]]) -> Numbers:
    """Gives what each text shows as numbers: (texts, fields of Shares)."""
    named = [frozenset(one) for one in each]
    return numpy.array([[name in one for name in Shares._fields] for one in named], numpy.float32)


@dataclass(frozen=True, slots=True)
class Measured:
    """The probabilities of texts by networks that did not learn them: (texts, fields of Shares)."""

    scenarios: Numbers
    judge: Numbers
    ordinary: Numbers


def bounds(ordinary: Numbers) -> dict[str, float]:
    """Gives from which probability each marker alarms in no more ordinary talk than ALLOWED.

    The upper end of the 95% interval is held to it.
    """
    return {name: _bound(ordinary[:, at], ALLOWED[name]) for at, name in enumerate(Shares._fields)}


def _bound(told: Numbers | Exact, most: float) -> float:
    loudest = numpy.sort(told)[::-1]
    alarms = 0
    while upper(alarms + 1, len(loudest)) <= most:
        alarms += 1
    return (int(float(loudest[alarms]) * 10_000) + 1) / 10_000  # above what is as loud


def table(told: Measured, labels: Numbers, lines: Sequence[MarkedLine]) -> list[str]:
    """Gives the figures, a line a marker.

    Args:
        labels: what each scenario's message shows, as `shows` gives it.
        lines: the judge's.
    """
    near = numpy.array([one.is_near for one in lines])
    judged, found = shows(one.shows for one in lines), []
    for at, (name, bound) in enumerate(bounds(told.ordinary).items()):
        alarms, many = _elsewhere(told.ordinary[:, at], ALLOWED[name])
        share = 100 * (told.judge[near, at] >= bound).mean()
        found.append(
            f"{name}: near misses of a writer left out {share:.1f}% of {near.sum()}; "
            f"scenarios left out {_figures(told.scenarios[:, at] >= bound, labels[:, at] > 0)}; "
            f"the writer left out {_figures(told.judge[:, at] >= bound, judged[:, at] > 0)}; "
            f"ordinary talk {alarms} of {many} where each half is told by the bound of the other, "
            f"at most {upper(alarms, many):.2f} in 1,000"
        )
    return found


def _elsewhere(told: Numbers, most: float) -> tuple[int, int]:
    """Gives the alarms in each half of the ordinary talk by the bound laid on the other half."""
    whole = told.astype(numpy.float64)  # as exact as the bounds that it is held to
    halves = whole[::2], whole[1::2]
    pairs = (halves, halves[::-1])
    alarms = [int(numpy.count_nonzero(one >= _bound(other, most))) for one, other in pairs]
    return sum(alarms), len(told)


def _figures(heard: NDArray[numpy.bool_], meant: NDArray[numpy.bool_]) -> str:
    right = int((heard & meant).sum())
    precise, recalled = right / max(1, int(heard.sum())), right / max(1, int(meant.sum()))
    return f"P {precise:.2f} R {recalled:.2f} of {meant.sum()}"
