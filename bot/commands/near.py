"""The command or the setting that somebody probably meant whose typed one does not exist."""

from collections.abc import Iterable
from typing import Any, Final

from bot.capabilities import Capabilities
from bot.commands.entry import Entry
from bot.commands.help import exists
from bot.commands.parse import again
from bot.commands.table import COMMANDS
from bot.commands.values import Unparsable
from bot.house_rules import Rule, offered_where

MOST: Final = 2  # that are named
ENOUGH: Final = 4  # letters of a name that may be misspelt: of a shorter one each is another word
TWICE: Final = 8  # letters from which two of them may be wrong


def commands_near(given: Unparsable, can: Capabilities, *, admins: bool) -> tuple[Entry, ...]:
    """Gives the commands that were probably meant, the likeliest first.

    Args:
        can: what the platform can do; what does not exist there is not named.
        admins: whether those of admins are named too.
    """
    every = {
        one.name: one for one in COMMANDS if exists(one, can) and (admins or not one.for_admins)
    }
    return tuple(every[name] for name in _alike(given.word, every))


def setting_near(given: Unparsable, can: Capabilities) -> Rule[Any] | None:
    """Gives the setting whose name was probably typed as a command; None where a command is."""
    every = {one.name: one for one in offered_where(can)}
    found = _alike(given.word, (*every, *(one.name for one in COMMANDS)))
    return every.get(found[0]) if found else None


def as_typed(entry: Entry, rest: str) -> str:
    """Gives how a command is typed: with what followed the wrong name, where that can be read."""
    return f"{entry.bare} {rest}" if _can_read(entry, rest) else entry.short


def _can_read(entry: Entry, rest: str) -> bool:
    return bool(entry.options and rest) and not isinstance(again(entry, rest), Unparsable)


def is_surely(given: Unparsable, can: Capabilities) -> bool:
    """Returns whether a line surely is a mistyped command, and what follows can be read by it."""
    entry = next(iter(commands_near(given, can, admins=given.for_admins)), None)
    if entry is None or given.for_admins:
        return given.for_admins and (entry is not None or setting_near(given, can) is not None)
    return not given.rest or _can_read(entry, given.rest)


def _alike(word: str, names: Iterable[str]) -> list[str]:
    """Gives the names that a word is but for hyphens, else those that it misspells, or cuts off.

    A whole word of a name is none that was cut off: "what" and "crisis" are words of their own.
    """
    every, bare = tuple(names), word.replace("-", "")
    spelled = [one for one in every if bare and one.replace("-", "") == bare]
    near = sorted(((_wrong(bare, one), one) for one in every), key=lambda one: one[0])
    misspelt = [one for wrong, one in near if wrong <= (2 if len(bare) >= TWICE else 1)]
    return spelled or misspelt[:MOST] or [one for one in every if _is_cut(word, one)][:MOST]


def _is_cut(word: str, name: str) -> bool:
    ends = name[len(word) :]
    return len(word) >= ENOUGH and name.startswith(word) and not ends.startswith("-")


def _wrong(word: str, name: str) -> int:
    """Gives how many letters of a name are wrong in a word; many where it begins otherwise."""
    bare = name.replace("-", "")
    if min(len(word), len(bare)) < ENOUGH or word[0] != bare[0]:
        return TWICE
    return _apart(word, bare)


def _apart(word: str, name: str) -> int:
    """Gives how many letters are missing, too many, other or swapped with the next."""
    above, before = list[int](range(len(name) + 1)), list[int]()
    for row, letter in enumerate(word, 1):
        line: list[int] = [row]
        for at, other in enumerate(name, 1):
            line.append(min(above[at] + 1, line[-1] + 1, above[at - 1] + (letter != other)))
            if row > 1 < at and (letter, word[row - 2]) == (name[at - 2], other):
                line[-1] = min(line[-1], before[at - 2] + 1)
        above, before = line, above
    return above[-1]
