"""The command or the setting that somebody probably meant whose typed one does not exist."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Final

from bot.capabilities import Capabilities
from bot.commands.entry import Entry
from bot.commands.help import exists
from bot.commands.parse import again
from bot.commands.table import COMMANDS
from bot.commands.values import Unparsable
from bot.house_rules import Rule, offered_where

MOST: Final = 2  # that are named
ALIKE: Final = 0.66  # from it on two names are alike: `statsu` is like `status`, `dance` like none
ENOUGH: Final = 4  # letters with which a name begins


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
    is_read = bool(entry.options and rest) and not isinstance(again(entry, rest), Unparsable)
    return f"{entry.bare} {rest}" if is_read else entry.short


def _alike(word: str, names: Iterable[str]) -> list[str]:
    """Gives the names that a word is like; but for hyphens the same, or begun with it, alone."""
    every, bare = tuple(names), word.replace("-", "")
    spelled = [one for one in every if bare and one.replace("-", "") == bare]
    begun = [one for one in every if len(word) >= ENOUGH and one.startswith(word)]
    return spelled or begun[:MOST] or get_close_matches(word, every, n=MOST, cutoff=ALIKE)
