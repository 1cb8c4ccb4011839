"""What of all that is kept of a person nobody but that person reads: no copy of the operator's.

Its kinds declare it themselves. A card that asks or shows any of it names it in what its taps mean.
"""

from dataclasses import replace

from bot.choices import OfAStudy, OfImpact, OfNoticed, offers
from bot.engine.codec import load_post
from bot.export import KeptIn
from bot.records import PostRow, Row

TAPS = OfNoticed | OfImpact | OfAStudy


def without(part: KeptIn) -> KeptIn:
    """Gives what is kept in a place without what only its person reads, and how much that is."""
    rows = tuple(row for row in part.rows if not is_only_theirs(row))
    return replace(part, rows=rows, left_out=len(part.rows) - len(rows))


def is_only_theirs(row: Row) -> bool:
    """Returns whether only its person reads a row: by its kind, or by the taps of a card."""
    if isinstance(row, PostRow) and row.body:
        choices, *_ = load_post(row.body)
        return offers(choices, TAPS)
    return row.about.only_theirs
