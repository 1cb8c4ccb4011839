"""`attune report`, as an operator uses it."""

import json
from pathlib import Path

import pytest

from adapters.cli import reporting
from tests.warm import attune

WRONG = (
    (),
    ("--year", "26"),
    ("--year", "twenty"),
    ("--month", "2026-13"),
    ("--month", "2026-1"),
    ("--year", "2026", "--month", "2026-01"),
    ("--year", "2099"),
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


def test_where_nothing_was_ever_kept_it_says_so_and_makes_nothing(tmp_path: Path) -> None:
    ran = attune(tmp_path, "report", "--year", "2026")
    assert ran.returncode == 2
    assert "Nothing has been kept yet" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_printed_as_text_as_json_or_written_as_a_page(tmp_path: Path) -> None:
    attune(tmp_path, "chat", lines="I don't want to live anymore, said zebra\n")
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
