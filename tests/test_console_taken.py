"""The files that a person takes along at the console."""

import stat
from pathlib import Path

import pytest

from adapters.console.taken import taken
from bot.errors import FileRefused
from bot.words import TextFile

FILE = TextFile("data.json", "{}\n")


def test_a_file_is_its_owners_alone_and_never_takes_anothers_name(tmp_path: Path) -> None:
    first, second = map(Path, taken(tmp_path, (FILE, FILE)))
    assert [first.name, second.name] == ["data.json", "data-2.json"]
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert first.read_bytes() == second.read_bytes() == FILE.bytes


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (path,) = taken(inner, (TextFile("../../x.json", "{}"),))
    assert Path(path).parent == inner


def test_where_nothing_can_be_written_it_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        taken(tmp_path / "missing", (FILE,))
    assert list(tmp_path.iterdir()) == []


def test_where_the_second_cannot_be_written_the_first_is_not_left(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        taken(tmp_path, (FILE, TextFile("x" * 300 + ".html", "<p>")))
    assert list(tmp_path.iterdir()) == []
