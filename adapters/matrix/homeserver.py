"""Requests to a homeserver: each with a timeout and a checked answer, sends in order."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote

from nio import AsyncClient, Event, MegolmEvent, Response, RoomSendResponse
from nio.exceptions import EncryptionError

from adapters.matrix.errors import (
    BREAKS,
    BRIEFLY_S,
    SURELY_S,
    MatrixRefused,
    Transient,
    WantsPassword,
    fault,
    patiently,
    request_once,
)
from adapters.matrix.sharing import share_key
from bot.engine.lanes import Lanes
from bot.errors import NotAllowed, RoomGone
from bot.logs import reason

R = TypeVar("R", bound=Response)
JSON = dict[str, Any]
CLIENT = "/_matrix/client"
TYPING_MS = 30_000


@dataclass
class Homeserver:
    """Sends the bot's requests. Every method raises PlatformError and nothing else."""

    client: AsyncClient
    forbidden: Callable[[str, str], None] | None = None  # told where which message was refused
    allowed: Callable[[str], None] | None = None  # told where one was taken
    sent: Callable[[str, str], None] = lambda _room, _event: None  # told of each message it took
    _lanes: Lanes[asyncio.Lock] = field(default_factory=lambda: Lanes(asyncio.Lock))

    @property
    def me(self) -> str:
        """The bot's own user id."""
        return str(self.client.user_id)

    async def ask(
        self, make: Callable[[], Awaitable[object]], kind: type[R], seconds: float = BRIEFLY_S
    ) -> R:
        """Sends a request through nio, and retries transient failures."""
        return await patiently(partial(request_once, make, kind), seconds)

    async def raw(
        self, method: str, path: str, body: object = None, seconds: float = BRIEFLY_S
    ) -> JSON:
        """Sends a request that nio lacks a method for; `path` follows the version, quoted."""
        return await patiently(partial(self.once, method, path, body), seconds)

    async def once(self, method: str, path: str, body: object = None, version: str = "v3") -> JSON:
        """Sends a request without retry. Raises Transient, MatrixRefused or SignedOut."""
        headers = {"Content-Type": "application/json"}
        if self.client.access_token:
            headers["Authorization"] = f"Bearer {self.client.access_token}"
        data = None if body is None else json.dumps(body)
        under = f"{CLIENT}/{version}" if version else CLIENT
        try:
            answer = await self.client.send(method, f"{under}{path}", data, headers)
            found = await answer.json(content_type=None)
        except BREAKS as broken:
            what = f"The homeserver could not be reached: {reason(broken)}."
            raise Transient(what) from None
        if answer.status < 300 and isinstance(found, dict):
            return found
        said = found if isinstance(found, dict) else {}
        if answer.status == 401 and "flows" in said:
            raise WantsPassword(str(said.get("session", "")))
        raise fault(said.get("errcode"), answer.status, said.get("retry_after_ms"))

    # -- saying --------------------------------------------------------------------------------

    async def send(self, room: str, kind: str, content: JSON, transaction: str) -> str:
        """Sends one event and gives its id; a transaction sent again gives the same id
        (idempotent).

        A room has one send at a time, so that retries keep the order.
        """
        async with self._lanes[room]:
            return await patiently(partial(self._send, room, kind, content, transaction), SURELY_S)

    async def _send(self, room: str, kind: str, content: JSON, transaction: str) -> str:
        await self.check_there(room)
        if kind != "m.reaction":  # reactions are never encrypted
            await share_key(self.client, room, self.once)
        sends = partial(self.client.room_send, ignore_unverified_devices=True)
        sending = partial(sends, room, kind, content, tx_id=transaction)
        is_said = kind == "m.room.message"
        try:
            made = str((await request_once(sending, RoomSendResponse)).event_id)
        except MatrixRefused as refused:
            if refused.code == "M_FORBIDDEN" and not await self._is_in(room):
                raise _gone() from None
            if refused.code == "M_FORBIDDEN" and is_said and self.forbidden:
                self.forbidden(room, _changed(content) or transaction)
            raise
        if is_said:
            self.sent(room, made)
        if is_said and self.allowed:
            self.allowed(room)
        return made

    async def check_there(self, room: str) -> None:
        """Raises RoomGone if the bot is not in a room, Transient if the room is unknown yet."""
        if room in self.client.rooms:
            return
        if not await self._is_in(room):
            raise _gone()
        raise Transient("The homeserver told nothing of the room yet.")

    async def _is_in(self, room: str) -> bool:
        return room in (await self.once("GET", "/joined_rooms")).get("joined_rooms", [])

    async def redact(self, room: str, event: str, transaction: str) -> None:
        """Redacts an event. Raises NotAllowed if the bot lacks the power, or RoomGone."""
        path = f"/rooms/{_in(room)}/redact/{_in(event)}/{_in(transaction)}"
        try:
            async with self._lanes[room]:
                await self.raw("PUT", path, {}, SURELY_S)
        except MatrixRefused as refused:
            if refused.code != "M_FORBIDDEN":
                raise
            raise (NotAllowed(str(refused)) if await self._is_in(room) else _gone()) from None

    async def typing(self, room: str, is_on: bool) -> None:
        """Shows or ends the typing sign in a room, once."""
        body = {"typing": True, "timeout": TYPING_MS} if is_on else {"typing": False}
        await self.once("PUT", f"/rooms/{_in(room)}/typing/{_in(self.me)}", body)

    # -- reading -------------------------------------------------------------------------------

    async def event(self, room: str, event: str, *, as_first: bool = False) -> JSON:
        """Gives one event decrypted, with its newest edit applied.

        Args:
            as_first: without any edit.
        """
        found = await self.raw("GET", f"/rooms/{_in(room)}/event/{_in(event)}")
        relations = found.get("unsigned", {}).get("m.relations", {})
        newest = relations.get("m.replace")
        clear = self.clear(room, found)
        if (
            not as_first
            and isinstance(newest, dict)
            and newest.get("sender") == found.get("sender")
        ):
            new = self.clear(room, newest).get("content", {}).get("m.new_content")
            relates = clear.get("content", {}).get("m.relates_to", {})
            if isinstance(new, dict):
                clear = {**clear, "content": {**new, "m.relates_to": relates}}
        return clear

    async def page(self, room: str, start: str | None, until: str | None = None) -> JSON:
        """Gives up to 100 events backwards from a token, newest first, none of them decrypted."""
        tokens = (("from", start), ("to", until))
        more = "".join(f"&{name}={_in(token)}" for name, token in tokens if token)
        return await self.raw("GET", f"/rooms/{_in(room)}/messages?dir=b&limit=100{more}")

    def clear(self, room: str, source: JSON) -> JSON:
        """Gives an event decrypted, or as it is if it is in clear or its key is missing."""
        if source.get("type") != "m.room.encrypted" or self.client.olm is None:
            return source
        event = Event.parse_encrypted_event({**source, "room_id": room})
        if not isinstance(event, MegolmEvent):
            return source
        try:
            found = self.client.decrypt_event(event)
        except EncryptionError:
            return source
        inner = getattr(found, "source", {})
        return {**source, "type": inner.get("type"), "content": inner.get("content") or {}}

    async def relations(self, room: str, event: str, kind: str) -> list[JSON]:
        """Gives the events with a relation of that kind, newest first, at most a hundred."""
        path = f"/rooms/{_in(room)}/relations/{_in(event)}/{kind}?limit=100"
        found = await patiently(partial(self.once, "GET", path, None, "v1"), BRIEFLY_S)
        return [one for one in found.get("chunk", []) if isinstance(one, dict)]

    async def state(self, room: str, kind: str) -> JSON:
        """Gives one state event's content."""
        return await self.raw("GET", f"/rooms/{_in(room)}/state/{kind}")


def _changed(content: JSON) -> str:
    """Gives the message that an edit changes, or an empty text for a new message."""
    relates = content.get("m.relates_to", {})
    return str(relates.get("event_id", "")) if relates.get("rel_type") == "m.replace" else ""


def _gone() -> RoomGone:
    return RoomGone("The bot is in that room no more.")


def _in(part: str) -> str:
    return quote(part, safe="")
