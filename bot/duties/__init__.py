"""What the law that this installation keeps asks of every talk: notices, breaks, minors. Pure."""

from bot.duties.laws import STRICTEST, Duties, Law, Minors, duties_of
from bot.duties.minors import KnownBy, Over, known_by, over, talked

__all__ = [
    "STRICTEST",
    "Duties",
    "KnownBy",
    "Law",
    "Minors",
    "Over",
    "duties_of",
    "known_by",
    "over",
    "talked",
]
