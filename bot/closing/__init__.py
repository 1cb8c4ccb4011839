"""The day an installation closes: from then on it answers nothing, and later it keeps nothing."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

KEPT_FOR: Final = timedelta(days=30)  # after it closed: so long can all be taken along
SOON: Final = timedelta(days=7)  # so long before, it is said once more
MOST_OF_WHY: Final = 300  # characters
FURTHEST: Final = timedelta(days=3650)  # so long before it can be set
_LAST: Final = datetime.max.replace(tzinfo=UTC) - KEPT_FOR  # an earlier release set any day


@dataclass(frozen=True, slots=True)
class Closing:
    """That it closes, from when on, and why in the operator's own words."""

    at: datetime
    because: str = field(default="", repr=False)

    @property
    def erased_at(self) -> datetime:
        """When what is kept of everybody is erased."""
        return min(self.at, _LAST) + KEPT_FOR

    @property
    def named(self) -> str:
        """Names the moment, as it is kept for who heard of it."""
        return self.at.isoformat()

    def is_over(self, at: datetime) -> bool:
        """Returns whether it has closed by that time."""
        return at >= self.at

    def is_soon(self, at: datetime) -> bool:
        """Returns whether its last week has begun by that time."""
        return at >= self.at - SOON


def dump(closing: Closing) -> str:
    """Writes a closing, as the installation keeps it."""
    return json.dumps({"at": closing.named, "because": closing.because}, ensure_ascii=False)


def load(stored: str) -> Closing:
    """Reads what `dump` wrote."""
    raw = json.loads(stored)
    return Closing(datetime.fromisoformat(raw["at"]), raw["because"])
