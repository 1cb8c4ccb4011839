"""A line that was typed wrong is answered in one sentence, with what shows how it is written."""

from pathlib import Path

import pytest

from adapters.cli import mistyped
from tests.warm import attune


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("block",), "block needs WHO: the id of a person, a server or a room."),
        (("export", "console:you"), "export needs NAME: a name that is free, or a folder."),
        (("audit", "checkpoint"), "audit checkpoint needs FILE: a file that is not there"),
        (("evaluate",), "evaluate needs FILE: labelled rows as docs/crisis.md says"),
        (("block", "console:you", "console:ada"), "block takes no more words behind that."),
        (
            ("retire", "2027-03-31", "--because", "we", "move"),
            "retire takes no more words behind that. A text of several words stands in",
        ),
        (("chat", "--plan"), "chat has no option --plan, but --plain."),
        (("chat", "--frob"), "chat has no option --frob."),
        (("reports", "--space"), "--space needs a value behind it."),
        (("reports", "--json=x"), "--json takes no value."),
        (("evaluate", "x", "--people", "few"), "--people cannot be that. It is: how many ordinary"),
        (
            ("evaluate", "x", "--people", "9" * 15),
            "--people cannot be that. It is: how many ordinary",
        ),
        (("spaces", "x"), "spaces takes no more words behind that. `attune spaces --help` shows"),
        (("--frob",), "attune has no option --frob. `attune --help` shows how it is written."),
        (("evaluate", "x", "--people", "-1"), "--people cannot be that. It is: how many ordinary"),
        (("frob",), "No such command 'frob'."),
        (("audit", "shw"), "No such command 'shw'. Did you mean 'show'?"),
    ],
)
def test_what_is_wrong_is_said_on_one_line_and_ends_with_code_2(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    ran = attune(tmp_path, *words)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert ran.stderr.startswith(f"attune: {said}")
    assert ran.stderr.endswith(f" {mistyped.HOW.split('`')[2].strip()}\n")
    assert "console:" not in ran.stderr  # an id that was typed is not told on
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [(), ("audit",), ("keys",), ("matrix",)])
def test_a_group_alone_shows_what_is_in_it(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = attune(tmp_path, *words)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Commands:" in ran.stderr


def test_help_and_version_end_with_code_0(tmp_path: Path) -> None:
    for words in (("--help",), ("--version",), ("audit", "show", "--help")):
        ran = attune(tmp_path, *words)
        assert (ran.returncode, ran.stderr) == (0, "")
