"""A backup is whole, apart and checked; a restore puts it back and asks everybody anew.

The drill at the end is what an operator does: backup, damage, restore, confirm.
"""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.cli import backup, compose, copies, manifest, places, restore
from adapters.cli.backup import backed_up
from adapters.cli.pulse import Pulse
from adapters.cli.restore import Copy, ask_anew, restored
from adapters.console.transcript import numbers_alone
from bot.audit import Act
from bot.errors import AttuneError, BackupFault, FolderInUse, StoreError, VaultError
from bot.folder import RESTORING, FolderLock
from bot.settings import Settings, load
from bot.store.migrate import Ahead, compared
from bot.strings import ENGLISH
from tests.warm import attune, lived

SECRET = "zqheron"
AGREED = f"hello, the {SECRET} sleeps\n/attune on\n/choose Yes\n/attune night-card call {SECRET}\n"
POSTGRES = "postgresql://attune@127.0.0.1:1/attune"
OFF, RENEWED = ENGLISH.consent.off, ENGLISH.consent.renew_restored


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Gives a folder in whose data folder somebody has agreed to more than plain."""
    assert "Warm here until" in lived(tmp_path, AGREED)
    return tmp_path


def settings_in(folder: Path, **more: str) -> Settings:
    given = {f"ATTUNE_{name.upper()}": value for name, value in more.items()}
    return load({"ATTUNE_DATA_FOLDER": str(folder / "data"), **given}, None)


def copy_in(folder: Path, name: str = "copy") -> Copy:
    """Makes a backup of that name, and gives its parts."""
    backed_up(settings_in(folder), folder / name)
    return Copy(folder / name / "data", folder / name / "keys")


def every_file(folder: Path) -> dict[str, bytes]:
    every = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in every}


def refused(settings: Settings, copy: Copy, *, replaces: bool = True) -> str:
    """Gives the sentence of a restore that is refused and changes nothing."""
    before = every_file(settings.data_folder)
    with pytest.raises(AttuneError) as caught:
        restored(settings, copy, replaces=replaces)
    assert every_file(settings.data_folder) == before
    return str(caught.value)


# -- a backup ----------------------------------------------------------------------------------


def test_data_and_keys_are_apart_for_their_owner_alone_and_listed(home: Path) -> None:
    copy = copy_in(home)
    assert sorted(every_file(copy.data)) == ["attune.db", "console.jsonl", "manifest.json"]
    assert sorted(every_file(copy.keys)) == ["keys.db", "manifest.json", "master.key"]
    modes = {one.stat().st_mode & 0o777 for one in (home / "copy").rglob("*") if one.is_file()}
    folders = {one.stat().st_mode & 0o777 for one in (home / "copy", copy.data, copy.keys)}
    assert (modes, folders) == ({0o600}, {0o700})
    of_data, of_keys = manifest.checked(copy.data, "data"), manifest.checked(copy.keys, "keys")
    assert of_data.backup == of_keys.backup
    assert of_data.schema == of_keys.schema != ""
    assert of_data.made_at.endswith("+00:00")


def test_no_word_and_no_id_stands_in_either_part(home: Path) -> None:
    copy = copy_in(home)
    every = b"".join((*every_file(copy.data).values(), *every_file(copy.keys).values()))
    assert SECRET in (home / "data" / "console.jsonl").read_text()
    assert [one for one in (SECRET, "console:you", "hello") if one.encode() in every] == []


def test_of_the_terminal_goes_along_only_how_far_it_counted() -> None:
    lines = [
        {"new": {"id": "u7", "text": SECRET}},
        {"of": "u7", "set": {}, "event": 9},
        {"counts": {"u": 2, "r": 5, "e": 3}},
    ]
    text = b"\n".join(json.dumps(one).encode() for one in lines)
    assert json.loads(numbers_alone(text + b'\n{"new": {"id"')) == {
        "counts": {"u": 7, "r": 5, "e": 9}
    }


def test_what_is_written_meanwhile_neither_waits_nor_goes_along_by_half(home: Path) -> None:
    with closing(sqlite3.connect(home / "data" / "attune.db", isolation_level=None)) as writer:
        before = writer.execute("SELECT count(*) FROM kept").fetchone()
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM kept")
        copy = copy_in(home)
        writer.execute("COMMIT")
    with closing(sqlite3.connect(copy.data / "attune.db")) as copied:
        assert copied.execute("SELECT count(*) FROM kept").fetchone() == before


def test_the_keys_of_a_matrix_account_go_with_the_data_and_drafts_do_not(home: Path) -> None:
    matrix = home / "data" / "matrix"
    matrix.mkdir()
    (matrix / "session.json").write_bytes(b"sealed")
    (matrix / "tmpdraft").write_bytes(b"half")
    with closing(sqlite3.connect(matrix / "bot.db", isolation_level=None)) as crypto:
        crypto.execute("PRAGMA journal_mode=WAL")
        crypto.execute("CREATE TABLE sessions (of TEXT)")
        copy = copy_in(home)
    kept = every_file(copy.data / "matrix")
    assert sorted(kept) == ["bot.db", "session.json"]
    assert b"sessions" in kept["bot.db"]


def test_a_master_key_that_is_set_is_left_where_it_is(home: Path) -> None:
    key = (home / "data" / "master.key").read_text().strip()
    ran = attune(home, "backup", str(home / "copy"), master_key=key)
    assert "keep ATTUNE_MASTER_KEY apart" in ran.stdout
    assert sorted(every_file(home / "copy" / "keys")) == ["keys.db", "manifest.json"]
    assert "The master key is with the keys" in attune(home, "backup", str(home / "two")).stdout


def test_nothing_is_written_over(home: Path) -> None:
    copy = copy_in(home)
    before = every_file(home / "copy")
    ran = attune(home, "backup", str(home / "copy"))
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert every_file(home / "copy") == before
    assert copy.data.is_dir()


def test_of_a_backup_that_fails_nothing_is_left(home: Path) -> None:
    there = sorted(home.iterdir())
    database = home / "data" / "attune.db"
    whole = database.read_bytes()
    database.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    with pytest.raises(AttuneError, match="damaged"):
        backed_up(settings_in(home), home / "copy")
    assert sorted(home.iterdir()) == there
    (home / "data" / "keys.db").unlink()
    with pytest.raises(BackupFault, match="keys are gone"):
        backed_up(settings_in(home), home / "copy")


def test_where_nothing_is_there_is_nothing_to_copy(tmp_path: Path) -> None:
    with pytest.raises(BackupFault, match="no database"):
        backed_up(settings_in(tmp_path), tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_on_postgres_the_tools_to_use_are_named(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, database_url=POSTGRES)
    with pytest.raises(BackupFault, match=r"pg_dump .* pg_restore .* --ask-anew"):
        backed_up(settings, tmp_path / "copy")
    with pytest.raises(BackupFault, match="pg_restore"):
        restored(settings, Copy(tmp_path, tmp_path), replaces=True)


# -- what a restore refuses --------------------------------------------------------------------


def test_a_part_that_is_changed_missing_or_of_another_backup_is_refused(home: Path) -> None:
    copy, other, settings = copy_in(home), copy_in(home, "other"), settings_in(home)
    assert "not of one backup" in refused(settings, replace(copy, keys=other.keys))
    assert "holds no data" in refused(settings, replace(copy, data=copy.keys))
    assert "There is no manifest.json" in refused(settings, replace(copy, data=home))
    assert "There is no folder" in refused(settings, replace(copy, data=home / "gone"))
    (other.data / "more").write_text("more")
    assert "damaged" in refused(settings, other)
    (copy.data / "attune.db").write_bytes((copy.data / "attune.db").read_bytes()[:-1] + b"?")
    assert "damaged" in refused(settings, copy)
    (copy.data / "manifest.json").write_text("[")
    assert "cannot be read" in refused(settings, copy)


@pytest.mark.parametrize("name", ["../../elsewhere", "/etc/elsewhere", ""])
def test_a_manifest_leads_nowhere_else(home: Path, name: str) -> None:
    copy = copy_in(home)
    raw = json.loads((copy.data / "manifest.json").read_text())
    raw["files"].append({"name": name, "size": 0, "sha256": ""})
    (copy.data / "manifest.json").write_text(json.dumps(raw))
    assert "outside of its folder" in refused(settings_in(home), copy)
    (copy.keys / "link").symlink_to("/etc/hostname")
    with pytest.raises(BackupFault, match="is a link"):
        manifest.listed(copy.keys)


def test_a_backup_of_a_newer_program_is_refused(home: Path) -> None:
    copy = copy_in(home)
    raw = json.loads((copy.data / "manifest.json").read_text())
    (copy.data / "manifest.json").write_text(json.dumps(raw | {"schema": "9999"}))
    assert isinstance(compared("9999"), Ahead)
    assert "A newer Attune made this backup" in refused(settings_in(home), copy)


def test_a_wrong_master_key_is_refused(home: Path) -> None:
    copy, wrong = copy_in(home), settings_in(home, master_key="A" * 43)
    with pytest.raises(VaultError, match="not the one"):
        restored(wrong, copy, replaces=True)
    assert not (home / "data" / RESTORING).exists()


def test_a_folder_that_is_served_is_refused(home: Path) -> None:
    copy, settings = copy_in(home), settings_in(home)
    with FolderLock(settings.data_folder):
        with pytest.raises(FolderInUse):
            restored(settings, copy, replaces=True)
        attune(home, "backup", str(home / "meanwhile"))
        assert (home / "meanwhile" / "keys" / "keys.db").exists()
    pulse = Pulse(settings.data_folder)
    pulse.beat()
    assert "Attune is running" in refused(settings, copy)
    with pytest.raises(BackupFault, match="running"):
        ask_anew(settings)


def test_a_folder_with_something_in_it_is_refused_unless_that_may_go_aside(home: Path) -> None:
    copy = copy_in(home)
    assert "--replace" in refused(settings_in(home), copy, replaces=False)


@pytest.mark.parametrize("words", [("restore",), ("restore", "copy", "--ask-anew"), ("backup",)])
def test_a_command_that_says_too_little_or_too_much_ends_with_code_2(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = attune(tmp_path, *words)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


# -- a restore that is cut short ---------------------------------------------------------------


def test_half_a_restore_is_never_served_and_another_one_mends_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, settings = copy_in(home), settings_in(home)
    with monkeypatch.context() as broken:
        broken.setattr(restore, "_moved_in", _full)
        with pytest.raises(BackupFault, match="the disk is full"):
            restored(settings, copy, replaces=True)
    for words in ("chat", "migrate", "keys rotate", "backup x"):
        ran = attune(home, *words.split(), lines="hello\n")
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "cut short" in ran.stderr
    with pytest.raises(VaultError):
        restored(settings_in(home, master_key="A" * 43), copy, replaces=True)
    assert (settings.data_folder / RESTORING).is_dir()
    restored(settings, copy, replaces=True)
    assert ENGLISH.status.plainly["restored"] in attune(home, "chat", lines="/attune\n").stdout


def _full(*_given: object) -> None:
    raise OSError(28, "No space left on device")


# -- the drill ---------------------------------------------------------------------------------


def test_after_a_damage_all_is_back_and_nobodys_yes_holds_before_they_confirm_it(
    home: Path,
) -> None:
    attune(home, "backup", str(home / "copy"))
    assert OFF in attune(home, "chat", lines="/attune off\n").stdout  # which the copy cannot know
    os.truncate(home / "data" / "attune.db", 5000)
    assert attune(home, "chat", lines="hello\n").returncode == 2
    ran = attune(home, "restore", str(home / "copy"), "--replace")
    assert ran.returncode == 0
    (aside,) = (home / "data").glob("before-restore-*")
    assert str(aside) in ran.stdout
    assert (aside / "attune.db").stat().st_size == 5000
    status = attune(home, "chat", lines="/attune status\n").stdout
    assert ENGLISH.status.plainly["restored"] in status
    first = attune(home, "chat", lines="hello\n").stdout
    assert (first.count(RENEWED), "[1] Yes" in first) == (1, True)
    assert RENEWED not in attune(home, "chat", lines="hello again\n").stdout
    answered = attune(home, "chat", lines="/attune on\n/choose Yes\n/attune status\n").stdout
    assert "because you agreed" in answered
    card = attune(home, "chat", lines="/attune night-card\n").stdout
    assert SECRET in card


def test_on_another_machine_the_two_parts_and_no_more_are_enough(home: Path) -> None:
    copy, new = copy_in(home), home / "new"
    new.mkdir()
    (copy.keys).rename(home / "keys-elsewhere")
    ran = attune(new, "restore", str(copy.data), "--keys", str(home / "keys-elsewhere"))
    assert ran.returncode == 0
    assert "moved" not in ran.stdout
    files = {one.name for one in (new / "data").iterdir()}
    assert files == {"attune.db", "keys.db", "master.key", "console.jsonl", "lock"}
    shown = attune(new, "chat", lines="hello\n/choose Yes\n/attune status\n").stdout
    assert "because you agreed" in shown


def test_a_database_that_is_elsewhere_is_put_back_there(home: Path) -> None:
    copy, url = copy_in(home), f"sqlite:///{home}/far/companion.db"
    (home / "far").mkdir()
    (home / "new").mkdir()
    settings = settings_in(home / "new", database_url=url)
    restored(settings, copy, replaces=False)
    assert sorted(one.name for one in (home / "far").iterdir()) == ["companion.db", "keys.db"]
    assert places.standing(settings)[0] == compose.keys_file(settings)
    assert "Plain here" in attune(home / "new", "chat", lines="/attune\n", database_url=url).stdout


def test_after_other_tools_every_yes_can_be_suspended_alone(home: Path) -> None:
    assert "every yes waits" in attune(home, "restore", "--ask-anew").stdout
    assert RENEWED in attune(home, "chat", lines="hello\n").stdout
    (home / "none").mkdir()
    assert attune(home / "none", "restore", "--ask-anew").returncode == 2


def test_both_commands_are_the_programs() -> None:
    assert {one.callback for one in copies.app.registered_commands} == {
        copies.backup,
        copies.restore,
    }
    assert backup.ON_POSTGRES.count("pg_dump") == 2


# -- a full disk -------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Gives a small disk of its own, where this machine lets one be made."""
    disk = tmp_path / "small"
    disk.mkdir()
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root makes a disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], check=False)
    if made.returncode:
        pytest.skip("no disk can be made here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def fill(disk: Path, spare: int = 0) -> None:
    """Fills a disk but for so many bytes."""
    with suppress(OSError), open(disk / "filling", "wb", buffering=0) as file:
        file.write(b"x" * (shutil.disk_usage(disk).free - spare))


def test_a_full_disk_begins_no_backup_and_a_little_room_there_is_enough(
    small: Path, tmp_path: Path
) -> None:
    attune(small, "chat", lines="hello\n")
    recorded = attune(small, "audit", "show").stdout
    fill(small)
    ran = attune(small, "backup", str(tmp_path / "copy"))
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    begun = copies.NOT_BEGUN.format(folder=small / "data", error="The disk is full")
    assert ran.stderr.startswith(f"attune: {begun}")
    assert ran.stderr.endswith(f"{copies.ROOM}\n")
    assert not (tmp_path / "copy").exists()
    (small / "filling").unlink()
    assert attune(small, "audit", "show").stdout == recorded
    fill(small, spare=2**18)
    ran = attune(small, "backup", str(small / "copy"))
    assert (ran.returncode, ran.stderr) == (
        2,
        f"attune: {small / 'copy'} cannot be written: the disk there is full. Name a folder on "
        "another one.\n",
    )
    assert not (small / "copy").exists()
    assert attune(small, "backup", str(tmp_path / "copy")).returncode == 0
    assert attune(small, "audit", "verify").returncode == 0


def test_a_backup_whose_end_could_not_be_recorded_is_said_to_be_whole(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATTUNE_DATA_FOLDER", str(home / "data"))
    acts = list[str]()

    async def recorded(_settings: Settings, act: Act) -> None:
        acts.append(act.name)
        if act.name == "backed_up":
            raise StoreError("The disk is full.")

    monkeypatch.setattr(compose, "recorded", recorded)
    with pytest.raises(BackupFault) as caught:
        copies.backup(home / "copy")
    assert str(caught.value) == copies.NOT_NOTED.format(error="The disk is full.")
    assert capsys.readouterr().out.startswith("Done: ")
    assert acts == ["backup_begun", "backed_up"]
    assert (home / "copy" / "data").is_dir()
