"""Which rooms an m.space bounds: those that it lists and that are its own by the room's word too.

A room's own claim alone counts for nothing, and neither does a space that lists a room of others:
the space lists it, and either the room names that space as its parent, or whoever listed it has
power in the room. Only spaces that the bot sits in are known at all. What they bound they can only
narrow.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]
KIND, CHILD, PARENT = "m.space", "m.space.child", "m.space.parent"
MOST_ABOVE = 8  # spaces that bound one room; where there are more, nothing is said in it
MOST_OF_A_SPACE = 2_000  # rooms of one space
MOST_CLAIMED = 100  # spaces that one room names
May = Callable[[str, str], bool]  # of a room and somebody: whether they have an admin's power there


@dataclass(slots=True)
class Spaces:
    """The m.spaces that the bot sits in, as their state tells, kept up to date by every event."""

    _listed: dict[str, dict[str, str]] = field(default_factory=dict)  # by whom a space lists a room
    _claimed: dict[str, set[str]] = field(default_factory=dict)  # the spaces that a room names
    _are: set[str] = field(default_factory=set)

    def told(self, room: str, event: JSON) -> None:
        """Adds one state event of a room."""
        kind, content, key = event.get("type"), event.get("content"), event.get("state_key")
        if not isinstance(content, dict) or not isinstance(key, str):
            return
        if kind == "m.room.create" and content.get("type") == KIND:
            self._are.add(room)
        elif kind == CHILD:
            self._lists(room, key, str(event.get("sender")) if _stands(content) else None)
        elif kind == PARENT:
            others = self._claimed.get(room, set()) - {key}
            is_more = _stands(content) and len(others) < MOST_CLAIMED
            self._claimed[room] = others | ({key} if is_more else set())

    def _lists(self, space: str, room: str, by: str | None) -> None:
        listed = self._listed.setdefault(space, {})
        if by is None:
            listed.pop(room, None)
        elif len(listed) < MOST_OF_A_SPACE:
            listed[room] = by

    def gone(self, room: str) -> None:
        """Forgets a room or a space that the bot is in no more."""
        self._listed.pop(room, None)
        self._claimed.pop(room, None)
        self._are.discard(room)

    def is_space(self, room: str) -> bool:
        """Returns whether a room is an m.space that the bot sits in."""
        return room in self._are

    def above(self, room: str, may: May) -> tuple[str, ...]:
        """Gives the spaces that bound a room, those around them too, the nearest first.

        Where there are more than `MOST_ABOVE`, it gives more than so many, and not all: a room's
        admins could else push out the one that bounds them, by spaces of their own.
        """
        found: list[str] = []
        waiting = [room]
        while waiting and len(found) <= MOST_ABOVE:
            near = [one for one in self._of(waiting.pop(0), may) if one not in (room, *found)]
            found += near
            waiting += near
        return tuple(found)

    def _of(self, room: str, may: May) -> list[str]:
        claimed = self._claimed.get(room, set())
        listing = ((space, self._listed.get(space, {}).get(room)) for space in sorted(self._are))
        return [
            space for space, by in listing if by is not None and (space in claimed or may(room, by))
        ]


def _stands(content: JSON) -> bool:
    """Whether a link between a space and a room holds: one that was taken back names no server."""
    via = content.get("via")
    return isinstance(via, list) and bool(via)
