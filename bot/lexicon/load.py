"""Reads a file of the lexicon; what cannot be read is said with its file and entry."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from bot.lexicon.entries import Entry, Lexicon
from bot.lexicon.lazy import lazy

_PART = re.compile(r"\(\?&([A-Za-z_]+)\)")
_DEEPEST = 8  # parts within parts
FOR_TESTS = ("examples", "twins", "source", "reads", "way")
OF_AN_ENTRY = ("id", "group", "pattern")
OF_A_FILE = ("source", "uses", "reads", "way", "parts", "words", "spellings", "phrases", "entry")


def lexicon(name: str) -> Lexicon:
    """Gives what a file holds, named by language and subject: "en/governor/flattery".

    Raises ValueError where the file is not of the form that `bot.lexicon` describes.
    """
    data = raw(name)
    _check(name, data)
    parts = parts_of(name, data)
    words, tables = data.get("words", {}), data.get("spellings", {})
    return Lexicon(
        name,
        tuple(_entry(name, one, parts) for one in data.get("entry", ())),
        words={key: frozenset(each) for key, each in words.items()},
        phrases={each["id"]: _lines(each["lines"], parts) for each in data.get("phrases", ())},
        spellings={key: spelled(f"{name}: {key}", each) for key, each in tables.items()},
    )


def _check(name: str, data: Mapping[str, Any]) -> None:
    unknown = sorted(set(data) - set(OF_A_FILE))
    if unknown:
        raise ValueError(f"{name}: what is {', '.join(unknown)}? A file holds {OF_A_FILE}")
    ids = [str(each.get("id")) for each in (*data.get("entry", ()), *data.get("phrases", ()))]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    if twice:
        raise ValueError(f"{name}: these ids stand twice: {', '.join(twice)}")


def is_written(name: str) -> bool:
    """Returns whether there is a file of that name."""
    return name in _files() or resources.files("bot.lexicon").joinpath(f"{name}.toml").is_file()


def raw(name: str) -> Mapping[str, Any]:
    """Gives a file as TOML reads it, examples and twins with it; the tests read these."""
    files = _files()
    if name not in files:  # parts that several files use are parsed once
        files[name] = _read(name)
    return files[name]


@cache
def _files() -> dict[str, Mapping[str, Any]]:
    """Holds what was read, by the name of its file."""
    return {}


def _read(name: str) -> Mapping[str, Any]:
    file = resources.files("bot.lexicon").joinpath(f"{name}.toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: {error}") from error


def parts_of(name: str, data: Mapping[str, Any]) -> dict[str, str]:
    """Gives the parts that patterns of this file may hold, its own and those it uses."""
    parts: dict[str, str] = {}
    for other in data.get("uses", ()):
        parts |= parts_of(other, raw(other))
    return parts | {key: _joined(part) for key, part in data.get("parts", {}).items()}


def spelled(where: str, table: Mapping[str, list[str]]) -> dict[str, str]:
    """Gives what each spelling of a table stands for; one may stand for one thing alone."""
    pairs = [(written, full) for full, every in table.items() for written in every]
    given = [written for written, _ in pairs]
    twice = sorted({each for each in given if given.count(each) > 1})
    if twice:
        raise ValueError(f"{where}: these spellings stand twice: {', '.join(twice)}")
    return dict(pairs)


def _joined(pattern: str | list[str]) -> str:
    return pattern if isinstance(pattern, str) else "".join(pattern)


def _lines(lines: list[str | list[str]], parts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_filled(_joined(line), parts) for line in lines)


def _entry(name: str, data: Mapping[str, Any], parts: Mapping[str, str]) -> Entry:
    where = f"{name}: {data.get('id', 'an entry without an id')}"
    if not (data.get("id") and data.get("pattern")):
        raise ValueError(f"{where}: an entry needs an id and a pattern")
    try:
        pattern = lazy(where, _filled(_joined(data["pattern"]), parts))
    except (re.error, KeyError) as error:
        raise ValueError(f"{where}: the pattern cannot be read: {error}") from error
    facts = {key: each for key, each in data.items() if key not in (*OF_AN_ENTRY, *FOR_TESTS)}
    return Entry(data["id"], pattern, data.get("group", ""), facts)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    """Puts each part in the place of its name; parts may hold parts."""
    for _ in range(_DEEPEST):
        if not _PART.search(pattern):
            return pattern
        pattern = _PART.sub(lambda found: parts[found[1]], pattern)
    raise re.error(f"parts stand in parts more than {_DEEPEST} deep")
