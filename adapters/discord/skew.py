"""Discord's time: how far this machine's clock is from it, by ids and by answers' own `Date`."""

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
    """The clock of this machine against Discord's.

    What was made at a time is heard later, never sooner: of what was heard lately, the one that
    seems to have taken the least time says how far the clock is ahead.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._samples: deque[tuple[datetime, timedelta]] = deque(maxlen=MOST)
        self._told = timedelta()
        self.told: Callable[[str], None] = lambda _stamp: None  # the `Date` of each answer

    def made(self, snowflake: str) -> None:
        """Takes note that something with that id was heard of just now."""
        self._sampled(ids.made_at(snowflake))

    def dated(self, stamp: str) -> None:
        """Takes note of the `Date` of an answer that came just now; an odd one says nothing."""
        self.told(stamp)
        try:
            at = parsedate_to_datetime(stamp)
        except ValueError:
            return
        self._sampled(at if at.tzinfo is not None else at.replace(tzinfo=UTC))

    @property
    def ahead(self) -> timedelta:
        """How far this machine's clock is ahead of Discord's; negative where it is behind."""
        now = self._clock.now()
        lately = [one for at, one in self._samples if abs(now - at) <= LASTS]
        return min(lately, default=timedelta())

    def now(self) -> datetime:
        """Gives the time by Discord's clock."""
        return self._clock.now() - self.ahead

    def trace(self) -> aiohttp.TraceConfig:
        """Gives what lets discord.py's own requests tell the `Date` of each answer."""
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
