"""Rate limit on refusals: a channel or server that refused a request is not asked for a while.

Discord blocks an address with ten thousand refusals in ten minutes, for all of its servers.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

import structlog

from bot.bounded import BoundedMap
from bot.errors import PlatformAway, PlatformError

log = structlog.get_logger()
WITHIN_S = 600.0
MOST_OF_A_SERVER, MOST_OF_A_TOKEN, MOST = 200, 50, 8000
FIRST_S, LONGEST_S = 60.0, 3600.0  # a channel is left alone, each time twice as long
MOST_KEPT = 10_000  # channels and servers
NO_ACCESS, NO_PERMISSION, UNKNOWN_CHANNEL = 50001, 50013, 10003
CLOSED = frozenset({NO_ACCESS, NO_PERMISSION, UNKNOWN_CHANNEL})  # the same again is refused again
ANYWHERE = "the whole of Discord"


class DiscordRefused(PlatformError):
    """Discord refused a request; `code` is Discord's own."""

    def __init__(self, status: int, code: int) -> None:
        super().__init__(f"Discord refused: {code or status}.")
        self.status, self.code = status, code


@dataclass(frozen=True, slots=True)
class RequestKind:
    """One kind of request in one place: a channel's or a token's, a server's, or anywhere."""

    kind: str
    channel: str = ""
    server: str = ""

    @property
    def place(self) -> str:
        """The place whose refusals are counted together: a server, else a channel or token."""
        return self.server or self.channel or ANYWHERE


@dataclass
class Refusals:
    """Counts refusals, and raises for requests that are not worth asking now."""

    server_of: Callable[[str], str | None]
    _lately: BoundedMap[str, deque[float]] = field(default_factory=lambda: BoundedMap(MOST_KEPT))
    _held: BoundedMap[RequestKind, tuple[float, float, DiscordRefused]] = field(
        default_factory=lambda: BoundedMap(MOST_KEPT)
    )

    def kind_of(self, kind: str, channel: str, guild: str) -> RequestKind:
        """Names a request by what it wants, and in which channel of which server."""
        return RequestKind(
            kind, channel, guild or (self.server_of(channel) or "" if channel else "")
        )

    def must_be_open(self, asked: RequestKind) -> None:
        """Raises DiscordRefused after a refusal of the same, PlatformAway after too many."""
        until, _, refused = self._held.get(asked, (0.0, 0.0, None))
        if refused is not None and monotonic() < until:
            raise DiscordRefused(refused.status, refused.code)
        count = self._count(asked.place)
        most = MOST_OF_A_TOKEN if asked.place == ANYWHERE else MOST_OF_A_SERVER
        is_much = count >= most or self._count(ANYWHERE) >= MOST_OF_A_TOKEN
        if is_much or (count and self.total >= MOST):
            raise PlatformAway("Discord refused too much there: nothing is asked for some minutes.")

    def note(self, asked: RequestKind, refused: DiscordRefused) -> None:
        """Records a refusal that Discord counts, and holds back the same kind of request."""
        if refused.status == 401:
            self._add(ANYWHERE)
        elif refused.status == 403:
            self._add(asked.place)
        if asked.channel and refused.code in CLOSED:
            _, span, _ = self._held.get(asked, (0.0, FIRST_S / 2, refused))
            span = min(span * 2, LONGEST_S)
            self._held[asked] = (monotonic() + span, span, refused)

    def note_done(self, asked: RequestKind) -> None:
        """Records that a kind of request is allowed."""
        self._held.pop(asked, None)

    def is_changed(self, guild: str) -> None:
        """Allows every kind of request in a server again, because its rights may have changed."""
        for asked in [one for one in self._held if one.server in ("", guild)]:
            del self._held[asked]

    @property
    def total(self) -> int:
        """Gives the number of recent refusals over all places."""
        return sum(self._count(place) for place in tuple(self._lately))

    def _count(self, place: str) -> int:
        lately = self._lately.get(place)
        if lately is None:
            return 0
        while lately and monotonic() - lately[0] > WITHIN_S:
            lately.popleft()
        if not lately:
            del self._lately[place]
        return len(lately)

    def _add(self, place: str) -> None:
        lately = self._lately[place] = self._lately.get(place, deque(maxlen=MOST))
        lately.append(monotonic())
        if len(lately) == MOST_OF_A_SERVER // 2:
            log.warning("discord: much is refused in one place", times=len(lately))
