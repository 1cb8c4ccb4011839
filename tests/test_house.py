"""The house's own rules, held by reading the project's files."""

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import FIELDS

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300
VOCABULARY = (
    "ports",
    "records",
    "capabilities",
    "ids",
    "events",
    "actions",
    "words",
    "rupture",
    "errors",
)
PURE = (
    "boundaries",
    "holding",
    "impact",
    "people",
    "summary",
    "attention",
    "reach",
    "norms",
    "house_rules",
    "markers",
    "capabilities",
    "ids",
    "errors",
    "causes",
    "events",
    "actions",
    "rupture",
    "emojis",
    "levels",
    "words",
    "records",
    "stamps",
    "audit",
    "consent",
    "recall",
    "repair",
    "learning",
    "layout",
    "receipt",
    "export",
    "age",
    "snapshot",
    "choices",
    "commands",
    "disclosure",
    "limits",
    "prompt",
    "strings",
    "cards",
    "consent_card",
    "panel",
    "making",
    "made",
    "metering",
    "closing",
    "duties",
    "layout",
    "decide",
    "governor",
    "crisis",
    "text",
    "layout",
    "lexicon",
    "withdrawal",
    "whole_messages",
    "reading",
)
OF_THE_STANDARD_LIBRARY = (
    "__future__",
    "base64",
    "bisect",
    "collections.abc",
    "dataclasses",
    "datetime",
    "difflib",
    "enum",
    "functools",
    "hashlib",
    "html",
    "itertools",
    "json",
    "math",
    "re",
    "string",
    "typing",
    "unicodedata",
    "zlib",
)
# The pure files that read files: those beside it, which are part of the program.
READS_THE_LEXICON = ["tomllib", "importlib"]
READS_THE_STRINGS = ["tomllib", "importlib", "importlib.resources.abc"]
READS_SIGNS = ["regex"]  # which marks are one sign, as Unicode says: a table, too
READS_ERROR_NUMBERS = ["errno"]  # what a system calls its errors: a table, too
READS_TIME_ZONES = ["zoneinfo"]  # a table as fixed as a lexicon, and no clock
PLANTS = (
    ("The core is layered", "bot/errors.py", "import bot.ports"),
    ("The core is layered", "bot/unheard_of.py", ""),
    ("The core knows no platform", "bot/ports.py", "import discord"),
    ("The core knows no platform", "bot/ports.py", "import adapters"),
    ("Pure files touch nothing outside", "bot/words.py", "import sqlalchemy"),
    ("Pure files touch nothing outside", "bot/decide/planted.py", "import bot.settings"),
    ("Platforms never know each other", "adapters/discord/__init__.py", "import adapters.console"),
    ("Platforms never know each other", "adapters/kit/__init__.py", "import adapters.discord"),
    (
        "What serves people knows nothing of evaluation",
        "adapters/kit/__init__.py",
        "import adapters.evaluation.replay",
    ),
    (
        "What serves people knows nothing of evaluation",
        "adapters/matrix/__init__.py",
        "import adapters.calibration",
    ),
    (
        "What starts serving knows nothing of evaluation",
        "adapters/cli/running.py",
        "import adapters.evaluation.review",
    ),
)


def sources() -> list[Path]:
    found = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def name_of(path: Path) -> str:
    """Gives `decide/decision` for bot/decide/decision.py, `decide` for bot/decide/__init__.py."""
    parts = path.relative_to(ROOT).with_suffix("").parts[1:]
    return "/".join(part for part in parts if part != "__init__")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def is_only_a_door(path: Path) -> bool:
    """Says whether it is an __init__.py that holds a docstring and imports, and no more."""
    doors = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign)
    return path.name == "__init__.py" and all(
        isinstance(node, doors) for node in tree_of(path).body
    )


def imported_by_tests() -> frozenset[str]:
    """Gives the dotted names that test files import: a module's test is one that names it."""
    found: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def rule_families() -> frozenset[str]:
    """Gives the modules of rules: tests/test_governor_rules.py holds each rule to its examples."""
    every = (ROOT / "bot" / "governor" / "rules" / "every.py").read_text(encoding="utf-8")
    names = [
        alias.name
        for node in ast.walk(ast.parse(every))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    return frozenset(f"bot.governor.rules.{name}" for name in names)


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Gives what is imported, dotted; a relative import begins with its dots."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            whole = module != "bot"
            yield from [module] if whole else [f"bot.{alias.name}" for alias in node.names]


def is_pure(name: str) -> bool:
    if name.startswith("bot."):
        return name.split(".")[1] in PURE
    return name in OF_THE_STANDARD_LIBRARY


def impure_imports(source: str) -> list[str]:
    return [name for name in imports_of(ast.parse(source)) if not is_pure(name)]


def test_every_module_has_its_tests() -> None:
    asked = [
        path for path in sources() if name_of(path) not in VOCABULARY and not is_only_a_door(path)
    ]
    named = imported_by_tests() | rule_families()
    untested = [dotted(path) for path in asked if dotted(path) not in named]
    assert untested == [], "no test names: " + ", ".join(untested)


def test_no_file_is_too_long() -> None:
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in sources()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_pure_file_imports_only_what_is_pure() -> None:
    pure = [path for path in sources() if "bot" in path.relative_to(ROOT).parts[:1]]
    pure = [path for path in pure if name_of(path).split("/")[0] in PURE]
    impure = {name_of(path): impure_imports(path.read_text(encoding="utf-8")) for path in pure}
    assert impure.pop("lexicon/load") == READS_THE_LEXICON
    assert impure.pop("strings/load") == READS_THE_STRINGS
    assert impure.pop("strings/demonstration") == READS_THE_LEXICON
    assert impure.pop("text/emojis") == READS_SIGNS
    assert impure.pop("house_rules/kinds/hours") == READS_TIME_ZONES
    assert impure.pop("causes") == READS_ERROR_NUMBERS
    assert {name: imports for name, imports in impure.items() if imports} == {}


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "import collections",
        "from asyncio import sleep",
        "from . import ids",
        "from bot import tasks",
        "import bot.settings",
        "def later():\n    import random",
    ],
)
def test_an_impure_import_is_found(line: str) -> None:
    assert len(impure_imports(f"import re\nfrom bot import ids\nimport bot.decide\n{line}\n")) == 1


@pytest.mark.parametrize("page", [".env.example", "README.md"])
def test_every_setting_is_written_up(page: str) -> None:
    words = set(re.findall(r"\w+", (ROOT / page).read_text(encoding="utf-8")))
    assert [name for name in FIELDS if name not in words] == []


def a_copy(folder: Path) -> Path:
    for package in ("bot", "adapters"):
        shutil.copytree(
            ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    away = {"PYTHONPATH", "COLUMNS"}  # the copy is what is read, and its lines stay whole
    return subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in away}
        | {"COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_import_rules_are_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("rule", "file", "line"), PLANTS)
def test_an_import_against_the_rules_is_caught(
    rule: str, file: str, line: str, tmp_path: Path
) -> None:
    planted = a_copy(tmp_path) / file
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert f"{rule} BROKEN" in done.stdout


PLATFORM = re.compile(r"discord|matrix|console|ephemeral|custom emoji", re.IGNORECASE)
# Files of the core that may name a platform, and why.
NAMES_PLATFORMS = {
    "bot/ids.py": "an example of each kind of id",
    "bot/settings/fields.py": "what an operator sets: each name is a platform's own",
    "bot/settings/needs.py": "which of them need another one",
    "bot/settings/kinds.py": "the shape of a user id, and where it is specified",
    "bot/store/moving.py": "an owner as an earlier release stored it",
}


def names_a_platform(path: Path) -> bool:
    return PLATFORM.search(path.read_text(encoding="utf-8")) is not None


def test_the_core_names_no_platform() -> None:
    written = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "bot" / "strings").rglob("*.toml")]
    named = {str(path.relative_to(ROOT)) for path in written if names_a_platform(path)}
    assert named == set(NAMES_PLATFORMS)


def test_a_platform_in_a_sentence_of_the_core_is_found(tmp_path: Path) -> None:
    planted = tmp_path / "rooms.toml"
    planted.write_text('here = "On Matrix I answer in a room of ours."', encoding="utf-8")
    assert names_a_platform(planted)
