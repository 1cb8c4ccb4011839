"""Fills the typed areas of a language from tables, and says where a table is not as declared."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

SOME: Mapping[str, bool] = {"some": True}  # of a field: not every kind has words of its own

Area = TypeVar("Area")


def filled(kind: type[Area], table: Mapping[str, Any], file: str) -> Area:
    """Gives an area with its sentences; raises ValueError that names the file and the key."""
    hints = _hints(kind)
    _compare(file, set(hints), set(table))
    return kind(
        **{
            each.name: _value(hints[each.name], table[each.name], f"{file}: {each.name}", each)
            for each in fields(kind)  # type: ignore[arg-type]  # every area is a dataclass
        }
    )


def sentences(area: object) -> Iterator[tuple[str, str]]:
    """Gives every sentence of an area with its key, dotted within tables; lists by their place."""
    for each in fields(area):  # type: ignore[arg-type]  # every area is a dataclass
        yield from _sentences(each.name, getattr(area, each.name))


def placeholders(text: str) -> set[str]:
    """Gives the names that a sentence has filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _hints(kind: type[Any]) -> Mapping[str, Any]:
    read = _read()
    if kind not in read:  # each language asks again
        read[kind] = get_type_hints(kind)
    return read[kind]


@cache
def _read() -> dict[type[Any], Mapping[str, Any]]:
    """Holds the types of the areas' fields, by the area."""
    return {}


def _sentences(key: str, value: object) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield key, value
        case tuple():
            for place, one in enumerate(value):
                yield f"{key}.{place}", one
        case Mapping():
            for name, one in value.items():
                yield from _sentences(f"{key}.{name}", one)


def _compare(where: str, wanted: set[str], given: set[str]) -> None:
    if missing := sorted(wanted - given):
        raise ValueError(f"{where}: missing {', '.join(missing)}")
    if unknown := sorted(given - wanted):
        raise ValueError(f"{where}: unknown {', '.join(unknown)}")


def _value(hint: Any, value: Any, where: str, declared: Any = None) -> Any:
    if hint is str:
        return _sentence(value, where)
    if get_origin(hint) is tuple:
        return _list(value, where)
    return _table(hint, value, where, is_whole=not declared.metadata.get("some"))


def _sentence(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{where}: a sentence is text, and this is {type(value).__name__}")
    if not value.strip():
        raise ValueError(f"{where}: empty")
    try:
        placeholders(value)
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from error
    return value


def _list(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError(f"{where}: needs a list of sentences")
    return tuple(_sentence(one, f"{where}[{place}]") for place, one in enumerate(value))


def _table(hint: Any, value: Any, where: str, *, is_whole: bool) -> Mapping[Any, Any]:
    if not isinstance(value, dict) or not value:
        raise ValueError(f"{where}: needs a table of sentences")
    keys, of = get_args(hint)
    if issubclass(keys, StrEnum):
        every = {each.value for each in keys}
        _compare(where, every if is_whole else set(value) & every, set(value))
    return {keys(key): _value(of, one, f"{where}.{key}") for key, one in value.items()}
