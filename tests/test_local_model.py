"""A model inside the program: real llama.cpp with a model of a few kilobytes."""

import urllib.error
import urllib.request
from functools import partial
from pathlib import Path

import pytest

from adapters.cli import doctor
from adapters.cli.house import house_of
from adapters.cli.models import models_of
from adapters.local import offers, serving, threads
from adapters.local.model import LocalModel
from bot.errors import ModelCutOff, ModelUnreachable, SettingsFault
from bot.levels import Level
from bot.model.remote import Endpoint
from bot.settings import load
from bot.words import Brief, Prompt, PromptLine
from tests.tiny_gguf import write

COUNT = Prompt(
    Brief(Level.PLAIN, None, 1, 1), (PromptLine("system", "Count."), PromptLine("user", "Go."))
)
ASKED = Endpoint("", "tiny", max_tokens=20)


def model_of(file: Path) -> LocalModel:
    return LocalModel(partial(serving.serve, file, 1, 512), ASKED)


async def heard(model: LocalModel, drafts: list[str]) -> None:
    async for draft in model.stream(COUNT):
        drafts.append(draft.proposed)


async def test_it_streams_words_and_says_that_they_stay_here(tmp_path: Path) -> None:
    model = model_of(write(tmp_path / "tiny.gguf"))
    assert model.host is None
    for _ in range(2):  # loaded once, asked twice
        drafts: list[str] = []
        with pytest.raises(ModelCutOff, match="ran out of room"):  # it never ends by itself
            await heard(model, drafts)
        assert len(drafts) > 1
        assert "".join(drafts).split()
    await model.close()


async def test_a_file_that_cannot_be_loaded_is_told_to_each_who_asks(tmp_path: Path) -> None:
    (tmp_path / "broken.gguf").write_bytes(b"GGUF and then nothing")
    model = model_of(tmp_path / "broken.gguf")
    for _ in range(2):
        with pytest.raises(ModelUnreachable, match="could not be loaded"):
            await anext(model.stream(COUNT))
    await model.close()


async def test_one_that_was_never_asked_is_closed_without_loading_it() -> None:
    asked: list[str] = []

    def loads() -> serving.Served:
        asked.append("loaded")
        raise ModelUnreachable("nobody asked")

    await LocalModel(loads, ASKED).close()
    assert asked == []


def test_nobody_without_the_key_is_answered(tmp_path: Path) -> None:
    served = serving.serve(write(tmp_path / "tiny.gguf"), 1, 512)
    assert served.url.startswith("http://127.0.0.1:")
    assert served.key not in repr(served)
    asked = urllib.request.Request(f"{served.url}/chat/completions", b"{}")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(asked)


def test_threads_are_measured_kept_and_known_again(tmp_path: Path) -> None:
    file = write(tmp_path / "tiny.gguf")
    speeds = threads.measured(file, 2)
    assert 1 in speeds
    assert set(speeds) <= {1, 2}
    assert all(speed > 0 for speed in speeds.values())
    threads.keep(tmp_path, file, 1)
    assert threads.best(tmp_path, file) == 1
    assert threads.best(tmp_path, tmp_path / "another.gguf") == max(1, threads.cores() // 2)


@pytest.mark.parametrize("kept", ["", "[]", '{"file": 1}', '{"threads": "many"}'])
def test_what_cannot_be_read_of_it_counts_as_not_measured(tmp_path: Path, kept: str) -> None:
    (tmp_path / threads.KEPT).write_text(kept)
    assert threads.best(tmp_path, tmp_path / "a.gguf") == max(1, threads.cores() // 2)


async def test_the_setting_puts_it_before_every_address(tmp_path: Path) -> None:
    file = write(tmp_path / "tiny.gguf")
    given = {
        "ATTUNE_DATA_FOLDER": str(tmp_path),
        "ATTUNE_MODEL_FILE": str(file),
        "ATTUNE_MODEL_URL": "http://localhost:9/v1",
        "ATTUNE_MODEL_NAME": "other",
    }
    assert [one.host for one in models_of(load(given, None))] == [None, "localhost:9"]
    alone = load({key: given[key] for key in ("ATTUNE_DATA_FOLDER", "ATTUNE_MODEL_FILE")}, None)
    assert not house_of(alone, models_of(alone)).has_set_words  # and yet no host
    (checked,) = await doctor.models(alone)
    assert str(checked) == "✓ model in here: it streams"


@pytest.mark.parametrize("held", [None, b"<html>"])
async def test_a_file_that_is_no_model_is_told_by_its_setting(
    tmp_path: Path, held: bytes | None
) -> None:
    file = tmp_path / "page.gguf"
    if held is not None:
        file.write_bytes(held)
    settings = load({"ATTUNE_DATA_FOLDER": str(tmp_path), "ATTUNE_MODEL_FILE": str(file)}, None)
    with pytest.raises(SettingsFault, match=r"ATTUNE_MODEL_FILE: .*name"):
        models_of(settings)
    (checked,) = await doctor.models(settings)
    assert not checked.is_well


def test_the_best_that_fits_is_offered_first() -> None:
    large, small = offers.OFFERS
    assert offers.fitting(large.memory) == (large, small)
    assert offers.fitting(large.memory - 1) == (small,)
    assert offers.fitting(10**9) == ()
    assert offers.memory_here() > 10**8


def test_each_offer_is_pinned() -> None:
    for one in offers.OFFERS:
        assert len(one.sha256) == 64
        assert one.address.startswith("https://")
        assert one.licence
        assert one.size < one.memory
