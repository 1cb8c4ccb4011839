"""How functions are built: short, shallow, with few parameters; a flat ladder of cases aside."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST_LINES = 20  # without the docstring
MOST_DEEP = 3  # if, for, while, with, try, match
MOST_PARAMETERS = 4  # self and cls aside
# What has parameters that a library names, or of which each is an option that is typed.
NAMED_ELSEWHERE = frozenset(
    {
        "adapters/cli/reporting.py: report",
        "bot/settings/of_law.py: settings_customise_sources",
    }
)
_DEEPER = (
    *(ast.If, ast.For, ast.AsyncFor, ast.While),
    *(ast.With, ast.AsyncWith, ast.Try, ast.Match),
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_in(tree: ast.AST) -> Iterator[Function]:
    yield from (one for one in ast.walk(tree) if isinstance(one, Function))


def faults_of(function: Function) -> list[str]:
    """Says what is too long, too deep or too much of a function."""
    lines, deep, named = lines_of(function), depth_of(function), parameters_of(function)
    faults = [f"{lines} lines"] if lines > MOST_LINES and not is_ladder(function) else []
    faults += [f"{deep} deep"] if deep > MOST_DEEP else []
    return faults + ([f"{named} parameters"] if named > MOST_PARAMETERS else [])


def lines_of(function: Function) -> int:
    said = function.body[0] if ast.get_docstring(function) else None
    docstring = (said.end_lineno or 0) - said.lineno + 1 if said is not None else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def depth_of(node: ast.AST, depth: int = 0) -> int:
    """Gives how deep statements stand in each other; an `elif` is no deeper than its `if`."""
    deepest = depth
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function | ast.Lambda | ast.ClassDef):
            continue
        is_elif = isinstance(node, ast.If) and node.orelse == [child]
        is_deeper = isinstance(child, _DEEPER) and not is_elif
        deepest = max(deepest, depth_of(child, depth + is_deeper))
    return deepest


def parameters_of(function: Function) -> int:
    every = (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
    return sum(one.arg not in ("self", "cls") for one in every)


def is_ladder(function: Function) -> bool:
    """Whether it is a `match` with a few lines around it: a table, read from top to bottom."""
    rest = [one for one in function.body if not isinstance(one, ast.Match | ast.Expr)]
    return len(rest) < len(function.body) and len(rest) <= 3 and has_match(function)


def has_match(function: Function) -> bool:
    return any(isinstance(one, ast.Match) for one in function.body)


def test_functions_are_short_shallow_and_take_few_parameters() -> None:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]
    trees = {str(path.relative_to(ROOT)): ast.parse(path.read_text("utf-8")) for path in files}
    found = {
        f"{name}: {function.name}": faults
        for name, tree in trees.items()
        if "/migrations/" not in name
        for function in functions_in(tree)
        if (faults := faults_of(function))
    }
    assert found.keys() == NAMED_ELSEWHERE, found


LONG = "def f():\n" + "    x = 1\n" * MOST_LINES
DEEP = "def f():\n    if a:\n        for b in c:\n            with d:\n                if e: g()\n"


@pytest.mark.parametrize(
    ("source", "fault"),
    [(LONG, "21 lines"), (DEEP, "4 deep"), ("def f(a, b, c, d, *, e): ...", "5 parameters")],
)
def test_a_planted_function_is_found(source: str, fault: str) -> None:
    (function,) = functions_in(ast.parse(source))
    assert faults_of(function) == [fault]


def test_a_ladder_an_elif_and_a_docstring_are_no_fault() -> None:
    cases = "".join(f"        case {at}:\n            return {at}\n" for at in range(20))
    ladder = f'def f(self, a):\n    """Gives a.\n\n    Twice.\n    """\n    match a:\n{cases}'
    steps = "def g(a):\n    if a == 1: b()\n" + "".join(
        f"    elif a == {at}: b()\n" for at in range(2, 9)
    )
    assert [faults_of(one) for one in functions_in(ast.parse(ladder + steps))] == [[], []]
