"""The file under the transcript."""

import errno
import os
from pathlib import Path

import pytest

from adapters.console.journal import Journal, Record
from bot.errors import PlatformError


def _kept(path: Path, *records: Record) -> list[Record]:
    journal = Journal(path)
    try:
        before = journal.records()
        for record in records:
            journal.append(record, surely=True)
        return before
    finally:
        journal.close()


def test_records_come_back_in_order(tmp_path: Path) -> None:
    assert _kept(tmp_path / "j", {"a": 1}, {"b": "é\ud800\u2028"}) == []
    assert _kept(tmp_path / "j") == [{"a": 1}, {"b": "é\ud800\u2028"}]


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "j"
    path.touch(0o644)
    _kept(path)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("torn", [b'{"c":', b'{"c":"d"}', b"\x00\x00", b'{"c":\n', b"\xff\n"])
def test_a_torn_last_line_is_cut_off(tmp_path: Path, torn: bytes) -> None:
    path = tmp_path / "j"
    path.write_bytes(b'{"a":1}\n' + torn)
    assert _kept(path, {"b": 2}) == [{"a": 1}]
    assert path.read_bytes() == b'{"a":1}\n{"b":2}\n'


def test_a_file_of_one_torn_line_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "j"
    path.write_bytes(b'{"a"')
    assert _kept(path) == []
    assert path.read_bytes() == b""


def test_a_spoiled_line_in_the_middle_is_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "j"
    path.write_bytes(b'{"a":1}\nnot json\n{"b":2}\n')
    with pytest.raises(PlatformError, match="line 2"):
        _kept(path)
    assert path.read_bytes() == b'{"a":1}\nnot json\n{"b":2}\n'


def test_a_folder_that_is_not_there_is_a_platform_error(tmp_path: Path) -> None:
    with pytest.raises(PlatformError) as fault:
        Journal(tmp_path / "none" / "j")
    assert str(tmp_path) not in str(fault.value)


def test_closing_again_does_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j")
    journal.close()
    journal.close()
    assert (tmp_path / "j").exists()


def test_a_write_that_fails_halfway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, write = Journal(tmp_path / "j"), os.write

    def half(fd: int, line: bytes) -> int:
        if len(line) < 20:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(fd, line[: len(line) - 10])

    journal.append({"a": 1}, surely=True)
    monkeypatch.setattr(os, "write", half)
    try:
        with pytest.raises(PlatformError, match="No space") as fault:
            journal.append({"text": "secret words"}, surely=True)
    finally:
        journal.close()
    assert (tmp_path / "j").read_bytes() == b'{"a":1}\n'
    assert "secret" not in str(fault.value)


def test_what_is_kept_surely_is_on_the_disk_before_it_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "j")
    synced: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda fd: synced.append((tmp_path / "j").read_bytes()))
    journal.append({"a": 1}, surely=False)
    journal.append({"b": 2}, surely=True)
    journal.close()
    assert synced == [b'{"a":1}\n{"b":2}\n']
