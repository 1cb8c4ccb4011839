"""The situation that a message tells in words that leave no doubt. Pure."""

from bot.lexicon import lexicon

_ENTRIES = lexicon("en/offline/told").entries
SITUATIONS = frozenset(entry.id for entry in _ENTRIES)
ASIDES = frozenset(entry.id for entry in _ENTRIES if entry.facts.get("is_aside"))


def told(text: str) -> str:
    """Gives the situation that a normalized text tells by its form, or nothing."""
    return next((entry.id for entry in _ENTRIES if entry.pattern.search(text)), "")
