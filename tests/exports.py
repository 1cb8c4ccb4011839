"""What a person has of an export or a receipt: a file, or its lines in messages."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.driver import Seen

DOCTYPE = "<!doctype html>"


def held_in(paths: Iterable[str]) -> tuple[str, ...]:
    """Gives what each file of a person's holds."""
    return tuple(Path(path).read_text("utf-8", errors="replace") for path in paths)


def document(seen: Iterable[Seen]) -> dict[str, Any]:
    """Gives the one document that came with some messages, as a file or as blocks of code."""
    seen = tuple(seen)
    files = [file for one in seen for file in one.files]
    if files:
        (text,) = (file for file in files if not file.startswith(DOCTYPE))
    else:
        text = "\n".join(line for one in seen for line in _coded(one.text))
    read: dict[str, Any] = json.loads(text)
    return read


def page(seen: Iterable[Seen]) -> str:
    """Gives the one page that came with some messages."""
    (text,) = (file for one in seen for file in one.files if file.startswith(DOCTYPE))
    return text


def exported(seen: Iterable[Seen]) -> dict[str, Any]:
    """Gives an export with its rows by kind, as `kept`."""
    whole = document(seen)
    kept: dict[str, list[dict[str, Any]]] = {}
    for row in whole.pop("rows"):
        kept.setdefault(row.pop("kept"), []).append(row)
    return {**whole, "kept": kept}


def _coded(text: str) -> list[str]:
    """Gives the lines of a message that stand within a fence."""
    found: list[str] = []
    is_within = False
    for line in text.splitlines():
        if line.startswith("```"):
            is_within = not is_within
        elif is_within:
            found.append(line)
    return found
