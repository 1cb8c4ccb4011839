"""The choice of a model, as somebody meets it who starts this for the first time."""

from pathlib import Path

import pytest

from adapters.cli import asking
from adapters.cli.setup import here, local, model
from adapters.cli.setup.asking import Option, chosen
from adapters.cli.setup.local import Place
from bot.settings import load
from bot.settings.env_file import read
from tests.platforms.install import free_port
from tests.platforms.model_server import Answer, Body, Broken, ModelServer, Stream, Whole
from tests.setting_up import SAID, Listener, Somebody, desk_of, json_of, listing

COUNTED = "one two three " * 50_000  # too long to arrive at once, however busy this machine is
NAMES = ["llama3.1:8b", "\x1b[31mred"]


def ollama(body: Body) -> Answer:
    """Lists two models, and streams."""
    return Stream(COUNTED) if body else Whole(listing(NAMES))


def port_of(server: ModelServer) -> int:
    return int(server.url.removesuffix("/v1").rpartition(":")[2])


def kept(folder: Path) -> dict[str, str]:
    return read((folder / ".env").read_text())


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "PLACES", ())
    for name in ("ATTUNE_MODEL_URL", "ATTUNE_MODEL_NAME", "ATTUNE_MODEL_KEY"):
        monkeypatch.delenv(name, raising=False)


async def test_a_model_of_this_machine_is_chosen_checked_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, somebody = desk_of(tmp_path, "0", "99", "one", "*llama3.1:8b, in Ollama")
    async with ModelServer(ollama) as server:
        monkeypatch.setattr(local, "PLACES", (Place("Ollama", port_of(server)),))
        await model.first_run(desk)
    assert kept(tmp_path) == {
        "ATTUNE_MODEL_URL": server.url,
        "ATTUNE_MODEL_NAME": "llama3.1:8b",
    }
    assert "✓ model at 127.0.0.1:" in somebody.all
    assert "red" not in somebody.all
    assert somebody.all.count("A number from 1 to ") == 3
    assert desk.given.settings().model_name == ("llama3.1:8b",)


async def test_going_on_without_is_kept_so_that_it_is_asked_once(tmp_path: Path) -> None:
    desk, somebody = desk_of(tmp_path, "*None for now")
    await model.first_run(desk)
    assert kept(tmp_path) == {"ATTUNE_MODEL_ASK": "False"}
    assert SAID.why_demonstration in (tmp_path / ".env").read_text()
    assert "attune setup" in somebody.shown[-1]
    assert not desk.given.settings().model_ask


async def test_an_address_with_a_wrong_key_is_told_at_once_and_asked_again(tmp_path: Path) -> None:
    def guarded(body: Body) -> Answer:
        is_right = server.requests[-1].headers.get("authorization") == "Bearer sk-good"
        return ollama(body) if is_right else Broken("401")

    async with ModelServer(guarded) as server:
        typed = ("*Another", server.url)
        desk, somebody = desk_of(tmp_path, *typed, "!sk-bad", *typed, "!sk-good", "*llama3.1")
        await model.choose_model(desk)
    assert "did not accept the key (status 401). Check ATTUNE_MODEL_URL" in somebody.all
    assert kept(tmp_path)["ATTUNE_MODEL_KEY"] == "sk-good"
    assert "sk-" not in somebody.all


async def test_an_address_where_nobody_answers_is_told_before_more_is_asked(tmp_path: Path) -> None:
    where = f"http://127.0.0.1:{free_port()}/v1"
    desk, somebody = desk_of(tmp_path, "*Another", where, "", "*None for now")
    await model.choose_model(desk)
    assert f"✗ model at {where}: The endpoint could not be reached." in somebody.all


async def test_what_is_no_address_is_told_and_nothing_is_asked_of_it(tmp_path: Path) -> None:
    typed = ("*Another", "localhost:11434", "*Another", "http://me:secret@host/v1", "*Another", "")
    desk, somebody = desk_of(tmp_path, *typed, "*None for now")
    await model.choose_model(desk)
    assert "ATTUNE_MODEL_URL: is not an http or https address with a host" in somebody.all
    assert "ATTUNE_MODEL_URL: holds more than a host, a port and a path" in somebody.all


async def test_where_nothing_is_listed_the_name_is_typed_and_checked(tmp_path: Path) -> None:
    def unlisted(body: Body) -> Answer:
        if not body:
            return Broken("404")
        return Stream(COUNTED) if body["model"] == "m" else Broken("404")

    async with ModelServer(unlisted) as server:
        typed = ("*Another", server.url, "")
        desk, somebody = desk_of(tmp_path, *typed, "n", *typed, "", *typed, "m")
        await model.choose_model(desk)
    assert "knows no such address or model (status 404)" in somebody.all
    assert kept(tmp_path)["ATTUNE_MODEL_NAME"] == "m"


async def test_a_server_without_a_model_and_one_with_many_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = json_of(listing(f"m{one}" for one in range(20)))
    async with Listener(json_of(listing([]))) as none, Listener(many) as full:
        places = (Place("none", none.port), Place("full", full.port))
        monkeypatch.setattr(local, "PLACES", places)
        desk, somebody = desk_of(tmp_path, "*Look again", "*None for now")
        await model.choose_model(desk)
    assert somebody.all.count("none runs here and has no model yet") == 2
    assert "full has 8 more" in somebody.all
    assert len(somebody.labels) == model.MOST_SHOWN + 3 + len(here.options(desk))


async def test_a_file_that_cannot_be_written_is_told_and_the_choice_holds_for_now(
    tmp_path: Path,
) -> None:
    async with ModelServer(ollama) as server:
        desk, somebody = desk_of(tmp_path, "*Another", server.url, "!key", "*llama3.1")
        desk.given.file = tmp_path / "none" / ".env"
        await model.choose_model(desk)
    assert "cannot be written" in somebody.all
    assert "ATTUNE_MODEL_URL, ATTUNE_MODEL_NAME, ATTUNE_MODEL_KEY." in somebody.all
    assert "key" not in somebody.all.partition("Put it there")[2]
    assert desk.given.settings().model_url == (server.url,)


async def test_what_the_environment_sets_to_something_else_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTUNE_MODEL_NAME", "another")
    async with ModelServer(ollama) as server:
        desk, somebody = desk_of(tmp_path, "*Another", server.url, "", "*llama3.1")
        await model.choose_model(desk)
    assert "ATTUNE_MODEL_NAME is set in the environment too" in somebody.all
    assert "ATTUNE_MODEL_URL is set in the environment" not in somebody.all


def test_nothing_is_asked_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load({}, None)
    for is_in, is_out in ((False, False), (False, True), (True, False)):
        monkeypatch.setattr("sys.stdin.isatty", lambda is_in=is_in: is_in)
        monkeypatch.setattr("sys.stdout.isatty", lambda is_out=is_out: is_out)
        assert not asking.is_asked(settings, as_jsonl=False)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True)
    assert asking.is_asked(settings, as_jsonl=False)
    assert not asking.is_asked(settings, as_jsonl=True)
    assert not asking.is_asked(load({"ATTUNE_MODEL_ASK": "False"}, None), as_jsonl=False)
    is_set = {"ATTUNE_MODEL_URL": "http://a.example/v1", "ATTUNE_MODEL_NAME": "m"}
    assert not asking.is_asked(load(is_set, None), as_jsonl=False)


async def test_one_of_many_is_a_number_and_nothing_else() -> None:
    somebody = Somebody(["", "²", "1" * 5000, "-1", "2"])
    assert await chosen(somebody, ("a", "b"), "Number:", "1 to {most}") == 1
    assert somebody.all.count("1 to 2") == 4
    assert Option.__slots__ == ("label", "does")
