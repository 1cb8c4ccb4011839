"""The workers: each dispatch is translated and passed to the core, in the order of its channel."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from adapters.discord import typed, worded
from adapters.discord.api import Api
from adapters.discord.attached import Attached
from adapters.discord.authors import Authors
from adapters.discord.catch_up import CatchUp
from adapters.discord.chat import DiscordChat
from adapters.discord.client import GatewayDispatch
from adapters.discord.departures import Departures
from adapters.discord.ephemeral import EphemeralAnswers, Token
from adapters.discord.followed_threads import FollowedThreads
from adapters.discord.hints import Hints
from adapters.discord.interactions import Interactions
from adapters.discord.mute import Mute
from adapters.discord.translate import Translation
from adapters.kit.notes import Handle
from adapters.kit.retry import waits
from bot.engine.floor import Floor
from bot.engine.following import Following
from bot.engine.lanes import Lanes
from bot.errors import PlatformError, StoreError
from bot.events import CommandGiven, Event, MessageEdited, MessageSeen, Outcome, WordlessSeen
from bot.records import NoteRow

JSON = dict[str, Any]
log = structlog.get_logger()
NO_ANSWER_S = 3.0
SPEECH = (MessageSeen, MessageEdited)
SPOKEN = ("MESSAGE_CREATE", "MESSAGE_UPDATE")
REACTIONS = ("MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE")


def _failed(failure: BaseException) -> None:
    if isinstance(failure, PlatformError):
        log.warning("discord: an event is left out", what=str(failure))
    else:
        log.error("discord: an event failed", error=type(failure).__name__)


@dataclass
class Workers:
    """Handles the dispatches that the client receives."""

    api: Api
    attached: Attached
    hearing: Translation
    acting: Interactions
    chat: DiscordChat
    whispers: EphemeralAnswers
    authors: Authors
    handle: Handle
    floor: Floor
    missed: CatchUp
    leaving: Departures
    listening: FollowedThreads
    mute: Mute
    hints: Hints
    gone: Callable[[GatewayDispatch], list[str]]  # the servers that a new session no longer has
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _lanes: Lanes[asyncio.Lock] = field(default_factory=lambda: Lanes(asyncio.Lock))
    _handling: Following = field(default_factory=lambda: Following(_failed))
    _asides: Following = field(default_factory=lambda: Following(_failed))

    def heard(self, told: GatewayDispatch) -> None:
        """Queues one dispatch; returns at once."""
        match told.name:
            case "READY":
                for guild in self.gone(told):
                    self._handling.start(self.leaving.sent_away(guild))
                self.missed.begin(told.shard)
                if told.shard == 0:  # which hears all direct messages
                    self.missed.direct(self.authors.direct)
                self._handling.start(self.missed.note(told.shard))
            case "GUILD_CREATE":
                self.missed.server(told.shard, told.data)
            case "GUILD_DELETE" if not told.data.get("unavailable"):
                self._handling.start(self.leaving.sent_away(str(told.data.get("id"))))
            case "CHANNEL_DELETE" | "THREAD_DELETE":
                self._handling.start(self.leaving.taken_away(str(told.data.get("id"))))
            case "INTERACTION_CREATE":
                self._handling.start(self._acted(told.data))
            case "MESSAGE_DELETE_BULK":
                for one in _each(told):
                    self.heard(one)
            case name if name in REACTIONS and not self.hearing.may_concern(name, told.data):
                pass
            case name if name.startswith("MESSAGE_"):
                lane = self._lanes[str(told.data.get("channel_id"))]
                self._handling.start(self._told(told, lane))

    def read_again(self, channel: str, read: Callable[[], Awaitable[list[JSON]]]) -> None:
        """Handles the missed messages of a channel before those that arrive from now on."""
        self._handling.start(self._read_again(self._lanes[channel], read))

    async def close(self) -> None:
        """Ends all handling that is under way (shutdown)."""
        await self._handling.close()
        await self._asides.close()

    @property
    def is_idle(self) -> bool:
        """Returns whether every dispatch so far was handled."""
        return not self._handling

    # -- what is told --------------------------------------------------------------------------

    async def _read_again(
        self, lane: asyncio.Lock, read: Callable[[], Awaitable[list[JSON]]]
    ) -> None:
        async with lane:
            for data in await read():
                try:
                    await self._missed(data)
                except Exception as failure:  # around one event
                    _failed(failure)

    async def _missed(self, data: JSON) -> None:
        meant = await self.listening.as_meant(data)
        if self.hearing.is_of_a_person(meant) and self.hearing.is_for_the_bot(meant):
            again = GatewayDispatch("MESSAGE_CREATE", await self._with_member(data), 0, "")
            async with self._watched(again):
                await self._surely(again)

    async def _with_member(self, data: JSON) -> JSON:
        """Adds to a message that was read later who wrote it, with their roles of now."""
        guild = data.get("guild_id")
        if guild is None or data.get("member") is not None:
            return data
        try:
            path = f"/guilds/{guild}/members/{data['author']['id']}"
            return {**data, "member": await self.api.ask("GET", path)}
        except PlatformError:  # what is not known of them counts as what is allowed least
            return data

    async def _told(self, told: GatewayDispatch, lane: asyncio.Lock) -> None:
        async with self._watched(told), lane:
            await self._surely(told)

    def _watched(self, told: GatewayDispatch) -> AbstractAsyncContextManager[None]:
        """Lets the floor watch a message, so that a life at risk does not wait for its channel."""
        match self.hearing.event(told.name, told.data, told.number):
            case (MessageSeen() | MessageEdited()) as speech:
                return self.floor.watching(speech)
        return nullcontext()

    async def _surely(self, told: GatewayDispatch) -> None:
        """Handles a dispatch, with retries and back-off; later ones of its channel wait."""
        for wait in (*waits(), None):
            try:
                if await self._take(told.name, told.data, told.number) is not Outcome.FAILED:
                    self.missed.is_done(told.data)
                    return
            except StoreError as failure:
                log.error("discord: an event waits for the store", error=type(failure).__name__)
                await self._stand_in(told)
            self.missed.is_open(told.data)
            if wait is not None:
                await self.sleep(wait)
        log.error("discord: an event is let go of: it failed too often")

    async def _stand_in(self, told: GatewayDispatch) -> None:
        """Says what a life at risk needs to hear while no event can be decided."""
        seen = self.hearing.event(told.name, told.data, told.number)
        if seen is not None and not await self.mute.stand_in(seen, self.floor):
            await self.floor.failed(seen)

    async def _take(self, name: str, data: JSON, number: str) -> Outcome | None:
        """Translates a dispatch and passes it to the core; None if it is not for the core."""
        if name in SPOKEN:
            data = await self.listening.as_meant(data)
        if name in REACTIONS and not await self.hearing.surely_concerns(name, data):
            return None
        data = await self._at_home(name, await self._with_author(name, data))
        if name in SPOKEN and self.hearing.is_for_the_bot(data):
            data = {**data, **await self._worded(data)}
        event = await self._with_file(self.hearing.event(name, data, number), data)
        if event is None:
            await self.hints.unheard(name, data)
            return None
        if await self._is_hinted(event):
            return await self._decided_beside(event, name, data)
        notes = (*self._notes(name, data), *self.hints.notes(event))
        outcome = await self.handle(event, notes)
        if isinstance(event, MessageSeen) and outcome is Outcome.DECIDED:
            await self.mute.tell(event)
        return outcome

    async def _decided_beside(self, event: Event, name: str, data: JSON) -> Outcome | None:
        """Has a withdrawal decided beside a line of the adapter's own; None where there is none."""
        off = await self.floor.off_beside(event) if isinstance(event, SPEECH) else None
        if off is not None:
            return await self.handle(off, self._notes(name, data))
        if self._is_to_the_bot(name, data):
            await self.listening.keep(data)
        return None

    async def _with_file(self, event: Event | None, data: JSON) -> Event | None:
        """Gives an event with the file that its command brings, if it is such a command."""
        if not isinstance(event, CommandGiven):
            return event
        command = await self.attached.brought(event.command, worded.brought(data))
        return replace(event, command=command)

    async def _worded(self, data: JSON) -> JSON:
        """Gives all words of a message, or none if it holds nothing that the bot can read."""
        if typed.brings_a_file(self.hearing.me.without(worded.own(data))):
            return {"content": worded.own(data), "forwarded": ""}
        own, forwarded = await self.attached.own(data), await self.attached.forwarded(data)
        is_empty = not self.hearing.me.without(worded.own(data))
        if is_empty and not await self.attached.can_read(data):
            own = ""
        return {"content": own, "forwarded": forwarded}

    async def _is_hinted(self, event: Event) -> bool:
        """Returns whether a line of the adapter's own was all that an event needed."""
        if not isinstance(event, MessageSeen | MessageEdited | WordlessSeen):
            return False
        if await self.mute.takes(event, self.floor):
            return True
        if isinstance(event, WordlessSeen):
            return not await self.hints.is_first_today(event)
        return isinstance(event, MessageSeen) and await self.hints.shows_way(event)

    async def _with_author(self, name: str, data: JSON) -> JSON:
        """Adds to a deletion whose message it was, and remembers a direct message's channel."""
        if name == "MESSAGE_DELETE":
            return {**data, "author_id": await self.authors.of(str(data.get("id")))}
        if self._is_to_the_bot(name, data) and data.get("guild_id") is None:
            self.authors.heard_direct(str(data["channel_id"]))
        return data

    def _notes(self, name: str, data: JSON) -> tuple[NoteRow, ...]:
        """Gives what is kept with the decision of a message: whose it is, and in which thread."""
        if not self._is_to_the_bot(name, data):
            return ()
        author = self.authors.heard(str(data["id"]), str(data["author"]["id"]))
        return (author, *self.listening.notes(data))

    def _is_to_the_bot(self, name: str, data: JSON) -> bool:
        is_talk = name == "MESSAGE_CREATE" and self.hearing.is_of_a_person(data)
        return is_talk and self.hearing.is_for_the_bot(data)

    async def _at_home(self, name: str, data: JSON) -> JSON:
        """Maps a reaction in the thread of a reply to the reply itself, in the reply's room."""
        if name not in REACTIONS:
            return data
        of = (str(data.get(name)) for name in ("channel_id", "message_id", "user_id"))
        channel, message = await self.acting.threads.home(*of)
        return {**data, "channel_id": channel, "message_id": message}

    # -- what is done --------------------------------------------------------------------------

    async def _acted(self, data: JSON) -> None:
        done = await self.acting.came(data)
        if done is None:
            return
        event, token = done
        await self.handle(event)  # in no lane: it waits for nothing that is read there
        self._asides.start(self._without_answer(token))

    async def _without_answer(self, token: Token) -> None:
        await asyncio.sleep(NO_ANSWER_S)
        await self.whispers.end(token)


def _each(purge: GatewayDispatch) -> list[GatewayDispatch]:
    """Splits a deletion of many messages into one deletion each."""
    listed = purge.data.get("ids")
    every = listed if isinstance(listed, list) else []
    where = {name: value for name, value in purge.data.items() if name != "ids"}
    number = purge.number
    return [
        GatewayDispatch("MESSAGE_DELETE", {**where, "id": str(one)}, purge.shard, f"{number}:{one}")
        for one in every
    ]
