"""Invitations: which ones the bot accepts, saying nothing in the room, and when it leaves."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import structlog

from adapters.matrix.before import Before
from adapters.matrix.chat import MatrixChat
from adapters.matrix.errors import MatrixRefused
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.inbox import Incoming
from adapters.matrix.origins import Origins
from adapters.matrix.rooms import Rooms
from adapters.matrix.unreadable import Unreadable
from bot.bounded import BoundedMap
from bot.errors import PlatformError
from bot.ports import Clock

JSON = dict[str, Any]
log = structlog.get_logger()
ALONE_FOR = timedelta(minutes=1)  # a room that is only being made has nobody else yet
MOST_ALONE = 1000  # rooms in which nobody else is


@dataclass
class Invites:
    """Acts on invitations, on upgraded rooms, and on rooms that everybody left.

    Args:
        welcome: homeservers and people whose invitations are accepted; if empty, anyone's.
    """

    home: Homeserver
    origins: Origins
    rooms: Rooms
    chat: MatrixChat
    before: Before
    unreadable: Unreadable
    welcome: tuple[str, ...]
    clock: Clock
    _alone: BoundedMap[str, datetime] = field(default_factory=lambda: BoundedMap(MOST_ALONE))

    async def leave_alone(self) -> None:
        """Leaves the rooms in which nobody else is or was invited."""
        now = self.clock.now()
        for room in tuple(self.home.client.rooms):
            if not self.rooms.is_alone(room):
                self._alone.pop(room, None)
            elif now - self._alone.setdefault(room, now) > ALONE_FOR:
                with suppress(PlatformError):
                    await self._leave(room)

    # -- invitations ---------------------------------------------------------------------------

    async def invited(self, one: Incoming) -> None:
        """Joins a room if the invitation is accepted, and says nothing there: nobody asked yet."""
        room = one.room
        if not self._is_welcome(one.sender):
            await self._leave(room)
            return
        await self.home.raw("POST", f"/rooms/{quote(room, safe='')}/join", {})
        await self.rooms.until_known(room)
        self.unreadable.joined(room)
        await self._succeed(room)
        await self._settle(one)

    async def _settle(self, one: Incoming) -> None:
        """Keeps a direct room, stays where its inviter can remove the bot, else leaves."""
        room, content = one.room, one.source.get("content", {})
        is_direct = content.get("is_direct") is True or room in self.rooms.direct
        if is_direct and self.rooms.is_for_two(room):
            await self.rooms.keep_direct(room, one.sender)
            await self.before.keep_said(room, one.sender)
        elif self.rooms.could_kick(room, one.sender):
            await self.before.keep_said(room)
        else:
            log.info("matrix: left a room whose inviter could not remove it")
            await self._leave(room)

    def _is_welcome(self, user: str) -> bool:
        server = user.partition(":")[2]
        return not self.welcome or user in self.welcome or server in self.welcome

    async def _leave(self, room: str) -> None:
        await self.home.raw("POST", f"/rooms/{quote(room, safe='')}/leave", {})
        self.home.client.rooms.pop(room, None)
        self.home.client.invited_rooms.pop(room, None)

    # -- rooms that moved ----------------------------------------------------------------------

    async def moved(self, one: Incoming) -> None:
        """Joins the room that replaces an upgraded one, or waits for an invitation to it."""
        new = _moved_to(one.source.get("content", {}))
        if new is None:
            return
        server = one.sender.partition(":")[2]
        path = f"/join/{quote(new, safe='')}?server_name={quote(server, safe='')}"
        await self.home.raw("POST", path, {})
        await self.rooms.until_known(new)
        self.unreadable.joined(new)
        await self._succeed(new)
        await self.before.keep_said(new)

    async def _succeed(self, new: str) -> None:
        """Carries consent over to an upgraded room, if both rooms name each other."""
        before = (await self.home.state(new, "m.room.create")).get("predecessor")
        old = before.get("room_id") if isinstance(before, dict) else None
        if not isinstance(old, str) or self.rooms.known(old) is None:
            return
        try:
            tombstone = await self.home.state(old, "m.room.tombstone")
        except MatrixRefused:  # there is none
            return
        if _moved_to(tombstone) == new:
            await self._carry_on(old, new)

    async def _carry_on(self, old: str, new: str) -> None:
        """Carries consent over; that of a direct room only to another direct room."""
        user = self.rooms.direct.get(old)
        if user is not None and not self.rooms.is_for_two(new):
            return
        if user is None:
            await self.origins.keep_before(new, old)
        await self.origins.keep_origin(new, await self.origins.origin(old, user), user)
        if user is not None:
            await self.rooms.keep_direct(new, user)


def _moved_to(tombstone: JSON) -> str | None:
    new = tombstone.get("replacement_room")
    return new if isinstance(new, str) and new.startswith("!") else None
