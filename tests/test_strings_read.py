"""Each sentence of the strings has a reader, and what people read is written nowhere else."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from bot.strings.load import areas

ROOT = Path(__file__).parent.parent
# What is no sentence for people: what a model is told, and what rules are held to.
NOT_FOR_PEOPLE = ("governor", "lexicon", "model", "prompt", "settings", "store", "strings")
NOT_SAID = ("log", "re", "Rule", "ValueError")  # and every error: an operator reads it
# Told to a model or to an operator: how many, by module.
TOLD_TO_OTHERS = {
    "engine/generate": 1,
    "folder": 1,
    "repair/manner": 13,
    "summary/asking": 1,
    "text/language": 4,
    "vault/sealing": 3,
}
# Who names a language: what puts a program together. All else says what it was given.
CHOOSES = (
    "adapters/cli/asking.py",
    "adapters/cli/compose.py",
    "adapters/cli/house.py",
    "adapters/cli/models.py",
    "adapters/evaluation/",
)
_SENTENCE = re.compile(r"^[A-Z\"'🔧—(].*[.!?:]", re.DOTALL)
_WORD = re.compile(r"[A-Za-z']{2,}")
_PATTERN = re.compile(r"\(\?|\\b|\[\^")


def modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


@cache
def attributes_read() -> frozenset[str]:
    """Gives every attribute name that the program reads, the strings' own composing with it."""
    return frozenset(
        node.attr
        for path in modules("bot", "adapters", "live")
        if "phrases" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    )


def is_said(text: str) -> bool:
    is_long = len(_WORD.findall(text)) >= 4
    return is_long and bool(_SENTENCE.match(text)) and not _PATTERN.search(text)


def passed_over(tree: ast.AST) -> set[int]:
    """Gives the ids of what nobody is told: docstrings, logs, errors."""
    found: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) as said:
                found.add(id(said.value))
            case ast.Raise():
                found.update(map(id, ast.walk(node)))
            case ast.Call(func=called) if _names(called).startswith(NOT_SAID) or _names(
                called
            ).endswith("Error"):
                found.update(map(id, ast.walk(node)))
    return found


def _names(called: ast.expr) -> str:
    return ast.unparse(called)


def texts_in(tree: ast.AST) -> Iterator[str]:
    """Gives what is written in code for somebody, a filled text with its blanks as one."""
    over = passed_over(tree)
    for node in ast.walk(tree):
        if id(node) in over:
            continue
        if isinstance(node, ast.JoinedStr):
            over.update(map(id, node.values))
            yield "".join(
                str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def sentences_in(source: str) -> list[str]:
    return [text for text in texts_in(ast.parse(source)) if is_said(text)]


def in_code() -> dict[str, int]:
    found: dict[str, int] = {}
    for path in modules("bot"):
        name = path.relative_to(ROOT / "bot").with_suffix("").as_posix()
        if name.split("/")[0] not in NOT_FOR_PEOPLE:
            count = len(sentences_in(path.read_text("utf-8")))
            found |= {name: count} if count else {}
    return found


@pytest.mark.parametrize("area", areas())
def test_each_sentence_has_a_reader(area: str) -> None:
    read = attributes_read()
    assert area in read
    assert [each.name for each in fields(areas()[area]) if each.name not in read] == []


def test_what_people_read_is_written_in_the_strings_alone() -> None:
    assert in_code() == TOLD_TO_OTHERS


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('told(event, "Nothing was being written here.")', 1),
        ('told(event, f"That level holds until {day} here.")', 1),
        ('log.warning("Nothing was being written here.")', 0),
        ('raise VaultError("There is a database, but no key.")', 0),
        ('def a() -> None:\n    """Gives what a reply says."""', 0),
        ('A = "purpose"', 0),
    ],
    ids=["told", "filled", "log", "error", "docstring", "word"],
)
def test_a_sentence_in_code_is_seen(source: str, count: int) -> None:
    assert len(sentences_in(source)) == count


def named_in(source: str) -> bool:
    """Whether a module takes a language by its name."""
    return any(
        isinstance(node, ast.ImportFrom) and "ENGLISH" in {one.name for one in node.names}
        for node in ast.walk(ast.parse(source))
    )


def test_only_what_puts_a_program_together_names_a_language() -> None:
    paths = (path.relative_to(ROOT).as_posix() for path in modules("bot", "adapters"))
    naming = [path for path in paths if named_in((ROOT / path).read_text("utf-8"))]
    assert [path for path in naming if not path.startswith(CHOOSES)] == []
    assert named_in("from bot.strings import ENGLISH, Strings")
