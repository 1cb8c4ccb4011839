"""The markers that the network hears: each laid so that one bound counts, in the same pass."""

import json
from pathlib import Path

import pytest

from adapters.cli.weights import FOLDER
from bot.errors import ClassifierError
from bot.markers.shares import NOTHING, OBSERVED, Shares
from bot.model.classifier import Network, loaded
from bot.model.marking import ABOUT, PART, Marking, laid, marking, probability

SAID = ("you are the only one i talk to now", "the train was late again", "i want to be dead")
FILES = ("crisis.onnx", "crisis.json", "vocab.txt")


@pytest.mark.parametrize(("share", "shown"), [(0.0, 0.0), (0.9, OBSERVED), (1.0, 1.0)])
def test_a_probability_counts_from_its_own_bound(share: float, shown: float) -> None:
    assert laid(share, 0.9) == pytest.approx(shown)


@pytest.mark.parametrize(("logit", "share"), [(-900.0, 0.0), (0.0, 0.5), (900.0, 1.0)])
def test_a_logit_of_any_size_is_a_probability(logit: float, share: float) -> None:
    assert probability(logit) == pytest.approx(share)


def test_a_folder_without_the_part_marks_nothing(tmp_path: Path) -> None:
    assert marking(tmp_path) is None


def test_the_part_marks_by_the_bounds_that_stand_beside_it(tmp_path: Path) -> None:
    (tmp_path / PART).write_bytes(b"")
    bounds = dict(zip(Shares._fields, (0.4, 0.9, 0.5, 0.9), strict=True))
    (tmp_path / ABOUT).write_text(json.dumps({"counts_from": bounds}), "utf-8")
    found = marking(tmp_path)
    assert found is not None
    marked = found.shares((0.0, 0.0, 0.0, 0.0))
    assert [share >= OBSERVED for share in marked] == [True, False, True, False]
    with pytest.raises(ValueError, match="zip"):
        Marking().shares((0.0,))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """Gives the crisis floor's network without the part."""
    folder = tmp_path_factory.mktemp("alone")
    for name in FILES:
        (folder / name).write_bytes((FOLDER / name).read_bytes())
    return loaded(folder)


@pytest.mark.parametrize("place", range(len(SAID)))
def test_what_the_crisis_floor_hears_is_bit_for_bit_what_it_is_without_the_part(
    alone: Network, place: int
) -> None:
    (one,), (other,) = alone.scores(SAID[place]), loaded(FOLDER).scores(SAID[place])
    assert one.marked == NOTHING != other.marked
    assert (one.risk, one.what, one.who) == (other.risk, other.what, other.who)
    assert alone.leanings(SAID[place]) == loaded(FOLDER).leanings(SAID[place])


def test_a_part_that_belongs_to_another_network_is_an_error_of_the_start(tmp_path: Path) -> None:
    for name in (*FILES, ABOUT):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    (tmp_path / PART).write_bytes((FOLDER / PART).read_bytes()[:1000])
    with pytest.raises(ClassifierError, match="unusable"):
        loaded(tmp_path)
