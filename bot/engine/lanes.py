"""Lanes (locks by key) for persons, rooms and spaces: each exists only while somebody is in it."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

L = TypeVar("L", asyncio.Lock, asyncio.Semaphore)


class Lanes(Generic[L]):
    """Gives the lane of a key; a lane goes with its last waiter, so that none is left behind."""

    def __init__(self, made: Callable[[], L]) -> None:
        self._made: Callable[[], L] = made
        self._lanes: WeakValueDictionary[str, L] = WeakValueDictionary()

    def __getitem__(self, name: str) -> L:
        return self._lanes.setdefault(name, self._made())

    def __len__(self) -> int:
        return len(self._lanes)
