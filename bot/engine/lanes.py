"""Lanes in which one waits for the other: each is known for as long as somebody is in it."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

L = TypeVar("L", asyncio.Lock, asyncio.Semaphore)


class Lanes(Generic[L]):
    """Gives the lane of a person, a room or a space; of whom nobody waits for nothing is left."""

    def __init__(self, made: Callable[[], L]) -> None:
        self._made: Callable[[], L] = made
        self._lanes: WeakValueDictionary[str, L] = WeakValueDictionary()

    def __getitem__(self, name: str) -> L:
        return self._lanes.setdefault(name, self._made())

    def __len__(self) -> int:
        return len(self._lanes)
