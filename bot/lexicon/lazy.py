"""A pattern that is compiled when it is first used, or when all that still wait are compiled.

Compiling the lexicon takes a second of the processor, and most of it is needed by no first words.
A pattern that is not ready makes its reader wait for it: nothing is ever read without it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

# What is asked of patterns here; afterwards each is as quick as of the pattern itself.
_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class LazyPattern:
    """Stands for a pattern, with all that it offers."""

    def __init__(self, where: str, pattern: str) -> None:
        self.where, self.pattern = where, pattern
        self._own: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """Gives the pattern itself; raises ValueError if it cannot be read."""
        if self._own is None:
            try:
                # Two threads may compile it at once: both get an equal pattern, and either serves.
                own = re.compile(self.pattern)
            except re.error as error:
                raise ValueError(f"{self.where}: the pattern cannot be read: {error}") from error
            self.__dict__.update({name: getattr(own, name) for name in _ASKED})
            self._own = own
        return self._own

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):  # who copies or pickles asks for what no pattern has
            raise AttributeError(name)
        return getattr(self.compiled, name)

    def __eq__(self, other: object) -> bool:
        """Whether both stand for the same pattern."""
        return isinstance(other, LazyPattern) and self.pattern == other.pattern

    def __hash__(self) -> int:
        """Gives the same for the same pattern."""
        return hash(self.pattern)


def lazy(where: str, pattern: str) -> re.Pattern[str]:
    """Gives what stands for a pattern.

    Args:
        where: the file and entry that a fault is told with.
    """
    one = LazyPattern(where, pattern)
    _waiting().append(one)
    return cast("re.Pattern[str]", one)


def compile_all() -> None:
    """Compiles every pattern that was read so far and not used yet."""
    for one in _taken():
        _ = one.compiled


@cache
def _waiting() -> list[LazyPattern]:
    """Holds what was read, at most the entries of the lexicon."""
    return []


def _taken() -> Iterator[LazyPattern]:
    waiting = _waiting()
    while waiting:
        yield waiting.pop()
