"""Gateway v10 over a websocket: sessions, heartbeats, RESUME with replay, intents, zlib."""

import asyncio
import json
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from aiohttp import WSMsgType, web

from tests.platforms.discord_server.schemas import Checks
from tests.platforms.discord_server.world import APP, BOT, DM, World

JSON = dict[str, Any]
GUILDS, MESSAGES, REACTIONS, TYPING = 1 << 0, 1 << 9, 1 << 10, 1 << 11
DM_MESSAGES, DM_REACTIONS, CONTENT = 1 << 12, 1 << 13, 1 << 15
MEMBERS, PRESENCES = 1 << 1, 1 << 8
PRIVILEGED = MEMBERS | PRESENCES | CONTENT
NEEDS: dict[str, tuple[int, int]] = {  # in a server, in a direct message
    "MESSAGE_CREATE": (MESSAGES, DM_MESSAGES),
    "MESSAGE_UPDATE": (MESSAGES, DM_MESSAGES),
    "MESSAGE_DELETE": (MESSAGES, DM_MESSAGES),
    "MESSAGE_DELETE_BULK": (MESSAGES, DM_MESSAGES),
    "MESSAGE_REACTION_ADD": (REACTIONS, DM_REACTIONS),
    "MESSAGE_REACTION_REMOVE": (REACTIONS, DM_REACTIONS),
}
HEARTBEAT_MS = 41_250


@dataclass
class Session:
    """One session of a client, over as many connections as it takes."""

    id: str
    intents: int
    shard: tuple[int, int] = (0, 1)
    events: list[JSON] = field(default_factory=list)  # all that was dispatched, for RESUME
    connection: "Connection | None" = None


class Connection:
    """One websocket, and its compression."""

    def __init__(self, socket: web.WebSocketResponse, *, is_compressed: bool) -> None:
        self.socket = socket
        self.newest: int | None = None  # the number of the dispatch that was sent last
        self._zlib = zlib.compressobj() if is_compressed else None

    async def send(self, frame: JSON) -> None:
        text = json.dumps(frame, ensure_ascii=False)
        self.newest = frame["s"] if frame["op"] == 0 else self.newest
        with suppress(ConnectionError):
            if self._zlib is None:
                await self.socket.send_str(text)
            else:
                body = self._zlib.compress(text.encode()) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
                await self.socket.send_bytes(body)


class Gateway:
    """All sessions. What happens is dispatched to those whose intents cover it."""

    def __init__(self, world: World, checks: Checks, token: str) -> None:
        self.world, self.checks, self.token = world, checks, token
        self.sessions: dict[str, Session] = {}
        self.identifies: list[JSON] = []
        self.resumes = 0
        self.identified_at: list[datetime] = []
        self.refuse_with: int | None = None  # a close code for every new connection
        self.end_with: int | None = None  # a close code for every session that began
        self.heartbeat_ms = HEARTBEAT_MS
        self.is_deaf = False  # heartbeats are not acknowledged
        self.allows_content = False  # the app may be told what everybody writes
        self.identified = asyncio.Event()
        self.url = ""
        self.heard: Callable[[JSON], None] = lambda frame: None

    # -- what tests do -------------------------------------------------------------------------

    async def drop(self, code: int | None = None) -> None:
        """Cuts every connection: without a close frame where no code is given."""
        for one in self._live():
            if code is None and one.connection is not None:
                transport = one.connection.socket.get_extra_info("peername") and (
                    one.connection.socket._req.transport  # type: ignore[union-attr]
                )
                if transport is not None:
                    transport.abort()
            elif one.connection is not None:
                await one.connection.socket.close(code=code or 1000)

    async def tell(self, op: int, data: object = None) -> None:
        """Sends RECONNECT (7) or INVALID_SESSION (9) to every connection."""
        for one in self._live():
            if op == 9 and not data:
                self.sessions.pop(one.id, None)
            assert one.connection is not None
            await one.connection.send({"op": op, "d": data, "s": None, "t": None})

    def _live(self) -> list[Session]:
        return [one for one in self.sessions.values() if one.connection is not None]

    async def dispatch(self, name: str, data: JSON, channel_kind: int | None = None) -> None:
        """Tells every session whose intents cover it; a session without a connection, later."""
        self.checks.event(name, data)
        for one in tuple(self.sessions.values()):
            if self._covers(one, name, data, channel_kind):
                await self._tell(one, name, data)

    def _covers(self, one: Session, name: str, data: JSON, kind: int | None) -> bool:
        needs = NEEDS.get(name)
        if needs is not None and not one.intents & needs[kind == DM]:
            return False
        own = data["id"] if name in ("GUILD_CREATE", "GUILD_DELETE") else None
        guild = data.get("guild_id", own)
        # What is of no server, direct messages above all, is told to the first shard alone.
        return one.shard[0] == (0 if guild is None else (int(guild) >> 22) % one.shard[1])

    async def _tell(self, one: Session, name: str, data: JSON) -> None:
        frame = {"op": 0, "t": name, "s": len(one.events) + 1, "d": data}
        one.events.append(frame)
        if one.connection is not None:
            await one.connection.send(frame)

    # -- a connection --------------------------------------------------------------------------

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Speaks with one client until it leaves."""
        socket = web.WebSocketResponse(compress=False, max_msg_size=2**22)
        await socket.prepare(request)
        is_compressed = request.query.get("compress") == "zlib-stream"
        connection = Connection(socket, is_compressed=is_compressed)
        if self.refuse_with is not None:
            await socket.close(code=self.refuse_with)
            return socket
        beat = {"heartbeat_interval": self.heartbeat_ms}
        await connection.send({"op": 10, "d": beat, "s": None, "t": None})
        session: Session | None = None
        async for message in socket:
            if message.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                break
            frame = json.loads(message.data)
            self.checks.sent(frame)
            self.heard(frame)
            session = await self._heard(connection, session, frame)
        if session is not None and session.connection is connection:
            session.connection = None
        return socket

    async def _heard(
        self, connection: Connection, session: Session | None, frame: JSON
    ) -> Session | None:
        match frame["op"]:
            case 1 if self.is_deaf:
                pass
            case 1:
                await connection.send({"op": 11, "d": None, "s": None, "t": None})
            case 2:
                return await self._identify(connection, frame["d"])
            case 6:
                return await self._resume(connection, frame["d"])
        return session

    async def _identify(self, connection: Connection, data: JSON) -> Session | None:
        self.identifies.append(data)
        self.identified_at.append(self.world.clock.now())
        if data["token"] != self.token:
            await connection.socket.close(code=4004)
            return None
        shard = tuple(data.get("shard", (0, 1)))
        refused = self._refused(data["intents"], shard)
        if refused:
            await connection.socket.close(code=refused)
            return None
        self.world.tells_content = bool(data["intents"] & CONTENT)
        session = Session(uuid4().hex, data["intents"], (shard[0], shard[1]), [], connection)
        self.sessions[session.id] = session
        guilds = [key for key in self.world.guilds if (int(key) >> 22) % shard[1] == shard[0]]
        ready = {
            "v": 10, "user": {**self.world.user(BOT), "verified": True, "mfa_enabled": True,
                              "email": None, "flags": 0},
            "guilds": [{"id": key, "unavailable": True} for key in guilds],
            "session_id": session.id, "resume_gateway_url": self.url,
            "application": {"id": APP, "flags": 0, "flags_new": "0"}, "shard": list(shard),
        }  # fmt: skip
        self.checks.event("READY", ready)
        await self._tell(session, "READY", ready)
        for key in guilds:
            payload = self.world.guild_payload(key)
            self.checks.event("GUILD_CREATE", payload)
            await self._tell(session, "GUILD_CREATE", payload)
        self.identified.set()
        await self._end(connection, session)
        return session

    async def _end(self, connection: Connection, session: Session) -> None:
        """Closes a session that began, where a test wants it; some codes end it for good."""
        if self.end_with is not None:
            if self.end_with in (4007, 4009):
                self.sessions.pop(session.id, None)
            await connection.socket.close(code=self.end_with)

    def _refused(self, intents: int, shard: tuple[int, ...]) -> int:
        """Gives with which code an IDENTIFY is refused; 0 where it is taken."""
        privileged = PRIVILEGED & ~(CONTENT if self.allows_content else 0)
        if intents & privileged:
            return 4014
        return 4010 if not 0 <= shard[0] < shard[1] else 0

    async def _resume(self, connection: Connection, data: JSON) -> Session | None:
        session = self.sessions.get(data["session_id"])
        if session is None or data["token"] != self.token:
            await connection.send({"op": 9, "d": False, "s": None, "t": None})
            return None
        self.resumes += 1
        session.connection = connection
        for frame in session.events[data["seq"] :]:
            await connection.send(frame)
        await self._tell(session, "RESUMED", {})
        await self._end(connection, session)
        return session
