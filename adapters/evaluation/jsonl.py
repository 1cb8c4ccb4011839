"""Files of rows: one JSON object a line, where a faulty line is told and the rest go on."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from bot.causes import in_words
from bot.errors import SettingsFault

MOST_FAULTS = 10  # of a file that are told at once
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
Read = TypeVar("Read")


def lines_of(name: str) -> Iterator[tuple[int, str]]:
    """Gives each line of a file that holds something, with its number; "-" is standard input.

    Only a line feed ends a line: other separators are text inside a row. Raises SettingsFault.
    """
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        why = f"{name} cannot be read: {in_words(error)}. Name a file that is there."
        raise SettingsFault((why,)) from None
    except UnicodeDecodeError:
        raise SettingsFault((f"{called(name)} is no text in UTF-8; save it as UTF-8.",)) from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, line


def called(name: str) -> str:
    """Gives what a file is called where something is told of it."""
    return "standard input" if name == "-" else Path(name).name


def object_of(line: str) -> dict[str, Any]:
    """Gives the object that a line holds. Raises ValueError."""
    try:
        raw = json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError("is not JSON") from None
    if not isinstance(raw, dict):
        raise ValueError("is not an object")
    if _HALF.search(line) and not _is_text(raw):
        raise ValueError("holds half a character (a lone surrogate)")
    return raw


def _is_text(raw: dict[str, Any]) -> bool:
    try:
        json.dumps(raw, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def id_of(raw: dict[str, Any]) -> str:
    """Gives the id of a row, a text or a whole number. Raises ValueError."""
    name = raw.get("id")
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        raise ValueError("has no id")
    return str(name)


def whole(name: str, read: Callable[[str], Read]) -> tuple[Read, ...]:
    """Reads every row of a file, or tells its faults at once, each with its line.

    Raises SettingsFault.
    """
    file, rows, faults = called(name), list[Read](), list[str]()
    for number, line in lines_of(name):
        try:
            rows.append(read(line))
        except ValueError as fault:
            faults.append(f"{file}, line {number}: {fault}")
    if faults or not rows:
        more = [f"{file}: and {len(faults) - MOST_FAULTS} more"]
        told = faults[:MOST_FAULTS] + (more if len(faults) > MOST_FAULTS else [])
        raise SettingsFault(tuple(told) or (f"{file} holds no row.",))
    return tuple(rows)


class Rows:
    """Reads the rows of files one by one; `is_whole` tells at the end if none was faulty."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.is_whole = True

    def each(self, read: Callable[[str], Read]) -> Iterator[Read]:
        """Yields what is read of each line, and tells on standard error what a faulty one lacks.

        Raises SettingsFault before the first where a file cannot be read, or holds no row.
        """
        files = {name: tuple(lines_of(name)) for name in self._names}
        if empty := tuple(f"{called(name)} holds no row." for name in files if not files[name]):
            raise SettingsFault(empty)
        every = [(name, *line) for name in self._names for line in files[name]]
        for name, number, line in every:
            try:
                row = read(line)
            except ValueError as fault:
                self.tell(f"{called(name)}, line {number} {fault}")
            else:
                yield row

    def tell(self, fault: str) -> None:
        """Tells a fault on standard error."""
        sys.stderr.write(f"attune: {fault}\n")
        self.is_whole = False
