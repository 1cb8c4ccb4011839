"""The command line, as an operator uses it: real processes on a folder of their own."""

import subprocess
import sys
from pathlib import Path

import pytest
import typer

from adapters import main as door
from adapters.cli import compose, doctor, evaluating, main, models
from adapters.cli.house import house_of
from bot.errors import SettingsFault
from bot.folder import FolderLock
from bot.making import Making
from bot.settings import load
from tests.platforms.model_server import Body, Gate, ModelServer, Stream
from tests.warm import attune

TRACEBACK = "Traceback"


def settings_of(folder: Path, **more: str) -> dict[str, str]:
    """Gives an environment with these settings."""
    given = {f"ATTUNE_{name.upper()}": value for name, value in more.items()}
    return {"ATTUNE_DATA_FOLDER": str(folder), **given}


def test_lines_on_standard_input_are_a_conversation(tmp_path: Path) -> None:
    ran = attune(tmp_path, "chat", lines="hello\n")
    assert ran.returncode == 0
    assert ran.stdout.startswith("r1> ")
    assert "\n    I'm Attune, an AI run by" in ran.stdout
    assert ran.stderr == ""


def test_two_runs_on_one_folder_continue_each_other(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n/attune on\n/choose Yes\n")
    again = attune(tmp_path, "chat", lines="/attune status\n")
    assert "Warm here" in again.stdout
    assert again.stdout.startswith("r3 (only you)> ")


def test_every_fault_of_the_settings_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("ATTUNE_COLOUR=red\n")
    ran = attune(tmp_path, "chat", model_temperature="9", waiting_replies="none")
    assert ran.returncode == 2
    for name in ("ATTUNE_COLOUR", "ATTUNE_MODEL_TEMPERATURE", "ATTUNE_WAITING_REPLIES"):
        assert name in ran.stderr
    assert TRACEBACK not in ran.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("frob",),
        ("chat", "--frob"),
        ("chat", "--jsonl", "--plain"),
        ("under-18", "you"),
        ("under-18", "console:you"),
        ("serve",),
    ],
)
def test_what_cannot_be_done_ends_with_code_2_and_a_sentence(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = attune(tmp_path, *words)
    assert ran.returncode == 2
    assert ran.stderr.strip()
    assert TRACEBACK not in ran.stderr


def test_the_version_is_told(tmp_path: Path) -> None:
    assert attune(tmp_path, "--version").stdout.startswith("attune ")
    assert main.app.info.name == "attune"


def test_a_folder_in_use_is_refused_to_a_second_chat_and_open_to_operators(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="/attune under-18\n")
    with FolderLock(tmp_path / "data"):
        second = attune(tmp_path, "chat", lines="hello\n")
        assert second.returncode == 2
        assert TRACEBACK not in second.stderr
        undone = attune(tmp_path, "under-18", "console:you", "--undo")
        assert undone.stdout == "Done: the mark is gone.\n"
        assert attune(tmp_path, "doctor").returncode == 0
        assert attune(tmp_path, "migrate").returncode == 0
    assert "not marked" in attune(tmp_path, "under-18", "console:you", "--undo").stdout


def test_a_wrong_master_key_is_refused_and_never_replaced(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n")
    key = tmp_path / "data" / compose.MASTER_FILE
    kept = key.read_bytes()
    key.unlink()
    for ran in (attune(tmp_path, "chat", lines="hello\n"), attune(tmp_path, "doctor")):
        assert ran.returncode in (1, 2)
        assert "master key" in ran.stdout + ran.stderr
    assert not key.exists()
    wrong = attune(tmp_path, "chat", lines="hello\n", master_key="A" * 43)
    assert wrong.returncode == 2
    assert TRACEBACK not in wrong.stderr
    key.write_bytes(kept)
    key.chmod(0o600)
    assert attune(tmp_path, "doctor").returncode == 0


def test_a_database_without_its_keys_is_refused_and_given_no_new_ones(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="/attune under-18\n")
    for name in (
        compose.MASTER_FILE,
        *(f"{compose.KEYS_FILE}{end}" for end in ("", "-wal", "-shm")),
    ):
        (tmp_path / "data" / name).unlink(missing_ok=True)
    for ran in (attune(tmp_path, "chat", lines="hello\n"), attune(tmp_path, "doctor")):
        assert ran.returncode in (1, 2)
        assert "its keys are gone" in ran.stdout + ran.stderr
    assert not (tmp_path / "data" / compose.MASTER_FILE).exists()


def test_doctor_looks_at_everything_and_makes_nothing(tmp_path: Path) -> None:
    ran = attune(tmp_path, "doctor")
    assert ran.returncode == 0
    assert [line[0] for line in ran.stdout.splitlines()] == ["✓"] * 7
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "words",
    ["chat", "migrate", "keys rotate", "block console:you", "under-18 console:you --undo"],
)
def test_a_folder_that_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, words: str
) -> None:
    (tmp_path / "data").write_text("a file")
    ran = attune(tmp_path, *words.split())
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith("attune: ")


def test_doctor_says_when_a_folder_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert "✗ folders" in attune(tmp_path, "doctor").stdout
    (tmp_path / "other").mkdir()
    missing = f"sqlite:///{tmp_path}/no/such/attune.db"
    ran = attune(tmp_path / "other", "doctor", database_url=missing)
    assert "mend ATTUNE_DATABASE_URL" in ran.stdout
    assert ran.returncode == 1


def test_doctor_goes_on_where_the_data_folder_is_somebody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_url: str) -> None:
        raise PermissionError(13, "Permission denied", "keys.db")

    monkeypatch.setattr(doctor, "state", refused)
    checked = doctor._database(load(settings_of(tmp_path), None))
    why = "it is not permitted. Check who owns the data folder, and its disk."
    assert (checked.is_well, checked.what) == (False, f"database: {why}")


def test_what_the_system_refuses_anywhere_ends_with_code_2_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(**_how: object) -> None:
        raise PermissionError(13, "Permission denied", "attune.db")

    monkeypatch.setattr(main, "app", refused)
    with pytest.raises(SystemExit, match="2"):
        main.run()
    why = "attune.db: it is not permitted. Check who owns that, and its disk."
    assert capsys.readouterr().err == f"attune: It could not be done: {why}\n"


def test_doctor_tries_to_make_a_folder_where_the_data_folder_would_be() -> None:
    of = load({"ATTUNE_DATA_FOLDER": "/proc/nowhere"}, None)
    assert not doctor._folders(of).is_well
    with (
        pytest.raises(SettingsFault, match="cannot be used: No such file"),
        FolderLock(of.data_folder),
    ):
        pass


async def test_doctor_says_whether_the_model_answers(tmp_path: Path) -> None:
    async with ModelServer(lambda _body: Stream("one two three four five")) as server:
        found = load(settings_of(tmp_path, model_url=server.url, model_name="m"), None)
        checked = [str(one) async for one in doctor.examine(found)]
        assert checked[-1].startswith("✓ model at 127.0.0.1:")
    checked = [str(one) async for one in doctor.examine(found)]
    assert checked[-1].startswith("✗ model at 127.0.0.1:")
    assert "ATTUNE_MODEL_URL" in checked[-1]


async def test_doctor_asks_every_model_at_once(tmp_path: Path) -> None:
    gate = Gate(after=0)

    def second(_body: Body) -> Stream:
        gate.opened.set()
        return Stream("one two three four five")

    first = ModelServer(lambda _body: Stream("one two three four five", gate=gate))
    async with first, ModelServer(second) as other:
        urls = f"{first.url},{other.url}"
        found = load(settings_of(tmp_path, model_url=urls, model_name="m"), None)
        checked = [one async for one in doctor.examine(found)]
    assert [one.is_well for one in checked[-2:]] == [True, True]


async def test_doctor_says_whether_the_judge_answers(tmp_path: Path) -> None:
    async with ModelServer(lambda _body: Stream("no")) as server:
        given = settings_of(tmp_path, judge_url=server.url, judge_name="m", judge_seconds="10")
        found = load(given, None)
        checked = [str(one) async for one in doctor.examine(found)]
        assert f"✓ judge at {server.url[7:-3]}: it answers" in checked
        assert "ATTUNE_JUDGE_URL" in checked[-1]
    checked = [str(one) async for one in doctor.examine(found)]
    assert checked[-1].startswith("✗ judge at 127.0.0.1:")
    assert "ATTUNE_JUDGE_URL" in checked[-1]


async def test_settings_become_the_house_and_its_model(tmp_path: Path) -> None:
    given = settings_of(
        tmp_path, model_url="http://m.example/v1", model_name="m", waiting_replies="2"
    )
    settings = load(given, None)
    (model,) = asked = models.models_of(settings)
    house = house_of(settings, asked)
    await model.close()
    assert house.hosts == ("m.example",)
    assert house.making == Making(("m",), ("m.example",))
    assert house.guards.waiting == 2
    assert not house.has_set_words
    (offline,) = own = models.models_of(load(settings_of(tmp_path), None))
    assert offline.host is None
    assert house_of(settings, own).has_set_words


async def test_each_endpoint_has_its_own_key_and_every_host_is_named(tmp_path: Path) -> None:
    given = settings_of(
        tmp_path, model_url="http://a.example/v1, http://b.example/v1", model_name="m,n"
    )
    settings = load(given | {"ATTUNE_MODEL_KEY": "one,"}, None)
    found = [(each.url, each.name, each.key) for each in models.endpoints(settings)]
    assert found == [("http://a.example/v1", "m", "one"), ("http://b.example/v1", "n", "")]
    asked = models.models_of(settings)
    assert house_of(settings, asked).hosts == ("a.example", "b.example")
    for model in asked:
        await model.close()


async def test_a_database_made_here_opens_again(tmp_path: Path) -> None:
    settings = load(settings_of(tmp_path), None)
    assert compose.ready_schema(settings) is None
    async with compose.opened(settings) as (_store, vault):
        tag = vault.tag("a")
    async with compose.opened(settings) as (_store, vault):
        assert vault.tag("a") == tag


def test_a_block_holds_until_it_is_taken_back(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n")
    assert attune(tmp_path, "block", "console:you").stdout == "Done: blocked.\n"
    assert attune(tmp_path, "chat", lines="hello\n").stdout == ""
    assert attune(tmp_path, "block", "console:you", "--undo").returncode == 0
    assert attune(tmp_path, "chat", lines="hello\n").stdout != ""
    assert attune(tmp_path, "block", "you").returncode == 2


def test_a_new_master_key_takes_over_and_the_old_one_opens_nothing(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n/attune on\n/choose Yes\n")
    old = (tmp_path / "data" / "master.key").read_text().strip()
    new = attune(tmp_path, "keys", "new").stdout.strip()
    rotated = attune(tmp_path, "keys", "rotate", master_key=f"{new},{old}")
    assert rotated.stdout.startswith("Done: ")
    status = attune(tmp_path, "chat", lines="/attune status\n", master_key=new)
    assert "Warm here" in status.stdout
    refused = attune(tmp_path, "chat", lines="hello\n", master_key=old)
    assert (refused.returncode, TRACEBACK in refused.stderr) == (2, False)


def test_replay_prints_a_reply_for_each_row_and_tells_faults(tmp_path: Path) -> None:
    rows = Path(__file__).parent / "replay" / "rows.jsonl"
    assert len(attune(tmp_path, "replay", str(rows)).stdout.splitlines()) == 40
    (tmp_path / "bad.jsonl").write_text("{}\n")
    refused = attune(tmp_path, "replay", "bad.jsonl")
    assert refused.returncode == 2
    assert refused.stderr == "attune: bad.jsonl, line 1: is not a row as docs/replay.md says\n"


def test_the_door_of_installed_environments_leads_to_the_command_line() -> None:
    assert door.run is main.run


def test_commands_that_judge_files_are_commands_of_the_program() -> None:
    judging = {one.name for one in evaluating.app.registered_commands}
    assert judging == {"replay", "review", "crisis", "markers", "evaluate"}
    assert judging <= set(vars(typer.main.get_command(main.app))["commands"])


def test_the_first_run_asks_before_the_engine_and_its_database_are_loaded() -> None:
    asked = (
        "import sys, adapters.main\n"
        "from adapters.cli.setup import asking, desk, given, here, model\n"
        "print(*sys.modules)"
    )
    words = [sys.executable, "-c", asked]
    loaded = subprocess.run(words, capture_output=True, check=True, text=True).stdout.split()
    assert "adapters.cli.setup.model" in loaded
    heavy = (
        "alembic",
        "bot.engine",
        "bot.governor",
        "bot.store",
        "bot.vault",
        "onnxruntime",
        "matplotlib",
    )
    others = ("adapters.calibration", "adapters.evaluation", "openai", "sqlalchemy")
    assert [one for one in loaded if one.startswith((*heavy, *others))] == []
