"""What a person copies out of the messages of an export."""

import json
from collections.abc import Iterable
from typing import Any


def exported(messages: Iterable[str]) -> dict[str, Any]:
    """Gives the head of an export and its rows by kind; every message is JSON lines by itself."""
    lines = [line for each in messages for line in each.splitlines()]
    rows = [json.loads(line) for line in lines if line.strip() and not line.startswith("```")]
    whole: dict[str, Any] = {**rows[0], "kept": {}}
    for row in rows[1:]:
        whole["kept"].setdefault(row.pop("kept"), []).append(row)
    return whole
