"""The situation that a message tells in words that leave no doubt, in its language. Pure."""

from functools import cache

from bot.lexicon import Entry, lexicon


def told(text: str, code: str = "en") -> str:
    """Gives the situation that a normalized text tells by its form, or nothing."""
    found = (entry for entry in _entries(code) if entry.pattern.search(text))
    return next(map(situation_of, found), "")


def situation_of(entry: Entry) -> str:
    """Gives the situation that an entry tells: that of its group, or of its own name."""
    return entry.group or entry.id


def situations_in(code: str) -> frozenset[str]:
    """Gives the situations that may be told in a language."""
    return frozenset(map(situation_of, _entries(code)))


@cache
def _entries(code: str) -> tuple[Entry, ...]:
    """Reads the entries of a language, when the first text in it comes."""
    return lexicon(f"{code}/offline/told").entries


ASIDES = frozenset(situation_of(entry) for entry in _entries("en") if entry.facts.get("is_aside"))
