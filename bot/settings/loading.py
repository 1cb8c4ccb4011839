"""Reads the settings and tells every fault at once, by name, with what to do."""

import difflib
import io
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dotenv.parser import Binding, parse_stream
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.causes import in_words
from bot.errors import SettingsFault
from bot.settings.env_file import read
from bot.settings.fields import Settings
from bot.settings.needs import NEEDS

PREFIX = "ATTUNE_"
_NEAR = 0.75  # how much of two names must be the same to guess that one was meant

_WRONG = {
    "int_parsing": "is not a whole number",
    "int_from_float": "is not a whole number",
    "float_parsing": "is not a number",
    "finite_number": "is not a number",
    "greater_than": "is too small: it must be more than {gt}",
    "greater_than_equal": "is too small: the least is {ge}",
    "less_than_equal": "is too large: the most is {le}",
    "string_too_long": "is too long: the most is {max_length} characters",
    "literal_error": "is none of the words it can be",
}


def name_of(field: str) -> str:
    """Gives the name a field is set by."""
    return PREFIX + field.upper()


FIELDS = {name_of(field): field for field in Settings.model_fields}


def load(
    environment: Mapping[str, str] | None = None, env_file: Path | None = Path(".env")
) -> Settings:
    """Gives the settings, or tells every fault at once.

    Args:
        environment: Names and values; None: this process's own.
        env_file: Read when it exists; None: never.

    Raises:
        SettingsFault: With one sentence a fault, none of which shows a value.
    """
    filed, faults = _read(env_file)
    given = _ours(filed) | _ours(os.environ if environment is None else environment)
    faults += [_unknown(name) for name in given if name not in FIELDS]
    values = {FIELDS[name]: text for name, text in given.items() if name in FIELDS and text}
    settings, wrong = _checked(values)
    if settings is None or faults or wrong:
        raise SettingsFault((*faults, *wrong))
    return settings


def _read(env_file: Path | None) -> tuple[dict[str, str], list[str]]:
    if env_file is None:
        return {}, []
    try:
        text = env_file.read_text(encoding="utf-8-sig")  # some editors put a mark first
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        return {}, [f"{env_file.name}: cannot be read ({in_words(error)}); check who may"]
    except UnicodeDecodeError:
        return {}, [f"{env_file.name}: is not UTF-8; save it as UTF-8"]
    lines = parse_stream(io.StringIO(text))
    return read(text), [_broken(env_file, line) for line in lines if _is_broken(line)]


def _is_broken(line: Binding) -> bool:
    return line.error or (line.key is not None and line.value is None)


def _broken(env_file: Path, line: Binding) -> str:
    return f"{env_file.name}: line {line.original.line} is not NAME=value; write it so"


def _ours(names: Mapping[str, str]) -> dict[str, str]:
    # In any case: a lower-case name is a mistake to tell, not one to pass over.
    return {name: text.strip() for name, text in names.items() if name.upper().startswith(PREFIX)}


def _unknown(name: str) -> str:
    # Without what every name begins with, which would make any two of them look alike.
    bare = {one.removeprefix(PREFIX): one for one in FIELDS}
    close = difflib.get_close_matches(name.upper().removeprefix(PREFIX), bare, 1, _NEAR)
    so = f"did you mean {bare[close[0]]}?" if close else "take it out; .env.example has every one"
    return f"{name}: is no setting; {so}"


def _checked(values: dict[str, str]) -> tuple[Settings | None, list[str]]:
    wrong: list[str] = []
    for given, needed in NEEDS:
        if given in values and not any(name in values for name in needed):
            wrong.append(_fault(needed[0], "is missing"))
    try:
        return Settings.model_validate(values), wrong
    except ValidationError as error:
        return None, wrong + list(_told(error.errors(include_url=False, include_input=False)))


def _told(errors: Iterable[ErrorDetails]) -> Iterable[str]:
    for error in errors:
        own: Any = error.get("ctx", {}).get("error")
        what = str(own) if own else _wrong(error)
        yield _fault(str(error["loc"][0]), what)


def _wrong(error: ErrorDetails) -> str:
    """Says what is wrong with a value, and which bound it is beyond; a bound is no value."""
    return _WRONG.get(error["type"], "cannot be used").format_map(error.get("ctx", {}))


def _fault(field: str, what: str) -> str:
    return f"{name_of(field)}: {what}; give {Settings.model_fields[field].description}"
