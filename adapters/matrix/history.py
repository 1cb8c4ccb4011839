"""The messages of a room, read when needed: from memory, and from the homeserver what is older."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from adapters.matrix import ids
from adapters.matrix.addressed import Me, heard, names, thread_of
from adapters.matrix.errors import MatrixRefused
from adapters.matrix.form import answered_in, own_message
from adapters.matrix.heard import ENCRYPTED, HeardEvents, Held, with_edit
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.inbox import Incoming
from adapters.matrix.rooms import Rooms
from adapters.matrix.worded import KINDS, body_of
from bot.errors import PlatformError
from bot.ids import MessageId
from bot.words import Said

JSON = dict[str, Any]
PAGES = 4  # four hundred events back, edits and reactions among them
LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class History:
    """Reads messages as they stand now."""

    home: Homeserver
    me: Me
    rooms: Rooms
    heard: HeardEvents

    async def found(self, room: str, event: str) -> JSON:
        """Gives an event; its content is empty if it was redacted. Raises PlatformError."""
        try:
            source = await self.home.event(room, event)
        except MatrixRefused:
            raise PlatformError("That message is not in the room.") from None
        return source

    async def standing(self, room: str, event: str, thread: str | None) -> JSON:
        """Gives a message that exists in a room or thread. Raises PlatformError."""
        source = self.heard.one(room, event) or await self.found(room, event)
        content = source.get("content")
        if not content or (thread_of(content) != thread and event != thread):
            raise PlatformError("That message is not in the room.")
        return source

    async def upto(self, place: ids.Address, event: str, since: datetime) -> tuple[Said, ...]:
        """Gives the messages up to one, oldest first: those since a time, and its chain of replies.

        The bot's later answers to any message but the last come at the end.
        """
        last = await self.standing(place.room, event, place.thread)
        recent = await self._recent(place, event, since)
        known = {one.get("event_id") for one in recent}
        older = [one for one in await self._chain(place, last) if one["event_id"] not in known]
        earlier, after = _parted(recent, event)
        before = {one.get("event_id") for one in (*older, *earlier[1:])}
        later = [one for one in after if answered_in(one, self.home.me) in before]
        sources = (*reversed(older), *reversed(earlier), *reversed(later))
        said = [self._said(place.room, source) for source in sources]
        return tuple(one for one in said if one is not None)

    async def one(self, place: ids.Address, event: str) -> Said | None:
        """Gives a message as it stands now, or None if it is gone or not for everybody."""
        try:
            source = await self.home.event(place.room, event)
        except MatrixRefused:
            return None
        content = source.get("content")
        return self._said(place.room, source) if content and _is_in(place, source) else None

    async def _recent(self, place: ids.Address, event: str, since: datetime) -> list[JSON]:
        """Gives the messages since a time, newest first; after the given one only the bot's."""
        every = self.heard.newest_first(place.room, event, since)
        every = await self._asked(place.room, event, since) if every is None else every
        found, is_upto = list[JSON](), False
        for one in every:
            is_upto = is_upto or one.get("event_id") == event
            is_meant = is_upto or one.get("sender") == self.home.me
            if is_meant and _is_in(place, one):
                found.append(one)
        return found

    async def _asked(self, room: str, event: str, since: datetime) -> list[JSON]:
        """Gives all messages since a time and up to one, newest first, and holds them.

        The homeserver is asked for those that are older than what is held, or for all.
        """
        mark, edits, found = self.heard.mark(room), dict[str, JSON](), list[JSON]()
        held, start = self.heard.held(room, event) or Held([], None)
        is_upto = start is not None
        for _ in range(PAGES):
            page = await self.home.page(room, start)
            for source in (self.home.clear(room, one) for one in page.get("chunk", [])):
                if _at(source) < since and is_upto:
                    self.heard.join(room, mark, found, since)
                    return held + found
                is_upto = is_upto or source.get("event_id") == event
                mark = None if source.get("type") == ENCRYPTED else mark
                found += self._stands(source, edits)
            start = page.get("end")
            if start is None:
                break
        return held + found

    def _stands(self, source: JSON, edits: dict[str, JSON]) -> list[JSON]:
        """Gives a message with its newest edit applied; records an edit, and gives nothing."""
        content = source.get("content")
        if source.get("type") not in KINDS or not content or not isinstance(content, dict):
            return []
        relates = content.get("m.relates_to", {})
        if isinstance(relates, dict) and relates.get("rel_type") == "m.replace":
            self.heard.is_edit(str(source.get("event_id")))
            edits.setdefault(f"{source.get('sender')} {relates.get('event_id')}", content)
            return []
        newest = edits.get(f"{source.get('sender')} {source.get('event_id')}", {})
        return [with_edit(source, newest)]

    async def _chain(self, place: ids.Address, last: JSON) -> list[JSON]:
        """Gives the chain of messages that a message replies to, nearest first."""
        chain, one = [last], last
        while len(chain) <= LONGEST_CHAIN:
            answered = answered_in(one, self.home.me)
            if answered is None or answered in {each["event_id"] for each in chain}:
                break
            try:
                one = await self.standing(place.room, answered, place.thread)
            except PlatformError:
                break
            if self._said(place.room, one) is None:
                break
            chain.append(one)
        return chain

    def _said(self, room: str, source: JSON) -> Said | None:
        """Gives a message in the core's words, or None if it is private, a command or no text."""
        content, event = source.get("content", {}), MessageId(str(source.get("event_id")))
        answered = answered_in(source, self.home.me)
        reply_to = MessageId(answered) if answered is not None else None
        if source.get("sender") == self.home.me:
            post = own_message(content)
            if post is None or post.is_private:
                return None
            return Said(event, None, _at(source), post.text, reply_to)
        text = body_of(content)
        said = heard(content, text or "", self.me)
        if not text or said.command is not None:
            return None
        by = ids.person(str(source.get("sender")))
        is_meant = names(content, text, self.me) or said.words != text or self.rooms.is_direct(room)
        to_bot = is_meant or reply_to is not None
        return Said(event, by, _at(source), said.words, reply_to, to_bot)


def _parted(newest_first: list[JSON], event: str) -> tuple[list[JSON], list[JSON]]:
    """Splits messages into those up to an event and those after it."""
    places = (place for place, one in enumerate(newest_first) if one.get("event_id") == event)
    at = next(places, len(newest_first))
    return newest_first[at:], newest_first[:at]


def _at(source: JSON) -> datetime:
    return Incoming("", source).said_at or datetime.fromtimestamp(0, UTC)


def _is_in(place: ids.Address, source: JSON) -> bool:
    return thread_of(source["content"]) == place.thread or source.get("event_id") == place.thread
