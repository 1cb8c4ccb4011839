"""What a document that somebody brings says of a life at risk, where commands would hear it. Pure.

A line of it is held to what the same words are held to when a command keeps them. The night card
and boundaries are not read so: what they name in calm is what their person is careful with.
"""

from collections.abc import Iterator

from bot.crisis.tiers import Stated, Tier, stated
from bot.export.taking_in import Brought, brought


def stated_in(body: bytes) -> Stated:
    """Gives the gravest that a line by itself states, where that is a life at risk; else nothing.

    It takes long for a long document, whose lines are each read like a message.
    """
    found = brought(body)
    lines = _kept_words(found) if isinstance(found, Brought) else ()
    gravest = max(map(stated, lines), key=lambda one: one.verdict.tier, default=Stated())
    return gravest if gravest.verdict.tier >= Tier.ELEVATED else Stated()


def _kept_words(found: Brought) -> Iterator[str]:
    """Gives the lines that the commands of threads, memory, people and roles would keep."""
    yield from (one.words for one in (*found.threads, *found.memories))
    yield from (f"{name}: {words}" for name, words in found.people)
    yield from (words for words, _ in found.roles)
