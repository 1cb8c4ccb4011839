"""What the demonstration voice hears: situations of its examples, nothing in ordinary talk."""

import json
import logging
import shutil
from pathlib import Path

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.cli.weights import FOLDER
from bot.model import hidden
from bot.model.situations import Head, Heard, Situations, head_of, hearing, opened
from bot.strings.demonstration import demonstration
from bot.text.wordpiece import vocabulary
from tests.demonstration import hears
from training.situations.lines import FOLDER as LINES
from training.situations.lines import Example, read

ORDINARY = [
    "the meeting room on the third floor has a new projector",
    "apt-get says the package is held back, probably a mirror that is behind",
    "he plays for the other team since last season, or so the paper said",
    "they moved the bus stop to the other side of the bridge",
]


def test_it_hears_nearly_every_example_that_it_learnt_and_seldom_another() -> None:
    every = read()[::5]
    told = [(hears()(one.text), one) for one in every]
    right = sum(heard.situation == one.situation for heard, one in told)
    wrong = sum(heard.situation not in ("", one.situation) for heard, one in told)
    assert right > 0.6 * len(every)
    assert wrong < 0.02 * len(every)


@pytest.mark.parametrize("said", ORDINARY)
def test_ordinary_talk_is_no_situation(said: str) -> None:
    assert hears()(said).situation == ""


def test_a_head_knows_every_situation_but_signs_and_names_their_families() -> None:
    head, every = head_of(FOLDER), demonstration("en").situations
    assert set(head.names) | {"emoji"} == set(every)
    assert all(head.families[name] == every[name].family for name in head.names)
    assert head.weights.shape == (hidden.LAYERS * hidden.WIDTH + 1, len(head.names) + 5)
    assert set(head.kinds) == {every[name].family for name in head.names}


def _head(sure: float = 0.5, likely: float = 0.5) -> Head:
    families = {"tired": "heavy", "joke": "light"}
    nothing = numpy.zeros(0)
    return Head(nothing, nothing, nothing, tuple(families), families, sure, likely)


def test_a_situation_is_heard_only_where_its_family_is_the_likeliest() -> None:
    hear = _head().heard
    assert hear(numpy.array([0.9, 0.1, 0.8, 0.1])) == Heard("tired", "heavy")
    assert hear(numpy.array([0.4, 0.1, 0.8, 0.1])) == Heard("", "heavy")
    assert hear(numpy.array([0.9, 0.1, 0.1, 0.8])) == Heard()
    assert hear(numpy.array([0.4, 0.1, 0.4, 0.1])) == Heard()


@given(st.text())
def test_any_text_is_read_the_same_twice(text: str) -> None:
    pieces = vocabulary("[CLS]\n[SEP]\n[UNK]\na\n##a\n.")
    head = head_of(FOLDER)
    it = Situations(lambda row: numpy.full((6, 384), len(row), "float32"), pieces, head)
    assert it.heard(text) == it.heard(text)


def test_a_file_that_is_broken_is_said_once_and_nothing_is_heard(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        hear = hearing(tmp_path)
        assert hear("i cant sleep") == Heard()
        assert hear("i cant sleep") == Heard()
    for name in ("vocab.txt", "situations.json", "situations.npz"):
        shutil.copy(FOLDER / name, tmp_path / name)
    (tmp_path / "crisis.onnx").write_bytes(b"no network")
    assert hearing(tmp_path)("i cant sleep") == Heard()


def test_what_is_opened_hears_beginning_and_end_of_a_long_text() -> None:
    it = opened(FOLDER)
    assert isinstance(it, Situations)
    assert it.heard("") == Heard()
    assert it.heard("can't sleep, it's 3am again. " * 400).family == "heavy"


def test_examples_are_read_writer_by_writer() -> None:
    every = read(LINES)
    assert {one.writer for one in every} >= {"a", "b", "c"}
    assert every[0] == Example("a", "greeting", "Hello.")
    assert len({one.text for one in every}) > 0.95 * len(every)
    about = json.loads((FOLDER / "situations.json").read_text("utf-8"))
    assert "MIT" in about["licence"]
