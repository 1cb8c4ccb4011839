"""Reads the files of strings; what cannot be read is said with its file and key."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, get_type_hints

from bot.strings.crisis import FloorWords
from bot.strings.fill import filled, same_placeholders
from bot.strings.spoken import Identity, Leaving
from bot.strings.strings import Spoken, Strings

MODEL = "en"  # the language whose placeholders every other follows
NO_AREAS = ("code", "spoken")


def strings_in(code: str, folder: Traversable | None = None) -> Strings:
    """Gives every sentence of a language, named by its folder.

    Raises ValueError where a file is missing, or not as its area in `bot.strings` declares.
    """
    folder = folder or resources.files("bot.strings")
    kinds = areas()
    tables = _tables(folder, code)
    _known(code, tables, set(kinds) | {"leaving"})
    if missing := sorted(set(kinds) - set(tables)):
        raise ValueError(f"{code}: missing {', '.join(f'{one}.toml' for one in missing)}")
    read = {area: filled(kind, tables[area], _file(code, area)) for area, kind in kinds.items()}
    spoken = spoken_in(folder)
    spoken[code] = replace(spoken[code], identity=read["identity"], crisis=read["crisis"])
    strings = Strings(code=code, spoken=spoken, **read)
    if code != MODEL:
        _follows(strings, strings_in(MODEL, folder))
    return strings


def areas() -> Mapping[str, type[Any]]:
    """Gives the areas of a language with the type that declares each."""
    hints = get_type_hints(Strings)
    return {each.name: hints[each.name] for each in fields(Strings) if each.name not in NO_AREAS}


def spoken_in(folder: Traversable) -> dict[str, Spoken]:
    """Gives by code what is said in every language that has a folder."""
    codes = sorted(one.name for one in folder.iterdir() if _is_language(one))
    spoken = {code: _spoken(folder, code) for code in codes}
    for code, one in spoken.items():
        if one.crisis is not None:
            same_placeholders(one.crisis, spoken[MODEL].crisis, _file(code, "crisis"))
    return spoken


def _is_language(one: Traversable) -> bool:
    return one.is_dir() and not one.name.startswith("_")


def _spoken(folder: Traversable, code: str) -> Spoken:
    tables = _tables(folder, code)
    _known(code, tables, set(areas()) | {"leaving"})
    if "identity" not in tables:
        raise ValueError(f"{code}: missing identity.toml")
    leaving, crisis = tables.get("leaving"), tables.get("crisis")
    return Spoken(
        filled(Identity, tables["identity"], _file(code, "identity")),
        filled(Leaving, leaving, _file(code, "leaving")) if leaving else None,
        filled(FloorWords, crisis, _file(code, "crisis")) if crisis else None,
    )


def _tables(folder: Traversable, code: str) -> dict[str, dict[str, Any]]:
    files = [one for one in folder.joinpath(code).iterdir() if one.name.endswith(".toml")]
    return {one.name.removesuffix(".toml"): _read(one, f"{code}/{one.name}") for one in files}


def _read(file: Traversable, named: str) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{named}: {error}") from error


def _known(code: str, tables: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(tables) - known):
        raise ValueError(f"{code}: no area is called {', '.join(unknown)}")


def _follows(strings: Strings, model: Strings) -> None:
    for area in areas():
        there = _file(strings.code, area)
        same_placeholders(getattr(strings, area), getattr(model, area), there)


def _file(code: str, area: str) -> str:
    return f"{code}/{area}.toml"
