"""Lanes (locks by key) for persons and rooms: each exists only while somebody is in it."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

L = TypeVar("L", bound=asyncio.Lock)


# Why nobody waits for ever. A reply takes three things, always in this order: the lane of its
# person, a turn (`bot/engine/fair_queue.py`), and, for one message at a time, its room. Who holds a
# room waits for the platform and the store, never for a lane, and no unit of work talks to a
# platform: so there is no ring in which each waits for the next. The reverse was possible and is
# not done: to keep the room while a whole reply is written. Then one person's slow reply would keep
# the words for another's life at risk out of a shared room. Those also wait for no lane
# (`Dispatch._ask`).
# Order: `asyncio.Lock` lets in whoever waited longest, and the lane is entered by the tasks of a
# person's replies in the order in which they began. Only a reply that first says words for a life
# at risk may be overtaken by the next one while it says them.
# Why a lane may vanish: a lane is held weakly, but who waits holds it strongly from the look-up to
# the end. Were it dropped by count instead (at 10,000, say), one that somebody is in could go, the
# next would make another of that name, and two would write at once.
# `tests/test_engine_lanes.py` shows both; `tests/test_engine_floor.py`, "wait for no reply that is
# being written", shows that a life at risk waits for neither.
class Lanes(Generic[L]):
    """Gives the lane of a key; a lane goes with its last waiter, so that none is left behind."""

    def __init__(self, made: Callable[[], L]) -> None:
        self._made: Callable[[], L] = made
        self._lanes: WeakValueDictionary[str, L] = WeakValueDictionary()

    def __getitem__(self, name: str) -> L:
        return self._lanes.setdefault(name, self._made())

    def __len__(self) -> int:
        return len(self._lanes)
