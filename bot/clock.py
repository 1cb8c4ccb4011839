"""The time, from this machine."""

from datetime import UTC, datetime


class SystemClock:
    """Tells this machine's time in UTC, never earlier than it told before."""

    def __init__(self) -> None:
        self._last = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        """Gives the time; when the machine's clock steps back, the last time again."""
        self._last = max(self._last, datetime.now(UTC))
        return self._last
