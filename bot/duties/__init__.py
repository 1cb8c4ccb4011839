"""What the law that this installation keeps asks of every talk: notices, breaks, minors. Pure."""

from bot.duties.ages import AgeAnswer, answer_named, is_settled
from bot.duties.laws import STRICTEST, Duties, Law, Minors, duties_of
from bot.duties.minors import (
    KnownBy,
    Over,
    break_of,
    filled,
    known_by,
    known_since,
    over,
    talked,
)

__all__ = [
    "STRICTEST",
    "AgeAnswer",
    "Duties",
    "KnownBy",
    "Law",
    "Minors",
    "Over",
    "answer_named",
    "break_of",
    "duties_of",
    "filled",
    "is_settled",
    "known_by",
    "known_since",
    "over",
    "talked",
]
