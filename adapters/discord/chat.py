"""ports.Chat on Discord: what the bot says, changes, marks and reads there."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from adapters.discord import ids
from adapters.discord.api import TOO_MANY_OLD_EDITS, UNKNOWN_MESSAGE, DiscordRefused
from adapters.discord.bodies import offered, shown
from adapters.discord.capabilities import capabilities
from adapters.discord.components import ALONE, nonce
from adapters.discord.growing import GROWTH, PINGS_AFTER_S, GrowingReplies
from adapters.discord.history import History
from adapters.discord.private_ask import PrivateAsks
from adapters.discord.sends import Sends
from adapters.discord.threads import LONGEST, Threads
from adapters.kit.charts import drawn
from adapters.kit.typing import Typing
from bot.bounded import BoundedMap
from bot.capabilities import Capabilities
from bot.errors import MessageFixed, NotAllowed, PlatformError
from bot.ids import MessageId, PersonId, RoomId, Scope, SpaceId
from bot.words import Edit, Outgoing, Said, Stage

JSON = dict[str, Any]
REACTS_S = 0.25
MOST_SPOKE = 5000
TYPING_S = 8.0  # Discord shows it for ten
PINGS_AFTER = timedelta(seconds=PINGS_AFTER_S)
_ALREADY_GONE, _FORBIDDEN = 404, 403


class DiscordChat:
    """A bot on Discord. A private line is an ephemeral answer to what its reader did."""

    def __init__(self, past: History, sends: Sends, threads: Threads, asides: PrivateAsks) -> None:
        self._api, self._past, self._skew = past.api, past, sends.skew
        self._whispers, self._sends, self._threads = sends.whispers, sends, threads
        self._asides = asides
        self.strings = past.strings
        self._growing, self.growth = GrowingReplies(past), GROWTH
        self._reacting = asyncio.Lock()
        self.typing = Typing(self._show_typing, TYPING_S)
        self._spoke_before = BoundedMap[RoomId, int](MOST_SPOKE)
        self.named: Callable[[str], str] = lambda _guild: ""  # a server, as the gateway told
        self.shard_count, self.shards = 1, frozenset({0})
        # How often it said something to all of a room.
        self.spoke = BoundedMap[RoomId, int](MOST_SPOKE)

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Returns whether this process finishes the open replies in a room of that space."""
        return ids.shard(space, self.shard_count) in self.shards

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what the bot can do in a room; a private ask is answered in one piece."""
        can = replace(capabilities(room), growth=self.growth)
        if ids.is_aside(room):
            return replace(can, lengths=(LONGEST,), can_grow=False)
        return replace(can, lengths=(LONGEST,))

    def called(self, scope: Scope) -> str:
        """Gives the name of a server, as the gateway told this process."""
        guild = ids.guild(scope.space)
        return self.named(guild) if guild is not None else ""

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Shows the typing sign in a room until the bot says something new there."""
        if ids.is_aside(room):
            return  # it shows already
        if is_on:
            self._spoke_before[room] = self.spoke.get(room, 0)
            self.typing.begin(room)
        else:
            self.typing.end(room)

    async def _show_typing(self, room: str, is_on: bool) -> None:
        where = RoomId(room)
        if is_on and self.spoke.get(where, 0) == self._spoke_before.get(where, 0):
            await self._api.ask("POST", f"/channels/{ids.channel(where)}/typing")

    async def say(self, new: Outgoing) -> MessageId:
        """Sends a new message, as an ephemeral one if it is for one person alone."""
        _check_length(new.text)
        new = replace(new, files=await drawn(new.files))
        if new.is_card or new.to is not None:  # the bot's own words, never a model's
            new = replace(new, text=self._past.me.linked(new.text))
        alone = await self._alone(new)
        if alone is not None:
            return alone
        if ids.is_aside(new.room):
            return await self._asides.say(new)
        if new.to is not None and not ids.is_direct(new.room) and not new.may_be_seen:
            return await self._sends.noted(new, new.to)
        if new.carries_on is None:
            said = await self._said(new, None)
        else:
            said = await self._carried_on(new, new.carries_on)
        return said

    async def _carried_on(self, new: Outgoing, reply: MessageId) -> MessageId:
        """Sends a message in the thread of its reply, or in the channel if there is no thread."""
        thread = await self._threads.of(new.room, reply, self.strings.to(new.language))
        try:
            return await self._said(new, thread)
        except DiscordRefused:
            if thread is None:
                raise
            self._threads.is_lost(new.room, thread)
            return await self._said(new, None)

    async def _alone(self, new: Outgoing) -> MessageId | None:
        """Answers one person alone, or gives None if nothing they did can be answered so."""
        if new.to is None or not self._whispers.may(new.room, new.to):
            return None
        try:
            return await self._sends.whispered(new, new.to)
        except DiscordRefused as refused:
            if refused.status != _ALREADY_GONE:
                raise
            self._whispers.is_lost(new.room, new.to)
            return None

    async def _said(self, new: Outgoing, thread: str | None) -> MessageId:
        body = self._body(new, is_in_thread=thread is not None)
        sent = await self._sends.sent(new.key, thread or ids.channel(new.room), body)
        self.spoke[new.room] = self.spoke.get(new.room, 0) + 1
        said = MessageId(sent.id)
        if thread is not None:
            asked = await self._past.asker(new.room, MessageId(thread))
            said = await self._threads.keep(new.room, thread, sent.id, asked)
        if new.stage is not Stage.WHOLE and sent.is_new:
            self._growing.begin(said, new)
        return said

    def _body(self, new: Outgoing, *, is_in_thread: bool) -> JSON:
        is_reply = new.is_reply and not ids.is_direct(new.room) and not new.choices
        begins = is_reply and not is_in_thread and not new.stays_here
        said = self.strings.to(new.language)
        body = shown(new, said, self._growing.button(new.stage, said, begins_shared=begins))
        body |= {"nonce": nonce(new.key), "enforce_nonce": True}
        body |= {} if is_in_thread else self._about(new)
        alone = ALONE if new.to is not None else 0
        return body | {"flags": int(body.get("flags") or 0) | alone}

    def _about(self, new: Outgoing) -> JSON:
        """Gives the reference to the message answered, with a ping only if the answer took long."""
        reply_to = new.reply_to
        if reply_to is None or not reply_to.isdecimal():
            return {}
        took = self._skew.now() - ids.made_at(reply_to)
        pings = took > PINGS_AFTER and new.stage is not Stage.PLACEHOLDER
        allowed = {"parse": [], "replied_user": pings}
        reference = {"message_id": reply_to, "fail_if_not_exists": False}
        return {"message_reference": reference, "allowed_mentions": allowed}

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        """Replaces a message by its whole text, which has grown since the last edit."""
        _check_length(text)
        if ids.is_aside(room):
            await self._asides.extend(room, message, text)
            return
        await self._growing.extend(room, message, text, is_last=is_last)

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        """Puts other words, or other choices, in the place of a message."""
        _check_length(new.text or "")
        if self._asides.knows(room):
            await self._asides.replace(room, message, new)
            return
        if self._whispers.knows(message):
            own = self._past.me.linked(new.text) if new.text is not None else None
            below = offered(new, self.strings.to(new.language))
            await self._whispers.edit(message, own, below)
            return
        try:
            await self._growing.replace(room, message, new)
        except DiscordRefused as refused:
            if refused.code in (UNKNOWN_MESSAGE, TOO_MANY_OLD_EDITS):
                raise MessageFixed("That message can be changed no more.") from None
            raise

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Puts an emoji on a message; the same emoji again changes nothing (idempotent)."""
        if ids.is_aside(room):
            return  # nobody can put one there
        async with self._reacting:  # Discord takes one in a quarter of a second
            await self._sends.idle.wait()  # words come first
            await self._api.ask("PUT", f"{ids.path(room, message)}/reactions/{emoji}/@me")
            await asyncio.sleep(REACTS_S)

    async def unreact(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Takes an emoji of the bot's back; one that is not there changes nothing (idempotent)."""
        if ids.is_aside(room):
            return
        async with self._reacting:
            await self._sends.idle.wait()
            await self._api.ask("DELETE", f"{ids.path(room, message)}/reactions/{emoji}/@me")
            await asyncio.sleep(REACTS_S)

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Deletes one of the bot's messages; deleting it again changes nothing (idempotent)."""
        is_known = await self._growing.end(message)
        if self._whispers.knows(message):
            await self._whispers.delete(message)
            return
        if ids.is_aside(room):
            await self._asides.delete(room, message)
            return
        try:
            if not is_known:
                await self._growing.own(room, message)
        except DiscordRefused as refused:
            if refused.status == _ALREADY_GONE and self._past.was_own(room, message):
                return
            raise _final(refused) from None
        try:
            await self._api.ask("DELETE", ids.path(room, message))
        except DiscordRefused as refused:
            raise _final(refused) from None
        self._past.is_gone(room, message)

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        """Forgets whom replies answered, who wrote what, and each ephemeral answer of a person.

        Every other message is held by Discord, and stays there.
        """
        self.unhear(person, at)
        self._past.forget(person, at)
        self._asides.forget(person, at)
        self._whispers.forget(person, at)

    def unhear(self, person: PersonId, until: datetime | None) -> None:
        """Drops what was heard of a person, and holds nothing that they say up to a time."""
        self._past.pages.heard.unhear(person, until)

    async def history(
        self, room: RoomId, person: PersonId, message: MessageId, since: datetime
    ) -> tuple[Said, ...]:
        """Gives the messages of a room up to one, oldest first, without anything private."""
        if ids.is_aside(room):
            return self._asides.history(room)
        return await self._past.upto(room, message, since)

    async def read(self, room: RoomId, message: MessageId) -> Said | None:
        """Gives a message as it stands now, or None if it is gone or not for everybody."""
        if ids.is_aside(room):
            said = self._asides.history(room)
            return next((one for one in said if one.id == message), None)
        return await self._past.one(room, message)


def _final(refused: DiscordRefused) -> PlatformError:
    """Translates a refused deletion: MessageFixed or NotAllowed if no retry can help."""
    if refused.status == _ALREADY_GONE:
        return MessageFixed("That message is gone.")
    return NotAllowed(str(refused)) if refused.status == _FORBIDDEN else refused


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise PlatformError(f"A message holds {LONGEST} characters at most.")
