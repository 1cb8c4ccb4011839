"""`attune retire`, as an operator uses it, also while somebody serves."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.cli import retiring
from bot.clock import host_time
from bot.closing import Closing
from bot.folder import FolderLock
from bot.strings import ENGLISH
from tests.warm import attune, lived

DAY = host_time() + timedelta(days=40)
NAMED = f"{DAY:%Y-%m-%d}"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    lived(tmp_path, "hello\n")
    return tmp_path


def test_a_day_is_set_shown_told_and_taken_back(home: Path) -> None:
    with FolderLock(home / "data"):  # somebody serves
        ran = attune(home, "retire", NAMED, "--because", "The money is gone")
    assert ran.stdout.startswith(f"Done. It closes on {NAMED} at noon, UTC.")
    assert attune(home, "retire").stdout.startswith(f"It closes on {NAMED}")
    assert f"✓ closing: It closes on {NAMED}" in attune(home, "doctor").stdout
    assert "The money is gone" in attune(home, "chat", lines="hello\n").stdout
    assert attune(home, "retire", "--off").stdout == f"{retiring.TAKEN_BACK}\n"
    assert attune(home, "retire").stdout == f"{retiring.NOTHING}\n"
    assert "closing" not in attune(home, "doctor").stdout
    heard = attune(home, "chat", lines="hello\nand now?\n").stdout
    assert heard.count(ENGLISH.continuity.stays_open) == 1


def test_taking_back_what_was_never_set_changes_nothing(home: Path) -> None:
    assert attune(home, "retire", "--off").stdout == f"{retiring.UNCHANGED}\n"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("soon",), retiring.NO_DAY),
        (("2027-02-30",), retiring.NO_DAY),
        (("--because", "x"), retiring.NO_DAY_WITH_IT),
        ((NAMED, "--off"), retiring.BOTH),
        (("9999-12-31",), retiring.TOO_FAR.format(day="9999-12-31", years=10)),
        (("2020-01-01",), "2020-01-01 is over: name a day to come."),
        ((NAMED, "--because", "x" * 301), retiring.TOO_LONG.format(most=300, length=301)),
    ],
)
def test_what_cannot_be_read_ends_with_code_2_and_a_sentence(
    home: Path, words: tuple[str, ...], why: str
) -> None:
    ran = attune(home, "retire", *words)
    assert (ran.returncode, ran.stderr) == (2, f"attune: {why}\n")
    assert attune(home, "retire").stdout == f"{retiring.NOTHING}\n"


def test_where_nothing_is_kept_yet_it_says_so_and_makes_nothing(tmp_path: Path) -> None:
    ran = attune(tmp_path, "retire", NAMED)
    assert ran.returncode == 2
    assert "Nothing has been kept yet" in ran.stderr
    assert not (tmp_path / "data" / "attune.db").exists()


def test_a_day_at_the_end_of_time_that_an_earlier_release_set_is_told_and_breaks_nothing() -> None:
    told = retiring.described(Closing(datetime(9999, 12, 31, 12, tzinfo=UTC)))
    assert "9999-12-31 at noon, UTC" in told


def test_it_says_in_words_when_it_closes_and_when_all_is_erased() -> None:
    told = retiring.described(Closing(datetime(2027, 3, 31, 12, tzinfo=UTC)))
    assert "2027-03-31 at noon, UTC" in told
    assert "2027-04-30" in told
