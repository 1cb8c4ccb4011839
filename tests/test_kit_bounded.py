"""Bounded maps and sets: each keeps the newest, and no more than its bound."""

from collections.abc import Callable
from typing import Any

import pytest

from adapters.kit.bounded import BoundedMap, BoundedSet

WAYS: dict[str, Callable[[BoundedMap[int, int], int], Any]] = {
    "set": lambda kept, key: kept.__setitem__(key, key),
    "set by default": lambda kept, key: kept.setdefault(key, key),
    "updated": lambda kept, key: kept.update({key: key}),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_map_keeps_the_newest_and_no_more_than_its_bound(way: str) -> None:
    kept = BoundedMap[int, int](3)
    for key in range(10):
        WAYS[way](kept, key)
    assert dict(kept) == {7: 7, 8: 8, 9: 9}


def test_what_is_set_again_is_the_newest() -> None:
    kept = BoundedMap[str, int](2)
    kept["a"], kept["b"] = 1, 2
    kept["a"] = 3
    kept["c"] = 4
    assert dict(kept) == {"a": 3, "c": 4}


def test_a_set_keeps_the_newest_and_no_more_than_its_bound() -> None:
    kept = BoundedSet[int](2)
    for item in (1, 2, 1, 3):
        kept.add(item)
    assert list(kept) == [1, 3]
    kept.discard(1)
    kept.discard(9)
    assert list(kept) == [3]
