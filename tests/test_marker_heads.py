"""The heads that read markers: linear over the layers, each laid so that one bound counts."""

import json
from pathlib import Path

import numpy
import pytest

from bot.markers.shares import OBSERVED, Shares
from bot.model.hidden import LAYERS
from bot.model.marking import ABOUT, WEIGHTS, laid, marker_head

WIDTH = 3
LAYER = numpy.ones((LAYERS, WIDTH), numpy.float32)


@pytest.mark.parametrize(("share", "shown"), [(0.0, 0.0), (0.9, OBSERVED), (1.0, 1.0)])
def test_a_probability_counts_from_its_own_bound(share: float, shown: float) -> None:
    assert laid(share, 0.9) == pytest.approx(shown)


def test_a_folder_without_heads_marks_nothing(tmp_path: Path) -> None:
    assert marker_head(tmp_path) is None


def test_heads_read_from_a_folder_mark_by_the_bounds_that_stand_beside_them(tmp_path: Path) -> None:
    weights = numpy.zeros((LAYERS * WIDTH + 1, len(Shares._fields)))
    numpy.savez(tmp_path / WEIGHTS, weights=weights, mean=0 * LAYER, spread=LAYER)
    bounds = dict(zip(Shares._fields, (0.5, 0.9, 0.5, 0.9), strict=True))
    (tmp_path / ABOUT).write_text(json.dumps({"counts_from": bounds}), "utf-8")
    head = marker_head(tmp_path)
    assert head is not None
    assert [share >= OBSERVED for share in head.shares(LAYER)] == [True, False, True, False]
