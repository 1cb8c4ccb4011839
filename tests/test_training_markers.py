"""What markers are learnt from and how they are measured: on made-up lines and scores."""

from pathlib import Path

import numpy
import pytest

from bot.markers.shares import Shares
from training.markers.figures import ALLOWED, Measured, bounds, shows, table
from training.markers.lines import JUDGES, MarkedLine, line, read

MARKERS = len(Shares._fields)


def scores(
    many: int, loudest: tuple[float, ...] = ()
) -> "numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]":
    """Gives scores of texts, of which the first are loud in every marker."""
    found = numpy.full((many, MARKERS), 0.1, numpy.float32)
    for place, one in enumerate(loudest):
        found[place] = one
    return found


def test_a_marker_counts_from_where_ordinary_talk_alarms_as_seldom_as_it_may() -> None:
    found = bounds(scores(20_000, (0.99, 0.98, 0.97, 0.96, 0.95)))
    assert set(found) == set(ALLOWED)
    assert 0.1 < found["withdrawal"] < 0.99
    few = bounds(scores(1_000, (0.99,)))
    assert few["withdrawal"] > 0.99  # of so few messages not one may alarm


def test_the_table_tells_near_misses_first_and_each_marker_apart() -> None:
    lines = [
        MarkedLine("c", frozenset(), "grief", "near"),
        MarkedLine("c", frozenset({"exclusivity"}), "only one", "meant"),
    ]
    labels = shows([["exclusivity"], []])
    told = Measured(scores(2, (0.9,)), scores(2)[::-1], scores(20_000))
    first, *others = table(told, labels, lines)
    assert first.startswith("exclusivity: near misses of a writer left out 0.0% of 1; ")
    assert "scenarios left out P 1.00 R 1.00 of 1" in first
    assert len(others) == MARKERS - 1
    assert "ordinary talk 0 of 20000 where each half" in first


def test_ordinary_talk_is_counted_by_a_bound_that_was_laid_on_other_talk() -> None:
    lines = [MarkedLine("c", frozenset(), "grief", "near")]
    loud = scores(20_000)
    loud[1:61:2] = 0.9  # all in one half: the bound of the other half hears each of them
    (first, *_) = table(Measured(scores(1), scores(1), loud), shows([[]]), lines)
    assert "ordinary talk 30 of 20000 where each half" in first


@pytest.mark.parametrize("row", ["one cell", "none\t\ttext", "closeness\tnote\ttext"])
def test_a_row_that_is_no_line_says_what_is_wrong(row: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"cells|shows"):
        line(row, "a")
    (tmp_path / "a.tsv").write_text("none\tgrief\tsaid\n" + row, "utf-8")
    with pytest.raises(ValueError, match=r"a\.tsv, line 2"):
        read(tmp_path)


def test_the_judge_is_no_writer_that_is_learnt_and_has_its_near_misses() -> None:
    lines = read()
    assert {one.writer for one in lines} > set(JUDGES)
    assert sum(one.is_near for one in lines if one.writer in JUDGES) >= 300
    learnt = {one.text for one in lines if one.writer not in JUDGES}
    assert learnt.isdisjoint(one.text for one in lines if one.writer in JUDGES)
