"""After an erase, the keys of a direct room no longer open what was said before it.

A device goes on with its last key. Dropping that key would make later messages unreadable, so it is
ratcheted forward, and opens only what comes. The keys before it are dropped.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nio.crypto import InboundGroupSession
from nio.store import MegolmInboundSessions, OutgoingKeyRequests

from adapters.matrix.errors import MatrixRefused
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.inbox import Incoming
from bot.errors import PlatformError

JSON = dict[str, Any]
Sessions = dict[str, InboundGroupSession]  # a device's in one room, by id, the newest last
PAGES = 4  # four hundred events back
BATCH = 400


@dataclass(slots=True)
class Reached:
    """The newest key of a device that it wrote with, and how far that key has advanced."""

    session: InboundGroupSession
    index: int


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Removes what the keys of a room open."""

    home: Homeserver

    async def rooms(self, rooms: Iterable[str], until: datetime) -> None:
        """Forgets in each room; a failure holds up no other. Raises the first PlatformError."""
        failed: list[PlatformError] = []
        for room in rooms:
            try:
                await self.room(room, until)
            except PlatformError as failure:
                failed.append(failure)
        if failed:
            raise failed[0]

    async def room(self, room: str, until: datetime) -> None:
        """Drops the keys that open a room's messages up to a time. Raises PlatformError.

        The newest key stays as it is if its device wrote none of the room's newest 400 events.
        """
        devices: dict[str, Sessions] = self.home.client.olm.inbound_group_store[room]
        try:
            reached = await self._reached(room, until)
        except MatrixRefused as refused:
            if refused.code != "M_FORBIDDEN":
                raise
            # The bot is there no more, and is given new keys should it come again.
            self._drop([one for each in devices.values() for one in each], devices)
            return
        for device, each in tuple(devices.items()):
            self._drop(_older(each, reached.get(device)), devices)
        for device, one in reached.items():
            self._take_forward(devices[device], one)

    async def _reached(self, room: str, until: datetime) -> dict[str, Reached]:
        """Gives how far each device's key has advanced, by the newest events of the room."""
        found: dict[str, Reached] = {}
        start: str | None = None
        for _ in range(PAGES):
            page = await self.home.page(room, start)
            for event in page.get("chunk", []):
                if isinstance(event, dict) and _was_said(event, until):
                    self._note(room, event, found)
            start = page.get("end")
            if start is None:
                break
        return found

    def _note(self, room: str, event: JSON, found: dict[str, Reached]) -> None:
        content = event.get("content")
        named = content.get("session_id") if isinstance(content, dict) else None
        devices: dict[str, Sessions] = self.home.client.olm.inbound_group_store[room]
        for device, sessions in devices.items():
            session = sessions.get(str(named))
            index = _index(session, event) if session is not None else None
            if session is None or index is None:
                continue
            one = found.setdefault(device, Reached(session, index))
            if one.session is session:
                one.index = max(one.index, index)

    def _take_forward(self, sessions: Sessions, one: Reached) -> None:
        """Replaces a key by one that opens only messages after the last one read."""
        old = one.session
        made = InboundGroupSession.import_session(
            old.export_session(one.index + 1),
            old.ed25519,
            old.sender_key,
            old.room_id,
            old.forwarding_chain,
        )
        sessions[old.id] = made
        self.home.client.olm.save_inbound_group_session(made)

    def _drop(self, gone: list[str], devices: dict[str, Sessions]) -> None:
        olm = self.home.client.olm
        for sessions in devices.values():
            for session in gone:
                sessions.pop(session, None)
        with olm.store.database.bind_ctx(olm.store.models):
            for start in range(0, len(gone), BATCH):
                for kind in (MegolmInboundSessions, OutgoingKeyRequests):
                    of = kind.session_id.in_(gone[start : start + BATCH])
                    kind.delete().where(of).execute()


def _older(sessions: Sessions, one: Reached | None) -> list[str]:
    """Gives the keys before the one in use; a later key may not be in use yet, and stays."""
    every = list(sessions)
    return every[: every.index(one.session.id)] if one is not None else every[:-1]


def _index(session: InboundGroupSession, event: JSON) -> int | None:
    """Gives the index of an event in its key, or None if the key does not open it."""
    try:
        return int(session.decrypt(str(event["content"].get("ciphertext")))[1])
    except ValueError:
        return None


def _was_said(event: JSON, until: datetime) -> bool:
    at = Incoming("", event).said_at
    return at is None or at <= until
