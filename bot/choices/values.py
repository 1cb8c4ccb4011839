"""How one value of a choice is stored, and read again."""

from bot.commands import Lasts, Term
from bot.crisis.signs.languages import LANGUAGES
from bot.crisis.tiers import Tier
from bot.levels import Level

_LASTS = frozenset(Lasts)


def level(name: str) -> Level:
    """Gives the level of that stored name. Raises KeyError."""
    return Level[name.upper()]


def tier(name: str) -> Tier:
    """Gives the tier of risk of that stored name. Raises KeyError."""
    return Tier[name.upper()]


def term(name: str) -> Term:
    """Gives the term of that stored name. Raises ValueError."""
    return Term(Lasts(name) if name in _LASTS else int(name))


def language(name: str) -> str:
    """Gives the name of a language in which a life at risk is heard. Raises ValueError."""
    return LANGUAGES[LANGUAGES.index(name)]
