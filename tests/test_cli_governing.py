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
    assert "who runs this: deepest level for all, none → plain\n" in shown


@pytest.mark.parametrize(
    "words",
    [
        ("limits", "--deepest", "deep"),
        ("limits", "--deepest", "ＷＡＲＭ!"),
        ("limits", "--deepest", ""),
    ],
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
    assert attune(home, "announce", *line.split()).stdout == "Nothing changed.\n"  # unquoted
    heard = attune(home, "chat", lines="what of herons\nand of storks\n").stdout
    assert heard.count("six to eight") == 1
    assert attune(home, "announce", "--clear").stdout == f"{governing.TAKEN_BACK}\n"
    assert attune(home, "announce", "--clear").stdout == "Nothing changed.\n"
    shown = attune(home, "audit", "show").stdout
    assert "who runs this: a line that each person gets once was set\n" in shown
    assert "who runs this: the line that each person gets once was taken back\n" in shown
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


def test_before_the_first_chat_limits_are_shown_and_nothing_is_made(tmp_path: Path) -> None:
    ran = attune(tmp_path, "limits")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "deepest level for all: none is set" in ran.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_limit_that_is_set_before_the_first_chat_makes_what_it_needs_and_holds(
    tmp_path: Path,
) -> None:
    ran = attune(tmp_path, "limits", "--deepest", "plain")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"Done. {governing.NO_LIMIT}\ndeepest level for all: plain")
    assert (
        "who runs this: deepest level for all, none → plain"
        in attune(tmp_path, "audit", "show").stdout
    )
    ran = attune(tmp_path, "chat", lines="hello\n/attune on warm\n/attune status\n")
    assert (ran.returncode, "Warm here" in ran.stdout) == (0, False)
    assert attune(tmp_path, "audit", "verify").returncode == 0


def test_what_cannot_be_made_for_a_limit_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    ran = attune(tmp_path, "limits", "--deepest", "plain")
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert "ATTUNE_DATA_FOLDER" in ran.stderr
