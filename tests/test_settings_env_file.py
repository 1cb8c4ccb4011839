"""Adding to `.env`: every line that stood there stands there still, byte for byte."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SettingsFault
from bot.settings import env_file
from bot.settings.loading import load

URL, NAME = "ATTUNE_MODEL_URL", "ATTUNE_MODEL_NAME"
VALUES = {URL: "http://127.0.0.1:11434/v1", NAME: "llama3.1:8b"}
BEFORE = (
    b"",
    b"OTHER=1\n",
    b"OTHER=1",
    b"\xef\xbb\xbfOTHER=1\r\n# a note\r\n",
    b"# ATTUNE_MODEL_URL=http://commented.example\n\n\n",
    b"ATTUNE_MODEL_URL=\nATTUNE_MODEL_NAME='another'\n",
    b'OTHER="two\nlines"\n',
)


def mode_of(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@pytest.mark.parametrize("old", BEFORE)
def test_lines_are_added_behind_those_that_stand_there(tmp_path: Path, old: bytes) -> None:
    (file := tmp_path / ".env").write_bytes(old)
    env_file.add(file, VALUES, "chosen")
    assert file.read_bytes().startswith(old)
    assert env_file.read(file.read_text("utf-8-sig")).items() >= VALUES.items()
    assert load({}, file).model_name == ("llama3.1:8b",)
    assert mode_of(file) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [".env"]


def test_where_there_is_no_file_one_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    os.umask(old := os.umask(0))
    try:
        os.umask(0)
        env_file.add(tmp_path / ".env", VALUES, "chosen")
    finally:
        os.umask(old)
    assert mode_of(tmp_path / ".env") == 0o600
    assert (tmp_path / ".env").read_text() == (
        "# chosen\nATTUNE_MODEL_URL=http://127.0.0.1:11434/v1\nATTUNE_MODEL_NAME=llama3.1:8b\n"
    )


def test_what_holds_already_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    env_file.add(file, VALUES, "chosen")
    once = file.read_bytes()
    env_file.add(file, {**VALUES, "ATTUNE_MODEL_KEY": ""}, "chosen")
    assert file.read_bytes() == once


def test_a_changed_value_stands_behind_the_old_one_and_holds(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    env_file.add(file, {NAME: "one"}, "chosen")
    env_file.add(file, {NAME: "two"}, "changed")
    assert file.read_text() == f"# chosen\n{NAME}=one\n\n# changed\n{NAME}=two\n"
    assert env_file.read(file.read_text()) == {NAME: "two"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (there := tmp_path / "there").mkdir()
    (file := tmp_path / ".env").symlink_to(there / "kept")
    for old in (b"", b"OTHER=1\n"):
        (there / "kept").write_bytes(old)
        env_file.add(file, VALUES, "chosen")
        assert file.is_symlink()
        assert env_file.read((there / "kept").read_text()).items() >= VALUES.items()


def unwritable(folder: Path) -> list[Path]:
    """Gives files that nobody can write: in no folder, a folder, in a circle, in the kernel."""
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")
    return [folder / "none" / ".env", folder, folder / "a", Path("/proc/.env")]


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    for file in unwritable(tmp_path):
        with pytest.raises(SettingsFault, match="cannot be written"):
            env_file.add(file, VALUES, "chosen")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b"]


@contextmanager
def somebodys_folder() -> Iterator[Path]:
    """Gives a folder of somebody who is not root, for whom nothing is read-only, as that person."""
    who = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        os.chown(name, who or 1234, -1)
        os.seteuid(who or 1234)
        try:
            yield Path(name)
        finally:
            os.seteuid(who)


def test_a_folder_that_is_read_only_is_told() -> None:
    with somebodys_folder() as folder:
        (folder / ".env").write_text("OTHER=1\n")
        folder.chmod(0o500)
        with pytest.raises(SettingsFault, match="it is not permitted"):
            env_file.add(folder / ".env", VALUES, "chosen")
        folder.chmod(0o700)


@pytest.mark.parametrize("old", [b"OTHER=\xff\n", b"OTHER='open\n"])
def test_a_file_that_is_not_whole_is_left_as_it_is(tmp_path: Path, old: bytes) -> None:
    (file := tmp_path / ".env").write_bytes(old)
    with pytest.raises(SettingsFault):
        env_file.add(file, {NAME: "it's"}, "chosen")
    assert file.read_bytes() == old


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")
def test_a_file_stays_its_owners(tmp_path: Path) -> None:
    (file := tmp_path / ".env").write_bytes(b"OTHER=1\n")
    os.chown(file, 1234, 1234)
    env_file.add(file, VALUES, "chosen")
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 1234)


@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" ")))
def test_whatever_is_printable_is_read_as_it_was_written(value: str) -> None:
    assert env_file.read(env_file.line_of(NAME, value)) == {NAME: value}


@pytest.mark.parametrize("value", ["two\nlines", "back\rward"])
def test_what_is_no_line_is_refused(value: str) -> None:
    with pytest.raises(SettingsFault, match=NAME):
        env_file.line_of(NAME, value)
