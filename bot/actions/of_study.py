"""Actions of the store on a comparison that a person makes on themselves."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.impact.study import Compares, Study


@dataclass(frozen=True, slots=True)
class BeginStudy:
    """Draw the days of a comparison, and keep it in the place of any other.

    Args:
        given_at: of the yes that it stands on.
    """

    compares: Compares
    given_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeepStudy:
    """Keep a comparison as it is now; None: nothing is left of it."""

    study: Study | None = field(repr=False)


OfAStudy = BeginStudy | KeepStudy
