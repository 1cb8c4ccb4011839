"""What a person asked to be held, as a model is told it: their words, between the program's marks.

It stands in the note after the newest words, because it is another from turn to turn. It speaks as
the person would, and asks for nothing but that it be used where it helps and not shown.
"""

from collections.abc import Iterable, Iterator

from bot.prompt.marks import CLOSES, OPENS, unmarked
from bot.records import MemoryRow, ThreadRow

_BETWEEN = " / "
KEPT, OPEN = "What I asked you to keep, in my words: ", "What I left open: "
_HOW = (
    "Use of it only what helps with what I say now, as if you simply knew it, and nothing where "
    "nothing helps. Never list it, and never say that you remember it. What I say now counts more."
)


def told(rows: Iterable[ThreadRow | MemoryRow]) -> Iterator[str]:
    """Yields what is recalled in its order, threads apart, and how it is used."""
    every = tuple(rows)
    open_ones = [one.body for one in every if isinstance(one, ThreadRow)]
    kept = [one.body for one in every if not isinstance(one, ThreadRow)]
    yield from (f"{KEPT}{_quoted(kept)}",) if kept else ()
    yield from (f"{OPEN}{_quoted(open_ones)}",) if open_ones else ()
    yield from (_HOW,) if every else ()


def _quoted(bodies: Iterable[str]) -> str:
    """Gives words as one line between marks, which nothing in them can close."""
    lines = (" ".join(unmarked(body).split()) for body in bodies)
    return f"{OPENS}{_BETWEEN.join(lines)}{CLOSES}."
