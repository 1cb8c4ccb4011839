"""Whether this machine's clock is that of the platforms, by the `Date` of an answer."""

from collections.abc import Callable
from datetime import datetime

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.clock import FEW, dated, host_time

WAIT_S = 10
Told = tuple[bool, str]


async def compared(name: str, url: str, now: Callable[[], datetime] = host_time) -> Told | None:
    """Compares this clock with the server at an address, or gives None if none answers."""
    try:
        async with ClientSession(timeout=ClientTimeout(WAIT_S)) as web, web.get(url) as answer:
            told = dated(answer.headers.get("Date", ""))
    except (ClientError, OSError, TimeoutError, ValueError):
        return None
    if told is None:
        return None
    off = now() - told
    if abs(off) <= FEW:
        return True, f"clock: within a minute of {name}'s"
    which = "ahead of" if off > FEW else "behind"
    seconds = int(abs(off).total_seconds())
    return False, f"clock: {seconds} seconds {which} {name}'s; set this machine's clock (NTP)"
