"""Whether markers rise in messages that were not learnt: on made-up probabilities."""

import numpy

from bot.markers import Marker
from bot.markers.shares import OBSERVED, Shares
from training.markers.figures import Measured, bounds
from training.markers.rising import noticed, risen

MARKERS = len(Shares._fields)
ORDINARY = [{"group": "someone", "text": "the train was late"}] * 20_000
CASE = [{"group": "case", "labels": ["exclusivity"], "text": "you alone get me"}] * 3
QUIET = numpy.full((len(ORDINARY), MARKERS), 0.1, numpy.float32)


def told(scenarios: float, ordinary: float = 0.1) -> Measured:
    """Gives probabilities of which each scenario's and the first ordinary messages have one."""
    each = numpy.full((len(CASE), MARKERS), scenarios, numpy.float32)
    some = QUIET.copy()
    some[:4] = ordinary
    return Measured(each, each, some)


def test_what_is_heard_for_days_rises_and_a_share_is_laid_as_the_program_lays_it() -> None:
    (first, *_) = noticed(CASE, told(0.9).scenarios, tuple(bounds(QUIET).values()))
    assert first.strengths[Marker.EXCLUSIVITY] > OBSERVED
    _, cases, *_ = risen(told(0.9), CASE, ORDINARY)
    assert "1 1.000" in cases


def test_what_is_not_heard_does_not_rise_and_ordinary_people_are_told_apart() -> None:
    _, cases, _, people, *_ = risen(told(0.05), CASE, ORDINARY)
    assert "0 0.000" in cases
    assert people.startswith("ordinary")
