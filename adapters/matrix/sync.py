"""The sync loop: stores events with the token to read on from, and answers nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Any
from urllib.parse import quote

import structlog
from nio import Response, SyncResponse

from adapters.matrix import addressed as told
from adapters.matrix.errors import MatrixRefused, SignedOut, patiently, request_once
from adapters.matrix.form import may_ask
from adapters.matrix.heard import HeardEvents, edited_by
from adapters.matrix.inbox import Inbox, Incoming
from adapters.matrix.room_emojis import RoomEmojis
from adapters.matrix.rooms import Rooms
from adapters.matrix.session import Session
from adapters.matrix.worded import KINDS as WORDED
from adapters.matrix.worded import may_concern
from bot.errors import PlatformError, StoreError
from bot.records import InboxRow

JSON = dict[str, Any]
log = structlog.get_logger()
POLL_MS = 30_000
LONGEST_S = 90  # of one request, whatever the homeserver does with it
AGAIN_S = 5
PAGES = 50  # of a gap: five thousand events of one room
FILTER: JSON = {
    "presence": {"types": []},
    "room": {"timeline": {"limit": 100}, "ephemeral": {"types": []}},
}
MEMBER = "m.room.member"
KINDS = (
    *WORDED,
    "m.room.encrypted",
    "m.reaction",
    "m.room.redaction",
    "m.room.tombstone",
)


@dataclass
class SyncLoop:
    """Reads events for ever. `came` is told the rows of those that are stored, or of none."""

    session: Session
    kept: Inbox
    rooms: Rooms
    me: told.Me
    came: Callable[[tuple[InboxRow, ...]], None]
    stand_in: Callable[[Incoming], Awaitable[None]]  # for what could not be kept
    left: Callable[[tuple[tuple[str, str], ...]], None]  # told rooms, and who left each
    heard: HeardEvents
    emojis: RoomEmojis
    _token: str | None = None
    losses: int = 0  # how often reading failed and was begun again
    _has_read: bool = False
    _read_at: float = field(default_factory=monotonic)

    def silent_s(self) -> float:
        """Gives the seconds since events were last read and stored."""
        return monotonic() - self._read_at

    async def first(self) -> None:
        """Reads the state of all rooms, and the events since the last run."""
        self._token = await self.kept.token()
        path = f"/user/{quote(self.me.user)}/account_data/m.direct"
        with suppress(MatrixRefused):  # nobody was ever spoken to in private
            self.rooms.told_direct(await self.session.home.raw("GET", path))
        await self.step()

    async def run(self) -> None:
        """Reads on until cancelled. Raises SignedOut if nobody can sign in again."""
        while True:
            try:
                await self.step()
            except SignedOut:
                raise
            except (
                PlatformError,
                StoreError,
            ) as failure:  # nothing was kept: the same is read again
                log.warning("matrix: read again later", what=str(failure))
                self.losses += 1
                await asyncio.sleep(AGAIN_S)

    async def step(self) -> None:
        """Reads and stores once; after a failure waits (back-off)."""
        answer = await patiently(self._once, None)
        self._told(answer)
        for event in answer.get("account_data", {}).get("events", []):
            if event.get("type") == "m.direct" and isinstance(event.get("content"), dict):
                self.rooms.told_direct(event["content"])
        incoming = await self._incoming(answer)
        rows = await self._keep(tuple(incoming), answer["next_batch"])
        self._token, self._has_read, self._read_at = answer["next_batch"], True, monotonic()
        await self._tend_keys(answer)
        self.rooms.read()
        self.came(rows)

    def _told(self, answer: JSON) -> None:
        """Adds the changes of state, and tells which people left: all at once."""
        gone = (*self._gone(answer), *self._sent_away(answer))
        if gone:
            self.left(gone)

    def _gone(self, answer: JSON) -> list[tuple[str, str]]:
        gone = []
        for room, info in _rooms(answer, "join"):
            for event in (*_events(info, "state"), *_events(info, "timeline")):
                self.rooms.told(room, event)
                who = str(event.get("state_key"))
                if _leaves(event) and not self.rooms.is_there(room, who):
                    gone.append((room, who))
        return gone

    def _sent_away(self, answer: JSON) -> list[tuple[str, str]]:
        gone = []
        for room, _ in _rooms(answer, "leave"):
            self.rooms.gone(room)
            self.heard.let_go(room)
            if self.session.home.client.rooms.pop(room, None) is not None:
                log.info("matrix: no longer in a room")
                gone.append((room, self.me.user))
        return gone

    async def _keep(self, incoming: tuple[Incoming, ...], token: str) -> tuple[InboxRow, ...]:
        try:
            return await self.kept.take(incoming, token)
        except StoreError:
            for one in incoming:
                await self.stand_in(one)
            raise

    async def _once(self) -> JSON:
        client = self.session.home.client
        reading = partial(
            client.sync,
            timeout=POLL_MS if self._has_read else 0,
            sync_filter=FILTER,
            since=self._token,
            full_state=not self._has_read,
        )
        async with asyncio.timeout(LONGEST_S):
            answer = await request_once(reading, SyncResponse)
            found: JSON = await answer.transport_response.json()
        return found

    # -- what came -----------------------------------------------------------------------------

    async def _incoming(self, answer: JSON) -> list[Incoming]:
        """Gives people's events, oldest first in each room; none at the very first sync."""
        found = [_invitation(room, info, self.me.user) for room, info in _rooms(answer, "invite")]
        if self._token is None:
            return found
        for room, info in _rooms(answer, "join"):
            events, before = await self._since_last(room, info)
            found += await self._of_people(room, _since_joining(events, self.me.user), before)
        self.heard.tidy()
        return found

    async def _since_last(self, room: str, info: JSON) -> tuple[list[JSON], str | None]:
        """Gives a room's events since the last sync, or since the bot joined it.

        Beside them it gives where to read back from them, if that is known.
        """
        events, timeline = _events(info, "timeline"), info.get("timeline", {})
        is_limited, joins = timeline.get("limited"), _joins(events, self.me.user)
        if is_limited or joins:
            self.heard.let_go(room)
        if joins:
            return events, None
        if is_limited:
            return [*await self._gap(room, info), *events], None
        return events, timeline.get("prev_batch")

    async def _gap(self, room: str, info: JSON) -> list[JSON]:
        """Gives the events that a homeserver left out of a limited timeline."""
        start, pages = info["timeline"].get("prev_batch"), []
        for _ in range(PAGES):
            page = await self.session.home.page(room, start, self._token)
            events = [one for one in page.get("chunk", []) if isinstance(one, dict)]
            pages.append(events)
            start = page.get("end")
            if not events or start is None or _joins(events, self.me.user):
                break
        else:
            log.warning("matrix: a gap is too long to be read whole", count=PAGES)
        return [event for events in reversed(pages) for event in reversed(events)]

    async def _of_people(self, room: str, events: list[JSON], before: str | None) -> list[Incoming]:
        home = self.session.home
        every = [home.clear(room, one) for one in events if one.get("type") in KINDS]
        each = [Incoming(room, one) for one in every if one.get("sender") != home.me]
        meant = [one for one in each if one.event and await self._may_concern(one)]
        named = {one.event for one in meant}
        if any(_speaks(one) for one in meant):
            self.heard.begins(room, every, before)
        for source in every:
            self.heard.told(room, source, is_meant=source.get("event_id") in named)
        return meant

    async def _may_concern(self, one: Incoming) -> bool:
        """Returns whether an event may be for the bot; others are dropped before storing."""
        content = one.source.get("content")
        if not isinstance(content, dict):
            return False
        if one.kind == "m.reaction":
            put = told.relation(content)
            on, key = self.heard.one(one.room, str(put.get("event_id"))), put.get("key")
            is_own = on is None or on.get("sender") == self.me.user
            return is_own and (may_ask(key) or await self.emojis.repairs(one.room, key))
        if one.kind not in WORDED:
            return True
        is_direct = self.rooms.is_direct(one.room)
        return may_concern(one.kind, content, self.me, is_direct=is_direct)

    # -- keys ----------------------------------------------------------------------------------

    async def _tend_keys(self, answer: JSON) -> None:
        """Does the key work of nio's own loop: uploads, queries, claims, and sends requests."""
        client = self.session.home.client
        counts = answer.get("device_one_time_keys_count", {})
        if not counts.get("signed_curve25519"):
            client.olm.uploaded_key_count = 0  # nio takes no count for no news
        try:
            if client.should_upload_keys:
                await request_once(client.keys_upload, Response)
            if client.should_query_keys:
                await request_once(client.keys_query, Response)
            if client.should_claim_keys:
                await request_once(
                    partial(client.keys_claim, client.get_users_for_key_claiming()), Response
                )
            await client.send_to_device_messages()
        except PlatformError as failure:
            log.warning("matrix: keys are tended next time", what=str(failure))


def _rooms(answer: JSON, how: str) -> list[tuple[str, JSON]]:
    return list(answer.get("rooms", {}).get(how, {}).items())


def _invitation(room: str, info: JSON, me: str) -> Incoming:
    """Gives the event of the bot's invitation, with an id made up because none is sent."""
    events = _events(info, "invite_state")
    asking = (one for one in events if (one.get("type"), one.get("state_key")) == (MEMBER, me))
    return Incoming(room, {**next(asking, {}), "type": MEMBER, "event_id": f"invitation to {room}"})


def _events(info: JSON, part: str) -> list[JSON]:
    return [one for one in info.get(part, {}).get("events", []) if isinstance(one, dict)]


def _speaks(one: Incoming) -> bool:
    return one.kind in WORDED and edited_by(one.source) is None


def _joins(events: list[JSON], user: str) -> bool:
    return any(_is_joining(event, user) for event in events)


def _leaves(event: JSON) -> bool:
    content = event.get("content")
    after = content.get("membership") if isinstance(content, dict) else None
    return event.get("type") == MEMBER and after in ("leave", "ban")


def _since_joining(events: list[JSON], user: str) -> list[JSON]:
    """Gives the events after the bot joined, or all if it was in the room already."""
    places = [place for place, event in enumerate(events) if _is_joining(event, user)]
    return events[places[-1] + 1 :] if places else events


def _is_joining(event: JSON, user: str) -> bool:
    if event.get("type") != MEMBER or event.get("state_key") != user:
        return False
    before = event.get("unsigned", {}).get("prev_content", {}).get("membership")
    return bool(event.get("content", {}).get("membership") == "join" and before != "join")
