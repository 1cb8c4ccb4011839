"""A model inside the program, as somebody meets it who sets this up."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.cli.setup import here, local, model
from adapters.local import offers, serving
from adapters.local.threads import KEPT
from bot.settings.env_file import read
from tests.setting_up import Listener, desk_of
from tests.tiny_gguf import write


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "PLACES", ())
    for name in ("ATTUNE_MODEL_URL", "ATTUNE_MODEL_NAME", "ATTUNE_MODEL_KEY", "ATTUNE_MODEL_FILE"):
        monkeypatch.delenv(name, raising=False)


def kept(folder: Path) -> dict[str, str]:
    return read((folder / ".env").read_text())


def offered(monkeypatch: pytest.MonkeyPatch, server: Listener, whole: bytes) -> None:
    """Offers a file of that content at that server, and no other."""
    sha256 = hashlib.sha256(whole).hexdigest()
    one = replace(offers.OFFERS[1], size=len(whole), sha256=sha256, address=f"{server.url}/m.gguf")
    monkeypatch.setattr(offers, "OFFERS", (one,))


async def test_after_a_yes_it_is_downloaded_measured_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = write(tmp_path / "there.gguf").read_bytes()
    head = f"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {len(whole)}\r\n\r\n"
    desk, somebody = desk_of(tmp_path, "*Qwen2.5 1.5B", "*Download it")
    async with Listener(head.encode() + whole) as server:
        offered(monkeypatch, server, whole)
        await model.first_run(desk)
    file = tmp_path / "data" / here.FOLDER / offers.OFFERS[0].file
    assert kept(tmp_path) == {"ATTUNE_MODEL_FILE": str(file)}
    assert (tmp_path / "data" / KEPT).is_file()
    for told in ("Apache-2.0", offers.OFFERS[0].sha256, "100%", "✓ model in here: it streams"):
        assert told in somebody.all


async def test_nothing_is_fetched_before_a_yes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = desk_of(tmp_path, "*Qwen2.5 1.5B", "*Back", "*Back")
    async with Listener(None) as server:
        offered(monkeypatch, server, b"x")
        await here.choose(desk)
        assert not server.asked
    assert not (tmp_path / ".env").exists()


async def test_where_it_cannot_be_had_it_says_so_and_offers_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, somebody = desk_of(tmp_path, "*Qwen2.5 1.5B", "*Download it", "*None for now")
    async with Listener(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") as server:
        offered(monkeypatch, server, b"x")
        await model.choose_model(desk)
    assert "answered with 404" in somebody.all
    assert desk.said.the_rest in somebody.all


async def test_a_file_somebody_has_is_run_and_kept(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.gguf")
    (tmp_path / "page.gguf").write_bytes(b"<html>")
    wrong = ("*A model file", str(tmp_path / "none.gguf"), "*A model file", f"{tmp_path}/page.gguf")
    desk, somebody = desk_of(tmp_path, "*A model file", "", *wrong, "*A model file", str(file))
    await here.choose(desk)
    assert kept(tmp_path) == {"ATTUNE_MODEL_FILE": str(file)}
    assert "cannot be read" in somebody.all
    assert "is no GGUF file" in somebody.all


async def test_without_what_runs_it_the_way_to_install_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "is_installed", lambda: False)
    monkeypatch.setattr(offers, "memory_here", lambda: 8 * offers.GB)
    desk, somebody = desk_of(tmp_path, "*Qwen3 4B", "*Back")
    await here.choose(desk)
    assert "make local" in somebody.all


async def test_too_little_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "memory_here", lambda: 10**9)
    desk, somebody = desk_of(tmp_path, "*Back")
    await here.choose(desk)
    assert "too little memory" in somebody.all
    assert list(somebody.labels) == [desk.said.a_file, desk.said.back]
