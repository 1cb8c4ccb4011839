"""Actions of the summary that a model may write of a conversation; what their person does with it.

A summary that is being written meanwhile is never kept: it was made of what stood before.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RewriteSummary:
    """Put the person's own words in the place of a summary; `room` is the key of its row."""

    room: str
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ForgetSummary:
    """Forget the summary of a room, by the key of its row; None: of the event's room."""

    room: str | None = None


@dataclass(frozen=True, slots=True)
class LetSummaries:
    """Let summaries be written in this scope, or let none be, and forget those there are."""

    are_on: bool


@dataclass(frozen=True, slots=True)
class OfferLine:
    """Remember that the line of a summary was offered, by the key of its row: it is only once."""

    room: str


@dataclass(frozen=True, slots=True)
class EndLine:
    """Forget the line that a summary's person was offered: it is held now, or never."""

    room: str


OfSummaries = RewriteSummary | ForgetSummary | LetSummaries | OfferLine | EndLine
