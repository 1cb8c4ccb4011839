"""In what kind of words a marker was said, and what is none whatever the classifier says."""

from datetime import date

import pytest

from bot.markers import Marker
from bot.markers.reasons import REASONS, reasons
from bot.markers.shares import NOTHING, OBSERVED, Shares, loudest
from bot.snapshot.observed import Observed

ALL = Shares(0.9, 0.9, 0.9, 0.9)


def test_nothing_is_a_marker_below_the_bound() -> None:
    below = OBSERVED - 0.01
    assert reasons(Shares(below, below, below, below), "only you get me") == {}


def test_each_marker_that_counts_has_the_kind_of_its_words() -> None:
    assert reasons(Shares(exclusivity=0.7), "no one else gets me") == {
        Marker.EXCLUSIVITY: "only_you"
    }
    assert reasons(Shares(functioning=0.7), "third night i'm up till 5") == {
        Marker.FUNCTIONING: "sleep"
    }


def test_a_marker_in_words_of_no_known_kind_has_no_reason_and_counts() -> None:
    assert reasons(Shares(exclusivity=0.7), "hm") == {Marker.EXCLUSIVITY: ""}


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("since the funeral i can't face the choir", {"exclusivity", "functioning"}),
        ("i blocked him after he hit me", {"exclusivity", "functioning", "distress_loop"}),
    ],
)
def test_grief_and_leaving_harm_are_no_withdrawal(said: str, left: set[str]) -> None:
    assert {one.value for one in reasons(ALL, said)} == left


def test_every_marker_has_kinds_of_words() -> None:
    assert set(REASONS) == set(Marker)
    assert all(REASONS.values())


def test_the_loudest_chunk_of_each_marker_counts() -> None:
    assert loudest((Shares(0.2, 0.9), Shares(0.6, 0.1))) == Shares(0.6, 0.9)
    assert loudest(()) == NOTHING


def test_what_was_never_observed_has_no_state() -> None:
    assert Observed().states(date(2031, 5, 4)) == {}
