"""The table of laws: each row names code and tests that exist, and its page says the same."""

import ast
from pathlib import Path
from typing import get_args

import pytest

from adapters.cli.laws import LawRow, rows, rows_of, sentence
from bot.duties import STRICTEST, Law, Minors, duties_of
from bot.governor.rules.boilerplate import diagnoses, diagnoses_elsewhere
from bot.text.plain import plain
from tests.in_english import in_english
from tests.law_table import PAGE, written

ROOT = Path(__file__).parent.parent
ROWS = {row.id: row for row in rows()}


def names_in(path: str) -> set[str]:
    """Gives what a file defines at its top: functions, classes and constants."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    targets = (one for node in tree.body if isinstance(node, ast.Assign) for one in node.targets)
    defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    named = {node.name for node in tree.body if isinstance(node, defined)}
    return named | {one.id for one in targets if isinstance(one, ast.Name)}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_names_code_and_a_test_that_exist(name: str) -> None:
    row = ROWS[name]
    assert row.code
    assert row.tests
    for each in (*row.code, *row.tests):
        path, _, defined = each.partition("::")
        assert defined in names_in(path), each


def test_no_two_rows_have_one_name() -> None:
    assert len(ROWS) == len(rows())


def test_each_law_has_a_row_and_each_row_a_law_or_none() -> None:
    assert {row.profile for row in rows()} == {*Law, ""}


@pytest.mark.parametrize("name", ROWS)
def test_the_protocol_says_of_each_row_what_the_profile_does(name: str) -> None:
    for law in Law:
        for minors in get_args(Minors):
            said = sentence(ROWS[name], duties_of((law,), minors))
            assert said
            assert "{" not in said


def test_the_sentences_follow_the_profile() -> None:
    def of(row: LawRow, *laws: Law) -> str:
        return sentence(row, duties_of(laws))

    notice = ROWS["ny-notice"]
    assert "with the first reply of a day" in of(notice, Law.NEW_YORK)
    assert "at the start of every conversation" in of(notice, Law.NEW_YORK, Law.OREGON)
    assert "every 3 hours of talk" in of(ROWS["ca-minors"], Law.CALIFORNIA)
    assert "every hour of talk" in sentence(ROWS["ca-minors"], STRICTEST)


def test_a_profile_prints_its_own_rows_and_those_of_everybody() -> None:
    kept = {row.profile for row in rows_of(duties_of((Law.EU, Law.OREGON)))}
    assert kept == {"eu", "oregon", ""}
    assert rows_of(STRICTEST) == rows()


def test_the_page_is_written_from_the_rows() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == written(page), "run python -m tests.law_table"


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        ("how do I sleep", "As your therapist I would wait."),
        ("how do I sleep", "We saw that in our therapy before."),
        ("how do I sleep", "You have depression."),
        ("wie schlafe ich besser, wenn es laut ist", "Als deine Therapeutin würde ich warten."),
    ],
)
def test_no_reply_likens_itself_to_licensed_care(asked: str, reply: str) -> None:
    context = in_english(asked)
    said = plain(reply)
    assert diagnoses(said, context, ()) or diagnoses_elsewhere(said, context, ())
