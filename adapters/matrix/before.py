"""Messages to the bot from before it joined a room: most first messages are among them."""

from dataclasses import dataclass
from typing import Any

from adapters.matrix.addressed import Me
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.inbox import Inbox, Incoming
from adapters.matrix.rooms import Rooms
from adapters.matrix.worded import KINDS, may_concern

JSON = dict[str, Any]
PAGES = 3  # three hundred events back from its joining
MOST = 20
ENCRYPTED = "m.room.encrypted"


@dataclass(frozen=True, slots=True)
class Before:
    """Reads back to the invitation, and puts the messages meant for the bot into the inbox."""

    home: Homeserver
    kept: Inbox
    rooms: Rooms
    me: Me

    async def keep_said(self, room: str, by: str | None = None) -> None:
        """Stores a person's earlier messages of a direct room, or those of others that name the
        bot.

        An undecryptable message of a direct room waits for its key. A message stored before is not
        stored twice (dedupe).
        """
        newest_first = await self._until_asked(room)
        found = [Incoming(room, self.home.clear(room, one)) for one in newest_first]
        meant = [one for one in found if self._is_meant(one, by)]
        await self.kept.add(tuple(reversed(meant[:MOST])))

    async def _until_asked(self, room: str) -> list[JSON]:
        """Gives the messages between the invitation, or the room's beginning, and the joining."""
        found: list[JSON] = []
        start, is_before = None, False
        for _ in range(PAGES):
            page = await self.home.page(room, start)
            for source in page.get("chunk", []):
                if source.get("type") == "m.room.create" or self._is_own(source, "invite"):
                    return found
                is_before = is_before or self._is_own(source, "join")
                if is_before:
                    found.append(source)
            start = page.get("end")
            if start is None:
                break
        return found

    def _is_own(self, source: JSON, membership: str) -> bool:
        content = source.get("content")
        is_me = (source.get("type"), source.get("state_key")) == ("m.room.member", self.home.me)
        return is_me and isinstance(content, dict) and content.get("membership") == membership

    def _is_meant(self, one: Incoming, by: str | None) -> bool:
        is_direct, content = self.rooms.is_direct(one.room), one.source.get("content")
        if not isinstance(content, dict) or one.sender == self.home.me:
            return False
        if by is not None and one.sender != by:
            return False
        if one.kind == ENCRYPTED:
            return is_direct
        return one.kind in KINDS and may_concern(one.kind, content, self.me, is_direct=is_direct)
