"""Reads the files of strings; what cannot be read is said with its file and key.

A language is read when it is first asked for, and kept. That each fills in what English fills in is
held by tests, and not looked at again when a program starts.
"""

import tomllib
from collections.abc import Mapping, Set
from dataclasses import fields
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, get_type_hints

from bot.strings.carded import Cards
from bot.strings.crisis import FloorWords
from bot.strings.fill import filled
from bot.strings.spoken import Identity, Leaving
from bot.strings.strings import LANGUAGES, Spoken, Strings

NO_AREAS = ("code", "spoken", "others")
_LEAVING = "leaving"  # of every language but English, whose words are the consent's own
_SPOKEN = ("identity", "crisis", _LEAVING)  # what is said to who writes in it, whatever is offered


def strings_in(code: str, folder: Traversable | None = None) -> Strings:
    """Gives every sentence of a language, named by its folder.

    Raises ValueError where a file is missing, or not as its area in `bot.strings` declares.
    """
    spoken = _installed_spoken() if folder is None else spoken_in(folder)
    folder, kinds = folder or _installed(), areas()
    if missing := sorted(kinds.keys() - _files(folder, code)):
        raise ValueError(f"{code}: missing {', '.join(f'{one}.toml' for one in missing)}")
    read: dict[str, Any] = {"identity": spoken[code].identity, "crisis": spoken[code].crisis}
    read |= {one: _area(folder, code, one, kinds[one]) for one in kinds if one not in _SPOKEN}
    return Strings(code=code, spoken=spoken, others=other, **read)


@cache
def offered() -> tuple[str, ...]:
    """Gives the codes of the languages that people are answered in, in their order."""
    return whole_in(_installed())


def whole_in(folder: Traversable) -> tuple[str, ...]:
    """Gives the codes of the languages that have a file for every area, in their order."""
    every = areas().keys()
    return tuple(code for code in LANGUAGES if every <= _files(folder, code))


def other(code: str) -> Strings | None:
    """Gives an offered language, read once; None where it is not offered."""
    return installed(code) if code in offered() else None


def installed(code: str) -> Strings:
    """Gives every sentence of a language that is complete, read once."""
    read = _read()
    if code not in read:
        read[code] = strings_in(code)
    return read[code]


@cache
def _read() -> dict[str, Strings]:
    """Holds the languages that were asked for, by their code."""
    return {}


def level_names(code: str) -> Mapping[str, str]:
    """Gives what a language calls the levels, by their words; nothing where no card is written."""
    is_written = "cards" in _files(_installed(), code)
    return _area(_installed(), code, "cards", Cards).names if is_written else {}


@cache
def areas() -> Mapping[str, type[Any]]:
    """Gives the areas of a language with the type that declares each."""
    hints = get_type_hints(Strings)
    return {each.name: hints[each.name] for each in fields(Strings) if each.name not in NO_AREAS}


def spoken_in(folder: Traversable) -> Mapping[str, Spoken]:
    """Gives by code what is said in every language that has a folder."""
    codes = sorted(one.name for one in folder.iterdir() if _is_language(one))
    return {code: _spoken(folder, code) for code in codes}


@cache
def _installed_spoken() -> Mapping[str, Spoken]:
    return spoken_in(_installed())


def _installed() -> Traversable:
    return resources.files("bot.strings")


def _is_language(one: Traversable) -> bool:
    return one.is_dir() and not one.name.startswith("_")


def _spoken(folder: Traversable, code: str) -> Spoken:
    files = _files(folder, code)
    if unknown := sorted(files - areas().keys() - {_LEAVING}):
        raise ValueError(f"{code}: no area is called {', '.join(unknown)}")
    if "identity" not in files:
        raise ValueError(f"{code}: missing identity.toml")
    return Spoken(
        _area(folder, code, "identity", Identity),
        _area(folder, code, _LEAVING, Leaving) if _LEAVING in files else None,
        _area(folder, code, "crisis", FloorWords) if "crisis" in files else None,
    )


def _files(folder: Traversable, code: str) -> Set[str]:
    names = (one.name for one in folder.joinpath(code).iterdir())
    return {one.removesuffix(".toml") for one in names if one.endswith(".toml")}


def _area(folder: Traversable, code: str, area: str, kind: type[Any]) -> Any:
    named = f"{code}/{area}.toml"
    text = folder.joinpath(code, f"{area}.toml").read_text(encoding="utf-8")
    try:
        return filled(kind, tomllib.loads(text), named)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{named}: {error}") from error
