"""The setting that somebody probably meant who typed a name that is none."""

from difflib import get_close_matches
from typing import Any

from bot.house_rules.rule import Rule
from bot.strings import Strings
from bot.text.normalize import normalized

MOST = 40  # characters of a name that are read or shown
ENOUGH = 3  # of a name, in the middle of another


def meant(typed: str, rules: tuple[Rule[Any], ...], strings: Strings) -> Rule[Any] | None:
    """Gives the setting whose name, as typed or as read, is like these words; None if none is."""
    word = normalized(typed[:MOST]).strip()
    named = {rule.name: rule for rule in rules}
    named |= {normalized(strings.settings.names[rule.name]).strip(): rule for rule in rules}
    begins = (name for name in named if word and name.startswith(word))
    within = (name for name in named if len(word) >= ENOUGH and word in name)
    like = get_close_matches(word, named, n=1)
    found = next(iter((*begins, *within, *like)), None)
    return named[found] if found is not None else None
