"""One spelling of a value in JSON, so that a hash of it is the same wherever it is made: RFC 8785.

Of that only what entries hold: texts, whole numbers, yes and no, nothing, lists, objects.
"""

import json
from typing import Any

MOST_OF_A_NUMBER = 2**53 - 1  # beyond it a double, which RFC 8785 counts with, is not exact


def canonical(value: Any) -> bytes:
    """Gives the one spelling of a value. Raises ValueError for one that has none here."""
    return _written(value).encode("utf-8")  # a lone surrogate is a UnicodeEncodeError, a ValueError


def _written(value: Any) -> str:
    match value:
        case None | bool() | str():
            return json.dumps(value, ensure_ascii=False)
        case int() if abs(value) <= MOST_OF_A_NUMBER:
            return str(value)
        case list() | tuple():
            return "[" + ",".join(map(_written, value)) + "]"
        case dict():
            return (
                "{" + ",".join(f"{_written(k)}:{_written(value[k])}" for k in _names(value)) + "}"
            )
    raise ValueError("This value has no canonical form.")


def _names(value: dict[str, Any]) -> list[str]:
    """Gives the names of an object in the order of their UTF-16 code units."""
    return sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
