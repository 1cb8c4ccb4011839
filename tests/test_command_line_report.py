"""`attune report`, as an operator uses it."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.cli import compose, reporting
from bot.engine.counts import REFERRED, count
from bot.records import HOUSE
from bot.settings import load
from tests.warm import attune

WRONG = (
    (),
    ("--year", "26"),
    ("--year", "twenty"),
    ("--month", "2026-13"),
    ("--month", "2026-1"),
    ("--year", "2026", "--month", "2026-01"),
    ("--year", "2099"),
    ("--month", "1999-01"),
    ("--year", "2026", "--json", "--html"),
)


@pytest.mark.parametrize("words", WRONG)
def test_a_span_that_cannot_be_told_ends_with_code_2_and_a_sentence(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    ran = attune(tmp_path, "report", *words)
    assert ran.returncode == 2
    assert ran.stderr.startswith("attune: ")
    assert "Traceback" not in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--month", "1999-01"),
            "--month: that is too early. It is a year and a month, from 2000-01",
        ),
        (
            ("--month", "2026-13"),
            "--month: that is no month. It is a year and a month, from 2000-01",
        ),
        (
            ("--month", "2099-01"),
            "--month: that has not begun yet. It is a year and a month, from ",
        ),
        (("--year", "1999"), "--year: that is too early. It is four digits, from 2000 to 20"),
        (("--year", "26"), "--year: that is no year. It is four digits, from 2000 to 20"),
        (("--year", "٢٠٢٦"), "--year: that is no year. It is four digits, from 2000 to 20"),
    ],
)
def test_what_is_wrong_with_a_span_is_said_with_its_form_and_range(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    ran = attune(tmp_path, "report", *words)
    assert ran.stderr.startswith(f"attune: {said}")
    assert ran.stderr.rstrip().endswith((" --year 2026.", " --month 2026-11."))


def test_of_a_year_before_this_was_installed_nothing_is_said_to_be_nought(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="hello\n")
    ran = attune(tmp_path, "report", "--year", "2001")
    assert "Nothing was counted in 2001-01 to 2001-12" in ran.stdout
    assert "##" not in ran.stdout
    whole = json.loads(attune(tmp_path, "report", "--year", "2001", "--json").stdout)
    assert whole["withheld"] == "uncounted"
    assert whole["since"] > "2001-12"


def test_where_nothing_was_ever_kept_it_says_so_and_makes_nothing(tmp_path: Path) -> None:
    ran = attune(tmp_path, "report", "--year", "2026")
    assert ran.returncode == 2
    assert "Nothing has been kept yet" in ran.stderr
    assert list(tmp_path.iterdir()) == []


async def counted_earlier(home: Path) -> None:
    """Counts a referral in a month that is over."""
    settings, then = (
        load({"ATTUNE_DATA_FOLDER": str(home / "data")}, None),
        datetime(2026, 1, 5, tzinfo=UTC),
    )
    async with compose.opened(settings) as (store, _):
        await store.deciding(HOUSE, lambda unit: count(unit, then, (REFERRED,)))


def test_a_report_is_printed_as_text_as_json_or_written_as_a_page(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="I don't want to live anymore, said zebra\n")
    asyncio.run(counted_earlier(tmp_path))
    for words in (("--year", "2026"), ("--month", "2026-01")):
        ran = attune(tmp_path, "report", *words)
        assert ran.returncode == 0, ran.stderr
        assert "## Referrals to help" in ran.stdout
        whole = json.loads(attune(tmp_path, "report", *words, "--json").stdout)
        assert whole["format"] == "attune-report"
        assert "zebra" not in ran.stdout + json.dumps(whole)
    file = tmp_path / "report.html"
    assert attune(tmp_path, "report", "--year", "2026", "--html", "--out", str(file)).stdout == ""
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len(reporting.app.registered_commands) == 1
