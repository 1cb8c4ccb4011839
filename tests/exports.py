"""What a person has of an export or a receipt: a file, or its lines in messages."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.driver import Seen


def held_in(path: str | None) -> str:
    """Gives what a file of a person's holds; nothing where there is none."""
    return Path(path).read_text("utf-8") if path else ""


def document(seen: Iterable[Seen]) -> dict[str, Any]:
    """Gives the one document that came with some messages, as a file or as blocks of code."""
    seen = tuple(seen)
    files = [one.file for one in seen if one.file]
    if files:
        (text,) = files
    else:
        text = "\n".join(line for one in seen for line in _coded(one.text))
    read: dict[str, Any] = json.loads(text)
    return read


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
