"""The first run at a real terminal: what is asked, what is kept, and how somebody leaves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from adapters.cli.asking import CTRL_C as INTERRUPTED
from bot.settings.env_file import read
from tests.platforms.model_server import Answer, Body, Gate, ModelServer, Stream, Whole
from tests.platforms.terminal import CTRL_C, CTRL_D, Places, Terminal
from tests.setting_up import SAID, Listener, listing
from tests.warm import ROOT, attune

WHICH = SAID.which
PROMPT = "you (dm)>"
COUNTED = "one two three " * 50_000  # too long to arrive at once, however busy this machine is


def ollama(body: Body) -> Answer:
    """Lists a model, and one whose name is no name; streams what it says."""
    names = ["llama3.1:8b", "\x1b[2J\x1b[31mgone"]
    if not body:
        return Whole(listing(names))
    is_probe = "Count from one" in body["messages"][-1]["content"]
    return Stream(COUNTED if is_probe else "Here I am, with you.")


def at(port: int, name: str = "Ollama") -> tuple[str, int, list[str]]:
    return name, port, ["/v1/models", "/api/tags"]


def port_of(server: ModelServer) -> int:
    return int(server.url.removesuffix("/v1").rpartition(":")[2])


def kept(folder: Path) -> dict[str, str]:
    return read((folder / ".env").read_text())


async def test_a_first_run_finds_a_model_keeps_it_and_talks(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ATTUNE_OPERATOR_NAME=Ada")  # and no line end
    async with ModelServer(ollama) as server, Listener(None) as silent:
        places: Places = [at(silent.port, "silent"), at(port_of(server))]
        with Terminal(tmp_path, "chat", places=places) as terminal:
            await terminal.answer(WHICH, "*llama3.1:8b, in Ollama on this machine")
            await terminal.until("it streams")
            await terminal.answer(PROMPT, "hello")
            await terminal.until("Here I am, with you.")
            await terminal.type("/quit")
            assert await terminal.ended() == 0
        assert "gone" not in terminal.shown
        assert kept(tmp_path) == {
            "ATTUNE_OPERATOR_NAME": "Ada",
            "ATTUNE_MODEL_URL": server.url,
            "ATTUNE_MODEL_NAME": "llama3.1:8b",
        }
        with Terminal(tmp_path, "chat", places=places) as again:
            assert WHICH not in await again.until(PROMPT)
            await again.type(CTRL_D)
            assert await again.ended() == 0


async def test_the_demonstration_is_asked_about_once_and_a_key_is_never_shown(
    tmp_path: Path,
) -> None:
    with Terminal(tmp_path, "chat", places=[]) as terminal:
        await terminal.until(SAID.found_none)
        await terminal.answer(WHICH, "*Another")
        await terminal.answer("(Enter: back):", "http://127.0.0.1:9/v1")
        await terminal.answer("if it needs none):", "sk-secret")
        assert "could not be reached" in await terminal.until(SAID.looking)
        await terminal.answer(WHICH, "*None for now")
        await terminal.answer(PROMPT, "/quit")
        assert await terminal.ended() == 0
    assert "sk-secret" not in terminal.shown
    assert kept(tmp_path) == {"ATTUNE_MODEL_ASK": "False"}
    with Terminal(tmp_path, "chat", places=[]) as again:
        assert WHICH not in await again.until(PROMPT)


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, INTERRUPTED), (CTRL_D, 0)])
async def test_who_leaves_at_a_question_leaves_nothing_half_written(
    tmp_path: Path, key: str, code: int
) -> None:
    (tmp_path / ".env").write_text("ATTUNE_OPERATOR_NAME=Ada\n")
    with Terminal(tmp_path, "chat", places=[]) as terminal:
        await terminal.answer(WHICH, key)
        assert await terminal.ended() == code
    assert "Traceback" not in terminal.shown
    assert SAID.left in terminal.shown
    assert (tmp_path / ".env").read_text() == "ATTUNE_OPERATOR_NAME=Ada\n"
    assert not (tmp_path / "data").exists()


async def test_who_leaves_while_a_model_is_asked_is_let_go(tmp_path: Path) -> None:
    def never(body: Body) -> Answer:
        return Stream("a b", gate=Gate(0)) if body else ollama(body)

    async with ModelServer(never) as server:
        with Terminal(tmp_path, "chat", places=[at(port_of(server))]) as terminal:
            await terminal.answer(WHICH, "*llama3.1:8b")
            await terminal.until("Asking llama3.1:8b")
            await terminal.type(CTRL_C)
            assert await terminal.ended() == INTERRUPTED
    assert "Traceback" not in terminal.shown
    assert not (tmp_path / ".env").exists()


def test_without_a_terminal_nothing_is_asked_nor_looked_for(tmp_path: Path) -> None:
    ran = attune(tmp_path, "chat", lines="hello\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("r1> ")
    assert not (tmp_path / ".env").exists()
    refused = attune(tmp_path, "setup", lines="1\n")
    assert (refused.returncode, refused.stderr) == (2, f"attune: {SAID.needs_terminal}\n")


def test_with_only_its_output_at_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    clean = {name: value for name, value in os.environ.items() if name[:7] != "ATTUNE_"}
    own = {"ATTUNE_DATA_FOLDER": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
    words = (sys.executable, "-m", "adapters.main", "chat")
    try:
        nothing = subprocess.DEVNULL
        done = subprocess.run(
            words, cwd=tmp_path, env=clean | own, stdin=nothing, stdout=theirs, check=False
        )
    finally:
        os.close(theirs)
        os.close(ours)
    assert done.returncode == 0
    assert not (tmp_path / ".env").exists()
