"""Clock skew against Discord's time, measured by ids and by the `Date` of answers."""

from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
import structlog

from adapters.discord import ids
from bot.ports import Clock

log = structlog.get_logger()
MOST = 64  # samples
LASTS = timedelta(minutes=10)  # of a sample: the machine's clock may be set meanwhile
WORTH_SAYING = timedelta(seconds=2)


class Skew:
    """How far this machine's clock is ahead of Discord's.

    Nothing arrives before it was made: of the recent samples, the one that seems to have travelled
    the shortest time measures the skew.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._samples: deque[tuple[datetime, timedelta]] = deque(maxlen=MOST)
        self._told = timedelta()
        self.told: Callable[[str], None] = lambda _stamp: None  # the `Date` of each answer

    def made(self, snowflake: str) -> None:
        """Measures the skew by the id of something that arrived just now."""
        self._sampled(ids.made_at(snowflake))

    def dated(self, stamp: str) -> None:
        """Measures the skew by the `Date` of an answer just received; ignores an unreadable one."""
        self.told(stamp)
        try:
            at = parsedate_to_datetime(stamp)
        except ValueError:
            return
        self._sampled(at if at.tzinfo is not None else at.replace(tzinfo=UTC))

    @property
    def ahead(self) -> timedelta:
        """Gives how far this machine's clock is ahead of Discord's; negative if it is behind."""
        now = self._clock.now()
        lately = [one for at, one in self._samples if abs(now - at) <= LASTS]
        return min(lately, default=timedelta())

    def now(self) -> datetime:
        """Gives the time by Discord's clock."""
        return self._clock.now() - self.ahead

    def trace(self) -> aiohttp.TraceConfig:
        """Gives the tracing by which discord.py's own requests report the `Date` of each answer."""
        config = aiohttp.TraceConfig()

        async def ended(
            _session: aiohttp.ClientSession, _context: object, told: aiohttp.TraceRequestEndParams
        ) -> None:
            self.dated(told.response.headers.get("Date", ""))

        config.on_request_end.append(ended)
        return config

    def _sampled(self, made_at: datetime) -> None:
        now = self._clock.now()
        self._samples.append((now, now - made_at))
        if abs(self.ahead - self._told) > WORTH_SAYING:
            self._told = self.ahead
            log.warning("discord: this clock is off", seconds=round(self._told.total_seconds(), 1))
