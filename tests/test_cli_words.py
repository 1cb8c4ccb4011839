"""What the command line says of itself: everyday words, each summary whole on its line."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from adapters.cli.main import app
from adapters.cli.ready import counted

INNER = {"governor", "ledger", "scope", "epoch", "ceiling", "chain", "stance", "instance"}
A_LINE = 80


def helps() -> Iterator[tuple[str, str]]:
    """Gives every command with all that it says of itself."""
    pending: list[tuple[tuple[str, ...], Any]] = [((), typer.main.get_command(app))]
    while pending:
        path, one = pending.pop()
        below = getattr(one, "commands", {})
        pending += [((*path, name), each) for name, each in below.items()]
        said = [one.help or "", *(getattr(each, "help", "") or "" for each in one.params)]
        yield " ".join(path), " ".join(said)


def test_no_command_explains_itself_in_an_inner_word() -> None:
    for name, said in helps():
        words = {word.strip(".,;:()`").removesuffix("s") for word in said.split()}
        assert not words & INNER, name


@pytest.mark.parametrize("group", [(), ("audit",), ("keys",), ("matrix",)])
def test_each_summary_stands_whole_on_its_line(group: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(app, [*group, "--help"], terminal_width=A_LINE).stdout
    assert "..." not in shown.partition("Commands:")[2]
    assert max(map(len, shown.splitlines())) <= A_LINE


def test_what_stands_for_a_value_says_what_it_is_and_not_its_type() -> None:
    types = {"TEXT", "PATH", "INTEGER", "FLOAT", "RANGE", "FILENAME", "BOOLEAN"}
    pending: list[tuple[str, Any]] = [("attune", typer.main.get_command(app))]
    while pending:
        path, one = pending.pop()
        pending += [(f"{path} {name}", each) for name, each in getattr(one, "commands", {}).items()]
        shown = CliRunner().invoke(app, [*path.split()[1:], "--help"], terminal_width=A_LINE).stdout
        assert not set(re.findall(r"[A-Z]{3,}", shown)) & types, path


def test_one_and_more_are_told_apart() -> None:
    assert [counted(one, "key", "keys") for one in range(3)] == ["0 keys", "1 key", "2 keys"]
