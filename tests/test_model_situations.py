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
from bot.model.forms import asks, forms
from bot.model.situations import Head, Heard, Scores, Situations, head_of, hearing, opened
from bot.model.told import situations_in
from bot.strings.demonstration import demonstration
from bot.text.wordpiece import vocabulary
from tests.demonstration import hears
from training.situations.lines import FOLDER as LINES
from training.situations.lines import Example, read

FAMILY = {name: one.family for name, one in demonstration("en").situations.items()}
HURTFUL = {("heavy", "glad"), ("heavy", "light"), ("glad", "heavy"), ("heavy", "play")}
ORDINARY = [
    "the meeting room on the third floor has a new projector",
    "apt-get says the package is held back, probably a mirror that is behind",
    "he plays for the other team since last season, or so the paper said",
    "they moved the bus stop to the other side of the bridge",
]


def test_it_hears_nearly_every_example_that_it_learnt_and_seldom_another() -> None:
    every = [one for one in read(families=FAMILY) if one.situation][::5]
    told = [(hears()(one.text), one) for one in every]
    right = sum(heard.situation == one.situation for heard, one in told)
    wrong = sum(heard.situation not in ("", one.situation) for heard, one in told)
    toned = sum(heard.family == one.family for heard, one in told)
    assert right > 0.45 * len(every)
    assert wrong < 0.02 * len(every)
    assert toned > 0.55 * len(every)


def test_lines_of_a_tone_are_heard_in_it_or_in_none_that_would_hurt() -> None:
    every = [one for one in read(families=FAMILY) if not one.situation][::3]
    told = [(hears()(one.text).family, one.family) for one in every]
    assert sum(heard == tone for heard, tone in told) > 0.6 * len(told)
    assert sum((tone, heard) in HURTFUL for heard, tone in told) < 0.02 * len(told)


@pytest.mark.parametrize("said", ORDINARY)
def test_ordinary_talk_is_no_situation(said: str) -> None:
    assert hears()(said).situation == ""


def test_a_head_knows_every_situation_but_signs_and_names_their_families() -> None:
    head, every = head_of(FOLDER), demonstration("en").situations
    assert set(head.names) | {"emoji"} | situations_in("en") == set(every)
    assert all(head.families[name] == every[name].family for name in head.names)
    width = hidden.LAYERS * hidden.WIDTH + 1
    assert head.weights.shape == (width, len(head.names))
    assert head.toning.shape == (width + len(forms("")), len(head.tones))
    assert set(head.tones) == {"", *head.likely}
    assert set(head.tones) == {"", *(every[name].family for name in head.names)}


def heard_of(situations: tuple[float, ...], **tones: float) -> Heard:
    families = {"tired": "heavy", "pregnancy": "mixed", "happy": "glad", "exam": "life"}
    families |= {"hobby": "light"}
    likely = dict.fromkeys(families.values(), 0.5)
    nothing = numpy.zeros(0)
    head = Head(
        nothing, nothing, nothing, nothing, tuple(families), families, sure=0.5, likely=likely
    )
    each = numpy.array([tones.get(one, 0.0) for one in head.tones])
    return head.heard(Scores(numpy.array(situations), each))


def test_a_situation_is_heard_where_it_is_sure_and_the_tone_agrees() -> None:
    assert heard_of((0.9, 0, 0, 0, 0), heavy=0.8) == Heard("tired", "heavy")
    assert heard_of((0.4, 0, 0, 0, 0), heavy=0.8) == Heard("", "heavy")
    assert heard_of((0.9, 0, 0, 0, 0), light=0.8) == Heard("", "light")
    assert heard_of((0.4, 0, 0, 0, 0), heavy=0.3, light=0.3) == Heard()


def test_what_is_told_with_feeling_but_not_surely_which_is_answered_for_several() -> None:
    assert heard_of((0, 0, 0, 0, 0), heavy=0.4, glad=0.3) == Heard("", "mixed")
    assert heard_of((0, 0, 0, 0, 0), heavy=0.3, glad=0.2) == Heard()


@given(st.text())
def test_forms_are_read_of_any_text(text: str) -> None:
    assert len(forms(text)) == len(forms(""))


def test_what_asks_is_known_by_its_form_with_or_without_a_mark() -> None:
    asking = ("what day is the bin", "how do i say it", "is it late?", "tell me a story")
    assert all(map(asks, asking))
    assert not any(map(asks, ("the bin is out", "it was late", "they told me a story")))


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
    every = read(LINES, families=FAMILY)
    assert {one.writer for one in every} >= {"a", "b", "c"}
    assert every[0] == Example("a", "greeting", "light", "Hello.")
    assert {one.family for one in every if not one.situation} <= set(FAMILY.values())
    assert len({one.text for one in every}) > 0.95 * len(every)
    about = json.loads((FOLDER / "situations.json").read_text("utf-8"))
    assert "MIT" in about["licence"]
