"""The rows of what was noticed in a direct message: markers, and what was said of them.

They need a level that observes, are of one scope, and nobody but their person reads them.
"""

from datetime import datetime, timedelta

from bot.levels import Level
from bot.records.declare import About, Cause, Chapter, Row, Words, record

FROM = int(Level.ATTUNED)  # the lowest level that observes
FADED = timedelta(days=90)  # after so long an observation weighs a hundredth


class _Observed(Row):
    """What only levels that observe use."""

    __slots__ = ()

    def is_frozen(self, above: int, _upward: frozenset[str]) -> bool:
        """Returns whether nothing that holds uses it any more."""
        return above < FROM


@record(
    About(
        "what I noticed in our talks, by the day and without your words",
        "scope",
        FADED,
        "erased, at most {lasts}",
        (Cause.FREEZE,),
        chapter=Chapter.NOTICED,
        only_theirs=True,
    )
)
class ObservationRow(_Observed):
    """The markers of one message (its key is a hash of it), by its day and never with its words."""

    at: datetime | None = None  # the day alone: no hour is kept
    body: Words = ""  # JSON: each marker, how strong, and in what kind of words


@record(
    About(
        "what you heard of that, and what you said to it",
        "scope",
        until="erased",
        causes=(Cause.FREEZE,),
        chapter=Chapter.NOTICED,
        only_theirs=True,
    )
)
class MarkersRow(_Observed):
    """What its person heard of each marker, and what they said to that."""

    body: Words = ""  # JSON: by marker, `bot.markers.told.Told`


OBSERVED = (ObservationRow, MarkersRow)
