"""`attune export` and `attune erase`, as an operator uses them, also while somebody serves."""

import json
import stat
from pathlib import Path

import pytest

from adapters.cli import rights
from bot.folder import FolderLock
from bot.strings import ENGLISH
from tests.warm import attune, lived

TOLD = ENGLISH.data.operator
HELLO = "hello\n/attune on\n/choose Yes\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    lived(tmp_path, HELLO)
    return tmp_path


def test_an_export_is_two_files_for_its_owner_alone_and_its_person_hears_of_it(home: Path) -> None:
    with FolderLock(home / "data"):  # somebody serves
        ran = attune(home, "export", "console:you", str(home))
    (file,), (page,) = home.glob("attune-data-*.json"), home.glob("attune-data-*.html")
    for one in (file, page):
        assert str(one) in ran.stdout
        assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert ENGLISH.export.title in page.read_text("utf-8")
    kept = {one["kept"] for one in json.loads(file.read_text())["rows"]}
    assert {"ledger", "scope", "person", "place"} <= kept
    before = file.read_bytes()
    for name in (file, page):
        again = attune(home, "export", "console:you", str(name))
        assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)
    assert file.read_bytes() == before
    heard = attune(home, "chat", lines="hello\n").stdout
    assert heard.count(TOLD["copied"]) == 1  # the one that was refused is no act


def test_an_export_says_how_many_rows_only_their_person_takes(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines=f"{HELLO}/attune impact share\n")
    ran = attune(tmp_path, "export", "console:you", str(tmp_path / "copy"))
    read = json.loads((tmp_path / "copy.json").read_text("utf-8"))
    assert "impact" not in {one["kept"] for one in read["rows"]}
    assert rights.LEFT_OUT.format(count=read["left_out"]) in ran.stdout
    said = ENGLISH.export.left_out.format(count=read["left_out"])
    assert said in (tmp_path / "copy.html").read_text("utf-8")
    assert read["left_out"] >= 1


def test_an_erase_asks_first_and_its_person_hears_of_it(home: Path) -> None:
    assert attune(home, "erase", "console:you").returncode == 2
    ran = attune(home, "erase", "console:you", "--yes")
    assert ran.stdout == f"Done: nobody can read any more what was kept of them. {rights.TOLD}\n"
    heard = attune(home, "chat", lines="hello\n/attune status\n").stdout
    assert heard.count(TOLD["erased"]) == 1
    assert ENGLISH.status.plainly["nothing"] in heard


@pytest.mark.parametrize(
    "words", [("export", "console:eve", "x"), ("erase", "console:eve", "--yes")]
)
def test_of_a_stranger_nothing_is_written(home: Path, words: tuple[str, ...]) -> None:
    assert attune(home, *words).stdout == f"{rights.NOTHING}\n"
    assert not list(home.glob("x*"))


@pytest.mark.parametrize(
    "words",
    [
        ("export", "you", "x"),
        ("erase", "you", "--yes"),
        ("export", "console:you", "no/such/folder/x"),
        ("export", "console:you"),
    ],
)
def test_what_cannot_be_done_ends_with_code_2_and_a_sentence(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = attune(tmp_path, *words)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "data").exists()
