"""How one value of a choice is stored, and read again."""

from bot.commands import Term
from bot.crisis.signs.languages import LANGUAGES
from bot.crisis.tiers import Tier
from bot.levels import Level


def level(word: str) -> Level:
    """Gives the level of that stored name. Raises KeyError."""
    return Level[word.upper()]


def tier(word: str) -> Tier:
    """Gives the tier of risk of that stored name. Raises KeyError."""
    return Tier[word.upper()]


def term(word: str) -> Term:
    """Gives the term of that stored name. Raises ValueError."""
    found = Term(word)
    found.span(1)
    return found


def language(name: str) -> str:
    """Gives the name of a language in which a life at risk is heard. Raises ValueError."""
    return LANGUAGES[LANGUAGES.index(name)]
