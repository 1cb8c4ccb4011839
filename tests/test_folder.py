"""The data folder is held by one process at a time, and by no dead one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import FolderInUse, SettingsFault
from bot.folder import FolderLock

ROOT = Path(__file__).parent.parent
HOLDER = """
import sys
from pathlib import Path
from bot.folder import FolderLock
with FolderLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def a_holder(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def holds(folder: Path) -> bool:
    with FolderLock(folder):
        return True


def test_the_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    with FolderLock(folder):
        assert folder.stat().st_mode & 0o777 == 0o700
        assert (folder / "lock").stat().st_mode & 0o777 == 0o600


def test_a_folder_in_use_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with FolderLock(tmp_path), pytest.raises(FolderInUse) as caught:
        holds(tmp_path)
    assert str(caught.value) == (
        f"Another Attune is using {tmp_path}. Stop that one first, "
        "or set ATTUNE_DATA_FOLDER to another folder."
    )


def test_a_refused_lock_leaves_the_held_one(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with lock:
        with pytest.raises(FolderInUse), lock:
            pass
        with pytest.raises(FolderInUse):
            holds(tmp_path)
    assert holds(tmp_path)


def test_a_folder_let_go_can_be_held_again(tmp_path: Path) -> None:
    assert holds(tmp_path)
    assert holds(tmp_path)


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    with pytest.raises(LookupError), FolderLock(tmp_path):
        raise LookupError
    assert holds(tmp_path)


def test_two_folders_are_held_at_once(tmp_path: Path) -> None:
    with FolderLock(tmp_path / "a"):
        assert holds(tmp_path / "b")


def test_a_killed_process_holds_it_no_longer(tmp_path: Path) -> None:
    with a_holder(tmp_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(FolderInUse):
            holds(tmp_path)
        other.kill()
    assert holds(tmp_path)


def test_a_folder_that_cannot_be_one_is_a_fault_of_its_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsFault) as caught:
        holds(tmp_path / "file")
    (fault,) = caught.value.faults
    assert fault.startswith("ATTUNE_DATA_FOLDER: ")
    assert "give a folder you can write to" in fault


def test_a_refused_lock_leaves_no_file_open(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        before = len(os.listdir("/dev/fd"))
        with pytest.raises(FolderInUse):
            holds(tmp_path)
        assert len(os.listdir("/dev/fd")) == before
