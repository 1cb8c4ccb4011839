"""Who may do what in a room, by its latest power levels alone: pure."""

from dataclasses import dataclass
from typing import Any

JSON = dict[str, Any]
CREATORS_OUTRANK = 12  # from this room version on, creators stand in no power level
OUTRANKS = 1_000_000


@dataclass(frozen=True, slots=True)
class Powers:
    """The power levels of a room; before any were set, its creator has them all."""

    creators: frozenset[str] = frozenset()
    outrank: bool = False  # creators stand above every level
    content: JSON | None = None

    def level(self, user: str) -> int:
        """Gives a user's power, or the room's default for a user without one."""
        if user in self.creators and (self.outrank or self.content is None):
            return OUTRANKS if self.outrank else 100
        users = self._named("users")
        return _number(users.get(user), _number((self.content or {}).get("users_default"), 0))

    def to_kick(self) -> int:
        """Gives the power needed to remove somebody."""
        return _number((self.content or {}).get("kick"), 50)

    def to_say(self, kind: str) -> int:
        """Gives the power needed to send an event of that kind."""
        otherwise = _number((self.content or {}).get("events_default"), 0)
        return _number(self._named("events").get(kind), otherwise)

    def _named(self, name: str) -> JSON:
        found = (self.content or {}).get(name)
        return found if isinstance(found, dict) else {}


def made_by(event: JSON, content: JSON) -> Powers:
    """Gives the powers of a room without power levels, from its creation."""
    version, more = str(content.get("room_version", "1")), content.get("additional_creators")
    outrank = version.isdecimal() and int(version) >= CREATORS_OUTRANK
    named = more if outrank and isinstance(more, list) else []
    return Powers(frozenset(str(each) for each in (event.get("sender"), *named)), outrank)


def _number(found: object, otherwise: int) -> int:
    """Reads a level, which the oldest rooms write as text."""
    if isinstance(found, str) and found.strip().removeprefix("-").isdecimal():
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) else otherwise
