"""Scores: a row of logits as probabilities, and which chunk of a message decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crisis.scores import WHAT, WIDTH, Scores, loudest

LOGITS = st.lists(st.floats(-1e6, 1e6), min_size=WIDTH, max_size=WIDTH)


def logits(**told: float) -> list[float]:
    names = ("risk", "nobody", "self", "another", *WHAT, "never", "now", "past", "chronic",
             "denied", "earnest", "joke", "fiction")  # fmt: skip
    return [told.get(name, -3.0) for name in names]


def test_each_slot_is_told_by_its_name() -> None:
    row = logits(risk=4, self=3, pills=0, means=2, thoughts=5, chronic=4, joke=1)
    scores = Scores.of(row, chunk=2)
    assert (scores.whose, scores.said, scores.at, scores.manner, scores.chunk) == (
        "self", ("thoughts", "means"), "chronic", "joke", 2,
    )  # fmt: skip
    assert scores.risk > 0.98


@given(LOGITS)
def test_whatever_a_network_gives_is_made_probabilities(row: list[float]) -> None:
    scores = Scores.of(row)
    for shares in (scores.who, scores.when, scores.register):
        assert sum(shares) == pytest.approx(1)
    assert all(0 <= one <= 1 for one in (scores.risk, *scores.what))


def test_the_loudest_chunk_decides_and_of_none_there_is_nothing() -> None:
    assert loudest((Scores(0.2), Scores(0.9, chunk=1), Scores(0.3, chunk=2))).chunk == 1
    nothing = loudest(())
    assert (nothing.risk, nothing.whose, nothing.said) == (0.0, "nobody", ())
