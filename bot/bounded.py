"""Bounded maps and sets: what a process remembers in memory never grows for ever."""

from collections import OrderedDict
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class BoundedMap(OrderedDict[K, V]):
    """A cache of the entries that were set last, at most `most` of them; older ones are evicted."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def __setitem__(self, key: K, value: V) -> None:
        super().__setitem__(key, value)
        self.move_to_end(key)
        while len(self) > self.most:
            del self[next(iter(self))]

    def add_older(self, key: K, value: V) -> bool:
        """Adds an entry as the oldest if it is not there, and gives whether more have room."""
        if key not in self and len(self) < self.most:
            super().__setitem__(key, value)
            self.move_to_end(key, last=False)
        return len(self) < self.most


class BoundedSet(BoundedMap[K, None]):
    """A set of the items that were added last, at most `most` of them; older ones are evicted."""

    def add(self, item: K) -> None:
        """Adds an item, or makes it the newest."""
        self[item] = None

    def discard(self, item: K) -> None:
        """Takes an item away where it is there."""
        self.pop(item, None)
