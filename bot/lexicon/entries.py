"""What one file of the lexicon holds: patterns, words, phrases, spellings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Fact = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of saying something: its pattern, and what the file says of it."""

    id: str
    pattern: re.Pattern[str]
    group: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that one file holds, in its order."""

    name: str  # "en/governor/flattery"
    entries: tuple[Entry, ...] = ()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # lines, in their order
    spellings: Mapping[str, dict[str, str]] = field(default_factory=dict)  # as written -> in full

    def __getitem__(self, key: str) -> re.Pattern[str]:
        """Gives the pattern of an entry; raises KeyError where the file has none of that id."""
        for entry in self.entries:
            if entry.id == key:
                return entry.pattern
        raise KeyError(f"{self.name} has no entry {key!r}")

    def group(self, name: str) -> tuple[re.Pattern[str], ...]:
        """Gives the patterns of a group; raises KeyError where the file has no such group."""
        found = tuple(entry.pattern for entry in self.entries if entry.group == name)
        if not found:
            raise KeyError(f"{self.name} has no group {name!r}")
        return found

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Gives every pattern of the file."""
        return tuple(entry.pattern for entry in self.entries)
