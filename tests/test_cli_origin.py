"""What replies are made with is found out at the start: digests, and since when they hold."""

import ast
import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.cli import compose, digests
from adapters.cli.house import house_of, made_by, makers_of
from adapters.cli.origin import with_origin
from bot.made import Maker
from bot.making import PROMPT_VERSION
from bot.settings import load
from tests.console_stage import SetClock
from tests.fakes import FakeStore, FakeVault
from tests.test_command_line import settings_of

# What the files of prompts import, and which of it makes no word of a prompt.
OTHERWISE = {
    "bot.words": "types",
    "bot.ids": "types",
    "bot.records": "types",
    "bot.rupture": "names",
    "bot.strings": "sentences that people read; some stand in a prompt as what was said before",
    "bot.text": "how a text is spelled and cut",
    "bot.lexicon": "what is recognised",
    "bot.commands": "what is recognised",
    "bot.crisis": "what is recognised; its texts are in",
    "bot.people": "what is recognised",
}


def test_a_file_is_read_once_and_again_when_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "m.gguf"
    file.write_bytes(b"GGUF one")
    first = digests.of_weights(file, tmp_path)
    assert first == hashlib.sha256(b"GGUF one").hexdigest()
    seen = file.stat()
    file.write_bytes(b"GGUF two")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert digests.of_weights(file, tmp_path) == first  # by size and moment it is the same
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1))
    assert digests.of_weights(file, tmp_path) == hashlib.sha256(b"GGUF two").hexdigest()


@pytest.mark.parametrize("kept", ["", "{", "[1]", "[[1, 2, 3]]", "null", "{}"])
def test_a_file_of_digests_that_cannot_be_read_is_made_anew(tmp_path: Path, kept: str) -> None:
    file = tmp_path / "m.gguf"
    file.write_bytes(b"GGUF")
    (tmp_path / digests.KEPT).write_text(kept, encoding="utf-8")
    assert digests.of_weights(file, tmp_path) == hashlib.sha256(b"GGUF").hexdigest()


def test_a_few_digests_are_kept_and_of_a_missing_file_none_is_known(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.gguf").write_bytes(b"GGUF")
        digests.of_weights(tmp_path / f"{number}.gguf", tmp_path)
    assert (tmp_path / digests.KEPT).read_text().count("gguf") == digests.MOST_KEPT
    assert digests.of_weights(tmp_path / "none.gguf", tmp_path) == ""


def test_the_digest_of_prompts_changes_with_what_they_are_written_from(tmp_path: Path) -> None:
    (tmp_path / "prompt").mkdir()
    (tmp_path / "prompt" / "system.py").write_text("a")
    first = digests.of_prompts("", tmp_path)
    assert digests.of_prompts("", tmp_path) == first
    assert digests.of_prompts("Be terse.", tmp_path) != first
    (tmp_path / "prompt" / "system.py").write_text("b")
    assert digests.of_prompts("", tmp_path) != first


def test_every_file_that_prompts_are_written_from_is_in_their_digest() -> None:
    root = Path(compose.__file__).parent.parent.parent
    within = {file.relative_to(root).as_posix() for file in digests.files()}
    assert "bot/prompt/system.py" in within
    for name in digests.PROMPTED:
        assert any(one.startswith(f"bot/{name}") for one in within), name
    asked = {
        node.module
        for file in (root / "bot/prompt").glob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.")
    }
    left = {".".join(str(one).split(".")[:2]) for one in asked}
    ins = {f"bot.{name.partition('/')[0].removesuffix('.py')}" for name in digests.PROMPTED}
    assert left - ins - set(OTHERWISE) == set()


async def test_an_installation_knows_its_model_by_name_and_file(tmp_path: Path) -> None:
    file = tmp_path / "small-q4.gguf"
    file.write_bytes(b"GGUF")
    given = settings_of(tmp_path, model_url="http://m.example/v1", model_name="large")
    settings = load(given, None).model_copy(update={"model_file": file})
    clock = SetClock()
    house = await with_origin(house_of(settings, ()), settings, FakeStore(FakeVault()), clock)
    digest = hashlib.sha256(b"GGUF").hexdigest()
    assert house.origin.makers == (Maker("small-q4", digest), Maker("large"))
    assert house.origin.prompt.startswith(f"{PROMPT_VERSION}-")
    assert (house.origin.since, len(house.origin.classifier)) == (f"{clock.now():%Y-%m-%d}", 64)
    assert house.making is not None
    assert house.making.models == ("small-q4", "large")
    assert house.making.weights == (("small-q4", digest),)


def test_what_is_kept_and_what_is_told_name_the_same_models(tmp_path: Path) -> None:
    urls = "http://a.example/v1, http://b.example/v1"
    settings = load(settings_of(tmp_path, model_url=urls, model_name="m"), None)
    assert makers_of(settings) == (Maker("m"), Maker("m"))
    house = house_of(settings, ())
    named = made_by(house, replace(house.origin, program="1"), "")
    assert named.making is not None
    assert set(named.making.models) == {one.model for one in named.origin.makers}


def test_the_demonstration_voice_is_no_model(tmp_path: Path) -> None:
    settings = load(settings_of(tmp_path), None)
    assert makers_of(settings) == (Maker(is_model=False),)
    house = house_of(settings, ())
    assert house.making is not None
    assert house.making.models == ()
