"""No dead names: whatever a module makes has a reader, and a door shows only what is asked for."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM, READERS = ("bot", "adapters"), ("bot", "adapters", "tests", "training", "live")


@cache
def trees(*folders: str) -> dict[Path, ast.Module]:
    files = [file for each in folders for file in sorted((ROOT / each).rglob("*.py"))]
    read = [file for file in files if "migrations" not in file.parts]
    return {file: ast.parse(file.read_text("utf-8")) for file in read}


def made_by(tree: ast.Module) -> Iterator[str]:
    """Gives the names of a module; a decorator that registers reads what it is put on."""
    for node in tree.body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield from [] if any(map(_registers, node.decorator_list)) else [node.name]
            case ast.Assign():
                names = (name for target in node.targets for name in ast.walk(target))
                yield from (name.id for name in names if isinstance(name, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def _registers(decorator: ast.expr) -> bool:
    named = decorator.func if isinstance(decorator, ast.Call) else decorator
    name = named.attr if isinstance(named, ast.Attribute) else getattr(named, "id", "")
    return name not in ("dataclass", "cache", "lru_cache", "asynccontextmanager", "contextmanager")


@cache
def nodes_of(tree: ast.Module) -> tuple[ast.Name | ast.ImportFrom | ast.Attribute, ...]:
    """Gives what names something: a tree is walked once, whatever is asked of it."""
    found = (ast.Name, ast.ImportFrom, ast.Attribute)
    return tuple(node for node in ast.walk(tree) if isinstance(node, found))


@cache
def read_by(tree: ast.Module) -> frozenset[str]:
    loads = (node for node in nodes_of(tree) if isinstance(node, ast.Name))
    return frozenset(node.id for node in loads if isinstance(node.ctx, ast.Load))


@cache
def imported_by(tree: ast.Module) -> tuple[tuple[str, str], ...]:
    """Gives what a module imports of others: from where, and what."""
    nodes = [node for node in nodes_of(tree) if isinstance(node, ast.ImportFrom)]
    return tuple((node.module or "", alias.name) for node in nodes for alias in node.names)


@cache
def asked_for(tree: ast.Module) -> frozenset[str]:
    """Gives what a module imports or reads of another."""
    read = (node.attr for node in nodes_of(tree) if isinstance(node, ast.Attribute))
    return frozenset((*read, *(name for _, name in imported_by(tree))))


def dead(module: ast.Module, asked: set[str]) -> list[str]:
    """Gives the names that neither their own module nor any other reads."""
    names = (name for name in made_by(module) if not name.startswith("__"))
    return [name for name in names if name not in read_by(module) | asked]


def test_every_name_of_a_module_has_a_reader() -> None:
    asked = {name for tree in trees(*READERS).values() for name in asked_for(tree)}
    found = {
        str(file.relative_to(ROOT)): names
        for file, tree in trees(*PROGRAM).items()
        if (names := dead(tree, asked))
    }
    assert found == {}


def shown_by(door: ast.Module) -> list[str]:
    """Gives what a door's `__all__` lists."""
    for node in door.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=names)):
                return [str(ast.literal_eval(name)) for name in names]
    return []


def asked_of(door: str) -> Iterator[str]:
    """Gives what anybody imports of a package through its door."""
    package = door.rpartition(".")[::2]
    for tree in trees(*READERS).values():
        imported = imported_by(tree)
        yield from (name for module, name in imported if module == door)
        if package in imported:
            yield from asked_for(tree)


def test_a_door_shows_only_what_somebody_takes_through_it() -> None:
    found = {}
    for file, tree in trees(*PROGRAM).items():
        if file.name == "__init__.py":
            door = ".".join(file.parent.relative_to(ROOT).parts)
            taken = {*asked_of(door), *read_by(tree)}
            found[door] = [name for name in shown_by(tree) if name not in taken]
    assert {door: names for door, names in found.items() if names} == {}


def test_a_dead_name_is_found() -> None:
    planted = ast.parse("used, dead = 1, 2\n\ndef also(): return used\n")
    assert dead(planted, {"else"}) == ["dead", "also"]
    assert dead(planted, {"also"}) == ["dead"]
