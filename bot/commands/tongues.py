"""What languages and levels are called by those who ask for one, in every language."""

from functools import cache

from bot.levels import Level, level_named
from bot.lexicon.load import raw
from bot.strings import OFFERED
from bot.strings.load import installed
from bot.text.normalize import normalized

_CALLED: dict[str, list[str]] = raw("mul/languages")["words"]
NAMES: dict[str, str] = {code: _CALLED[code][0] for code in OFFERED}  # as who speaks it calls it
_CODES = {normalized(name): code for code in OFFERED for name in (code, *_CALLED[code])}


def level_called(name: str) -> Level | None:
    """Gives the level of that name: the one of commands, or as a language shows it."""
    level = level_named(name)
    return level if level is not None else _shown().get(normalized(name).strip())


@cache
def _shown() -> dict[str, Level]:
    """Holds what each language calls the levels; only who types another word needs all of them."""
    every = ((one.level(level), level) for one in map(installed, OFFERED) for level in Level)
    return {normalized(name): level for name, level in every}


def language_named(name: str) -> str:
    """Gives the code of an offered language by its code or a name of it; empty for no such."""
    return _CODES.get(name, "")
