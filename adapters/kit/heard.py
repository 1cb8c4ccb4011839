"""What a platform delivered of each room: an in-memory cache of its history, written nowhere.

A room is held from when the bot is spoken to there, and whole since a time: all that was said there
from then on, and still stands, is held as it stands. What is older, the platform is asked for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from bot.bounded import BoundedMap, BoundedSet
from bot.stamps import LEAD

T = TypeVar("T")
MOST_ROOMS, MOST_OF_A_ROOM, MOST_IN_ALL = 500, 400, 20_000  # messages
LASTS = timedelta(hours=2)
MOST_UNHEARD = 5000  # people
JUST_AFTER = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Heard(Generic[T]):
    """One message as it stands; a later version of it compares as greater."""

    id: str
    author: str
    at: datetime
    body: T = field(repr=False)
    version: str = ""


@dataclass
class HeardRoom(Generic[T]):
    """The messages of one room since a time."""

    space: str
    since: datetime
    messages: dict[str, Heard[T]] = field(default_factory=dict, repr=False)
    gone: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST_OF_A_ROOM))
    missed: int = 0  # changes of messages that are not held

    def expire(self, before: datetime) -> None:
        """Drops the messages said before a time."""
        if self.since < before:
            self.since = before
            for one in [one for one in self.messages.values() if one.at < before]:
                del self.messages[one.id]

    def shrink(self) -> None:
        """Drops the oldest messages beyond the most that a room holds."""
        if len(self.messages) > MOST_OF_A_ROOM:
            oldest = sorted(self.messages.values(), key=lambda one: one.at)[:-MOST_OF_A_ROOM]
            self.expire(oldest[-1].at + JUST_AFTER)


@dataclass(frozen=True, slots=True)
class Mark(Generic[T]):
    """A room before the platform is asked, so that what changed meanwhile is seen."""

    room: HeardRoom[T]
    missed: int


class HeardRooms(Generic[T]):
    """The rooms that are held: bounded in rooms, in messages and in minutes (LRU)."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._rooms = BoundedMap[str, HeardRoom[T]](MOST_ROOMS)
        self._unheard = BoundedMap[str, datetime](MOST_UNHEARD)  # by author, up to when

    def begin(self, room: str, space: str, since: datetime) -> None:
        """Holds a room from a time on, of which everything is told from now on."""
        if room not in self._rooms:
            self._rooms[room] = HeardRoom(space, since)

    def told(self, room: str, one: Heard[T]) -> None:
        """Holds a message, or the later version of it; not of a room that is not held."""
        found = self._rooms.get(room)
        if found is None or one.at < found.since:
            return
        self._hold(found, one)
        found.shrink()
        self._rooms.move_to_end(room)
        while sum(len(each.messages) for each in self._rooms.values()) > MOST_IN_ALL:
            self._rooms.popitem(last=False)

    def changed(self, room: str, message: str, change: Callable[[Heard[T]], Heard[T]]) -> None:
        """Changes a message, if it is held."""
        found = self._rooms.get(room)
        if found is None:
            return
        held = found.messages.get(message)
        if held is None:
            found.missed += 1
            return
        new = change(held)
        if new.version >= held.version:
            found.messages[message] = new

    def gone(self, room: str, message: str) -> None:
        """Drops a message that was deleted, and never takes it again."""
        found = self._rooms.get(room)
        if found is not None:
            found.gone.add(message)
            if found.messages.pop(message, None) is None:
                found.missed += 1

    def since(self, room: str) -> datetime | None:
        """Gives since when a room is whole, or None if it is not held."""
        found = self._rooms.get(room)
        if found is None:
            return None
        found.expire(self._now() - LASTS)
        return found.since

    def space(self, room: str) -> str:
        """Gives the space of a room that is held."""
        return self._rooms[room].space

    def messages(self, room: str) -> tuple[Heard[T], ...]:
        """Gives the messages of a room, in the order in which they were told."""
        return () if self.since(room) is None else tuple(self._rooms[room].messages.values())

    def one(self, room: str, message: str) -> Heard[T] | None:
        """Gives a message of a room, if it is held."""
        return None if self.since(room) is None else self._rooms[room].messages.get(message)

    # -- what the platform said beside ---------------------------------------------------------

    def mark(self, room: str) -> Mark[T] | None:
        """Marks a room before the platform is asked about it; None if it is not held."""
        found = self._rooms.get(room)
        return Mark(found, found.missed) if found is not None else None

    def join(
        self, room: str, mark: Mark[T] | None, older: Iterable[Heard[T]], since: datetime
    ) -> bool:
        """Puts what the platform gave before what is held; False if that changed meanwhile.

        Args:
            older: all that stands from `since` up to where the room was whole, oldest first.
        """
        found = self._rooms.get(room)
        if mark is None or found is not mark.room or found.missed != mark.missed:
            return False
        held, found.messages, found.since = found.messages, {}, min(found.since, since)
        for one in (*older, *held.values()):
            self._hold(found, one)
        found.shrink()
        found.expire(self._now() - LASTS)
        return True

    # -- what goes -----------------------------------------------------------------------------

    def let_go(self, is_meant: Callable[[str, str], bool]) -> None:
        """Drops each room that is meant, by its id and its space."""
        for room in [one for one, held in self._rooms.items() if is_meant(one, held.space)]:
            del self._rooms[room]

    def unhear(self, author: str, until: datetime | None) -> None:
        """Drops what a person said, and holds nothing that they say up to a time, if one is given.

        The rooms with their words are dropped whole: what is still to be read there is asked for.
        """
        if until is not None:
            self._unheard[author] = until + LEAD
        for room, held in tuple(self._rooms.items()):
            if any(one.author == author for one in held.messages.values()):
                del self._rooms[room]

    def tidy(self) -> None:
        """Drops what was said too long ago, also where nothing is said any more."""
        now = self._now()
        for room, held in tuple(self._rooms.items()):
            held.expire(now - LASTS)
            if not held.messages:
                del self._rooms[room]

    def _hold(self, room: HeardRoom[T], one: Heard[T]) -> None:
        """Holds a message; past one that may not be held, a room is whole only from there on."""
        until, held = self._unheard.get(one.author), room.messages.get(one.id)
        if until is not None and one.at <= until:
            room.expire(one.at + JUST_AFTER)
        elif one.id not in room.gone and (held is None or one.version >= held.version):
            room.messages[one.id] = one
