"""The time: this machine's clock, corrected by the platforms' clocks."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import structlog

FEW = timedelta(seconds=60)  # by so much a machine's clock may differ, and is still believed
log = structlog.get_logger()


class SystemClock:
    """Tells this machine's time in UTC, never earlier than it told before."""

    def __init__(self) -> None:
        self._last = datetime.min.replace(tzinfo=UTC)

    def now(self) -> datetime:
        """Gives the time; when the machine's clock steps back, the last time again."""
        self._last = max(self._last, datetime.now(UTC))
        return self._last


def host_time() -> datetime:
    """Gives this machine's time in UTC as it is, also when it was set back."""
    return datetime.now(UTC)


def since_boot() -> float:
    """Gives the seconds since this machine was started, whatever its clock is set to."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def dated(stamp: str) -> datetime | None:
    """Reads the `Date` of an answer, or gives None if it is unreadable."""
    try:
        at = parsedate_to_datetime(stamp)
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


class SteadyClock:
    """Gives the time in UTC, as long as one platform's clock agrees with this machine's.

    If none does, the last time of a platform runs on: a clock that is set to another year silences
    nobody, and lets nothing expire.
    """

    def __init__(
        self,
        host: Callable[[], datetime] = host_time,
        elapsed: Callable[[], float] = since_boot,
    ) -> None:
        self._host, self._elapsed = host, elapsed
        self._last = datetime.min.replace(tzinfo=UTC)
        self._told: dict[str, tuple[datetime, float]] = {}
        self._was_off = False

    def now(self) -> datetime:
        """Gives the time, or the last one again if the clock was set back a little."""
        now = self._believed()
        self._last = self._last if timedelta() < self._last - now <= FEW else now
        return self._last

    def told(self, platform: str, stamp: str) -> None:
        """Takes note of the `Date` of an answer that came just now; an odd one says nothing."""
        at = dated(stamp)
        if at is None:
            return
        self._told.pop(platform, None)
        self._told[platform] = (at, self._elapsed())
        off = self._host() - self._believed()
        if (abs(off) > FEW) != self._was_off:
            self._was_off = not self._was_off
            what = "this machine's clock is wrong" if self._was_off else "the clock is right again"
            log.warning(what, seconds=int(off.total_seconds()))

    def _believed(self) -> datetime:
        host, told = self._host(), self._of_platforms()
        if not told or any(abs(host - at) <= FEW for at in told):
            return host
        return told[-1]

    def _of_platforms(self) -> list[datetime]:
        now = self._elapsed()
        return [at + timedelta(seconds=now - then) for at, then in self._told.values()]
