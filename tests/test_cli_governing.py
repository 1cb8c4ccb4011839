"""`attune limits`, `people` and `announce`, as an operator uses them while somebody serves."""

from pathlib import Path

import pytest

from adapters.cli import governing
from bot.engine.census import FEWEST
from bot.folder import FolderLock
from tests.warm import attune, lived


@pytest.fixture
def home(tmp_path: Path) -> Path:
    lived(tmp_path, "hello\n/attune on warm\n/choose Yes\n")
    return tmp_path


def test_a_limit_for_all_is_shown_set_and_taken_back(home: Path) -> None:
    shown = attune(home, "limits").stdout
    assert "deepest level for all: none is set" in shown
    assert "messages of one person a minute: 20" in shown
    with FolderLock(home / "data"):  # somebody serves
        ran = attune(home, "limits", "--deepest", "plain")
    assert ran.stdout.startswith(f"Done. {governing.NO_LIMIT}\ndeepest level for all: plain")
    assert "Warm here" not in attune(home, "chat", lines="/attune status\n").stdout
    again = attune(home, "limits", "--deepest", "plain").stdout
    assert again.startswith("Nothing changed.\n")
    ran = attune(home, "limits", "--deepest", "off")
    assert ran.stdout.startswith("Done. The deepest for all was plain.\n")
    assert "Warm here" in attune(home, "chat", lines="/attune status\n").stdout
    shown = attune(home, "audit", "show").stdout
    assert "operator  limit_set  after=plain before=none\n" in shown


@pytest.mark.parametrize(
    "words", [("limits", "--deepest", "deep"), ("limits", "--deepest", "ＷＡＲＭ!")]
)
def test_what_cannot_be_read_ends_with_code_2_and_a_sentence(
    home: Path, words: tuple[str, ...]
) -> None:
    ran = attune(home, *words)
    assert (ran.returncode, ran.stderr) == (2, f"attune: {governing.HOW_LIMITS}\n")


def test_a_line_to_everybody_is_set_shown_got_once_and_taken_back(home: Path) -> None:
    assert attune(home, "announce").stdout == f"{governing.NO_LINE}\n"
    line = "On Sunday I am away from six to eight."
    with FolderLock(home / "data"):  # somebody serves
        assert attune(home, "announce", line).stdout == f"{governing.ANNOUNCED}\n"
    assert attune(home, "announce").stdout == f"{line}\n"
    heard = attune(home, "chat", lines="what of herons\nand of storks\n").stdout
    assert heard.count("six to eight") == 1
    assert attune(home, "announce", "--clear").stdout == f"{governing.TAKEN_BACK}\n"
    assert attune(home, "announce", "--clear").stdout == "Nothing changed.\n"
    shown = attune(home, "audit", "show").stdout
    assert "announcement_set  is_there=yes\n" in shown
    assert "announcement_set  is_there=no\n" in shown
    assert "Sunday" not in shown


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("two\nlines",), governing.HOW_ANNOUNCE),
        (("\u200b",), governing.HOW_ANNOUNCE),
        (("",), governing.HOW_ANNOUNCE),
        (("text", "--clear"), governing.HOW_ANNOUNCE),
        (("x" * 301,), governing.TOO_LONG.format(most=300, length=301)),
        (("You are so brave and amazing for being here.",), governing.FLAGGED),
        (("Come back soon, I miss you.",), governing.FLAGGED),
    ],
)
def test_a_line_that_nobody_may_get_is_refused(
    tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    ran = attune(tmp_path, "announce", *words)
    assert (ran.returncode, ran.stderr) == (2, f"attune: {why}\n")


def test_of_few_people_it_says_so_and_nothing_else(home: Path) -> None:
    shown = attune(home, "people").stdout
    assert shown == f"people known: fewer than {FEWEST}\nOf so few nothing else is shown.\n"


def test_where_nothing_is_kept_yet_it_says_so(tmp_path: Path) -> None:
    ran = attune(tmp_path, "limits")
    assert (ran.returncode, "Nothing has been kept yet" in ran.stderr) == (2, True)
