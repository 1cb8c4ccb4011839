"""What sync delivered of each room, decrypted, in memory only, as the homeserver would give it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from adapters.kit.heard import MOST_ROOMS, Heard, HeardRooms, Mark
from adapters.matrix.addressed import thread_of
from adapters.matrix.inbox import Incoming
from adapters.matrix.worded import KINDS
from bot.bounded import BoundedMap, BoundedSet

JSON = dict[str, Any]
FRESH_S = 45.0  # an idle sync answers after thirty seconds
MOST = 5000  # edits, and events of the bot's own that sync is still to deliver
TOGETHER = timedelta(minutes=1)
ENCRYPTED, REDACTION = "m.room.encrypted", "m.room.redaction"


class Held(NamedTuple):
    """All that is held of a room, and from where the homeserver reads back to what is older."""

    newest_first: list[JSON]
    before: str | None


@dataclass
class HeardEvents:
    """Holds the rooms in which somebody speaks to the bot, from then on."""

    now: Callable[[], datetime]
    silent_s: Callable[[], float] = lambda: 0.0  # since sync answered last
    _rooms: HeardRooms[JSON] = field(init=False)
    _edits: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST))
    _came: BoundedSet[str] = field(default_factory=lambda: BoundedSet(MOST))
    _coming: BoundedMap[str, BoundedSet[str]] = field(  # by room
        default_factory=lambda: BoundedMap(MOST_ROOMS)
    )

    _before: BoundedMap[str, tuple[str, datetime]] = field(  # by room: a token, and whole since
        default_factory=lambda: BoundedMap(MOST_ROOMS)
    )

    def __post_init__(self) -> None:
        self._rooms = HeardRooms[JSON](self.now)

    # -- what is told --------------------------------------------------------------------------

    def told(self, room: str, source: JSON, *, is_meant: bool) -> None:
        """Applies an event of a room's timeline, decrypted if its key is here.

        Args:
            is_meant: it is for the bot, so that the room is held from it on.
        """
        key = str(source.get("event_id"))
        if room in self._coming:
            self._coming[room].discard(key)
        self._came.add(key)
        kind, content = source.get("type"), source.get("content")
        if kind == ENCRYPTED:
            self.let_go(room)  # its key may come later, and with it what was said
        elif kind == REDACTION and isinstance(content, dict):
            self.gone(room, str(source.get("redacts") or content.get("redacts")))
        elif kind in KINDS and isinstance(content, dict) and content:
            self._said(room, source, is_meant=is_meant)

    def begins(self, room: str, sources: list[JSON], before: str | None) -> None:
        """Holds a room from these events on, as one of them is for the bot.

        Of events over more than a minute, or with a time that makes no sense, nothing is begun: by
        a time alone it is told what is held, and whoever sends an event chooses its time.

        Args:
            before: where the homeserver reads back from the first of them, if that is known.
        """
        times = [_at(one) for one in sources]
        if before is None or self._rooms.mark(room) is not None:
            return
        if max(times) - min(times) <= TOGETHER:
            self._rooms.begin(room, room, min(times))
            self._before[room] = (before, min(times))

    def _said(self, room: str, source: JSON, *, is_meant: bool) -> None:
        of = edited_by(source)
        if of is not None:
            self.is_edit(str(source.get("event_id")))
            self._rooms.changed(room, of, lambda held: _edited(held, source))
            return
        one = _heard(source)
        if is_meant:
            self._rooms.begin(room, room, one.at)
        if self._rooms.one(room, one.id) is None:
            self._rooms.told(room, one)

    def sent(self, room: str, event: str) -> None:
        """Records that sync is still to deliver an event of the bot's own."""
        if event not in self._came and self._rooms.mark(room) is not None:
            if room not in self._coming:
                self._coming[room] = BoundedSet(MOST)
            self._coming[room].add(event)

    def is_edit(self, event: str) -> None:
        """Remembers an edit, so that its redaction is known for one."""
        self._edits.add(event)

    def gone(self, room: str, event: str) -> None:
        """Drops a redacted message; a redacted edit ends what is held of its room."""
        if event in self._edits:
            self.let_go(room)
        self._rooms.gone(room, event)

    def let_go(self, room: str) -> None:
        """Drops a room: it was left, or not all that happens in it was heard."""
        self._rooms.let_go(lambda each, _space: each == room)
        self._coming.pop(room, None)

    def unhear(self, user: str, until: datetime | None) -> None:
        """Drops the words of a person, and holds none of those said up to a time."""
        self._rooms.unhear(user, until)

    def tidy(self) -> None:
        """Drops what was said too long ago."""
        self._rooms.tidy()
        for room in [one for one in self._coming if self._rooms.mark(one) is None]:
            del self._coming[room]

    # -- what is read --------------------------------------------------------------------------

    def one(self, room: str, event: str) -> JSON | None:
        """Gives a message as it stands, if it is held."""
        found = self._rooms.one(room, event) if self._is_heard(room) else None
        return found.body if found is not None else None

    def is_newest(self, room: str, event: str, thread: str | None) -> bool:
        """Returns whether a message is surely the last one in a room, or in a thread of it."""
        if not self._is_heard(room):
            return False
        there = (one for one in self._rooms.messages(room) if thread in (_thread(one), one.id))
        return next((one.id for one in reversed(tuple(there))), "") == event

    def newest_first(self, room: str, event: str, since: datetime) -> list[JSON] | None:
        """Gives the messages since a time, newest first; None if not all are held, and that one."""
        whole = self._rooms.since(room)
        if whole is None or whole > since or self.one(room, event) is None:
            return None
        every = [one for one in self._rooms.messages(room) if one.at >= since or one.id == event]
        return [one.body for one in reversed(every)]

    def held(self, room: str, event: str) -> Held | None:
        """Gives all that is held of a room with an event, if only what is older is to be asked for.

        It is None where more is to be asked for: also where an older message was changed since.
        """
        mark, (before, since) = self._rooms.mark(room), self._before.get(room, ("", None))
        is_as_begun = mark is not None and not mark.missed and self._rooms.since(room) == since
        if not is_as_begun or self.one(room, event) is None:
            return None
        return Held([one.body for one in reversed(self._rooms.messages(room))], before)

    def mark(self, room: str) -> Mark[JSON] | None:
        """Marks a room before the homeserver is asked about it."""
        return self._rooms.mark(room)

    def join(
        self, room: str, mark: Mark[JSON] | None, newest_first: Iterable[JSON], since: datetime
    ) -> None:
        """Holds what the homeserver gave beside what is held: all other messages since a time."""
        older = [_heard(one) for one in newest_first][::-1]
        self._rooms.join(room, mark, older, since)

    def _is_heard(self, room: str) -> bool:
        """Returns whether sync answers, and delivered all that the bot itself sent."""
        return self.silent_s() < FRESH_S and not self._coming.get(room)


def edited_by(source: JSON) -> str | None:
    """Gives the message that an event edits."""
    relates = source["content"].get("m.relates_to")
    is_edit = isinstance(relates, dict) and relates.get("rel_type") == "m.replace"
    return str(relates.get("event_id")) if is_edit else None


def with_edit(source: JSON, edit: JSON) -> JSON:
    """Gives a message with the words of an edit of it."""
    new, relates = edit.get("m.new_content"), source["content"].get("m.relates_to", {})
    if not isinstance(new, dict):
        return source
    return {**source, "content": {**new, "m.relates_to": relates}}


def _at(source: JSON) -> datetime:
    return Incoming("", source).said_at or datetime.fromtimestamp(0, UTC)


def _thread(one: Heard[JSON]) -> str | None:
    return thread_of(one.body["content"])


def _heard(source: JSON) -> Heard[JSON]:
    return Heard(str(source.get("event_id")), str(source.get("sender")), _at(source), source)


def _edited(held: Heard[JSON], edit: JSON) -> Heard[JSON]:
    if edit.get("sender") != held.author:
        return held
    return replace(held, body=with_edit(held.body, edit["content"]))
