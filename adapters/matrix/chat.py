"""ports.Chat on Matrix: what the bot says, changes, marks and reads there."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from adapters.kit.growing_messages import Pace, Streams
from adapters.kit.typing import Typing
from adapters.matrix import ids
from adapters.matrix.bot_loops import BotLoops
from adapters.matrix.errors import MatrixRefused
from adapters.matrix.forgetting import Forgetting
from adapters.matrix.form import (
    NUMBERS,
    OwnMessage,
    content,
    edited,
    own_message,
    reaction,
    related,
)
from adapters.matrix.history import History
from bot.bounded import BoundedMap
from bot.capabilities import Capabilities
from bot.errors import MessageFixed, PlatformError
from bot.ids import MessageId, PersonId, RoomId, SendKey, SpaceId
from bot.strings import Strings
from bot.words import Outgoing, Said

JSON = dict[str, Any]
LONGEST = 4000
QUICK = 500  # characters: what takes longer than a millisecond is formatted in a thread
MOST_COMMANDED = MOST_MOVED = 500
# Each edit is the whole text, so each waits longer: there is more to read until it comes.
PACE = Pace(3.0, most=15, slower_from=0, slower_by=1.5)  # 14 edits last for half an hour


class MatrixChat:
    """A bot on one homeserver. A private line is said in a direct room with its reader."""

    def __init__(self, past: History, strings: Strings) -> None:
        self._home, self._rooms, self._past, self.strings = past.home, past.rooms, past, strings
        self._streams = Streams[str](PACE, "matrix")
        self._commanded = BoundedMap[tuple[RoomId, PersonId], MessageId](MOST_COMMANDED)
        self._moved = BoundedMap[MessageId, MessageId](MOST_MOVED)
        self.typing, self.echoes = Typing(past.home.typing), BotLoops()

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Returns whether this process finishes the open replies in a room: for each room."""
        return True

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what the bot can do in a room: no edits where a bridge shows them badly."""
        is_bridged = self._rooms.is_bridged(ids.address(room).room)
        return Capabilities((LONGEST,), can_grow=not is_bridged)

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Shows or ends the typing sign in a room, without waiting for the homeserver."""
        where = ids.address(room).room
        if is_on:
            self.typing.begin(where)
        else:
            self.typing.end(where)

    async def say(self, new: Outgoing) -> MessageId:
        """Sends a new message, in a direct room if it is for one person only."""
        _check_length(new.text)
        here = ids.address(new.room)
        if new.to is None:
            there = await self._meant(here)
        else:
            there = await self._private(here, new.to, may_be_seen=new.may_be_seen)
        about = str(new.room) if there != here else ""
        post = OwnMessage(new.text, new.choices, about, is_private=new.to is not None)
        asked = new.reply_to if not about else None
        answered = ids.found(asked, new.room)[0] if asked is not None else None
        return await self._put(new.key, there, post, answered)

    async def _put(
        self, key: SendKey, there: ids.Address, post: OwnMessage, answered: str | None = None
    ) -> MessageId:
        body = {**await _aside(content, post), **related(there.thread, answered)}
        event = await self._home.send(there.room, "m.room.message", body, ids.transaction(key))
        await self._offer(there.room, event, 0, len(post.choices))
        if not post.is_private and not post.choices:
            self._streams.begin(event, post.text, partial(self._grown, there, event, post))
        return ids.elsewhere(event, there.room) if post.about else MessageId(event)

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        """Replaces a message by its whole text, which has grown since the last edit."""
        _check_length(text)
        message = self._moved.get(message, message)
        event, there = ids.found(message, room)
        await self._home.check_there(there)
        if self._was_meant_for_two(room, there):
            await self._streams.end(event)
            if is_last:  # nothing more stands there; all of it is said where one person reads it
                await self._move(room, event, text)
            return
        if not await self._streams.grow(event, text, is_last=is_last):
            post, here = await self._own(message, room), ids.address(room)
            at = here if there == here.room else ids.Address(there)
            self._streams.begin(event, post.text, partial(self._grown, at, event, post))
            await self._streams.grow(event, text, is_last=is_last)

    async def replace(
        self, room: RoomId, message: MessageId, text: str | None, choices: tuple[str, ...]
    ) -> None:
        """Replaces the words and choices of a message; None keeps the words."""
        _check_length(text or "")
        message = self._moved.get(message, message)
        event, there = ids.found(message, room)
        await self._streams.end(event)
        if text is not None and self._was_meant_for_two(room, there):
            raise MessageFixed("Others read that room now.")
        old = await self._own(message, room)
        new = replace(old, text=old.text if text is None else text, choices=choices)
        if new != old:
            await self._edit(there, event, new, new.text)
            await self._offer(there, event, len(old.choices), len(choices))

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Puts an emoji on a message; the same emoji again changes nothing (idempotent)."""
        event, there = ids.found(message, room)
        await self._past.standing(there, event, ids.address(room).thread)
        await self._mark(there, event, emoji)

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Redacts one of the bot's messages; doing so again changes nothing (idempotent)."""
        event, there = ids.found(message, room)
        await self._streams.end(event)
        await self._home.check_there(there)
        try:
            source = await self._home.event(there, event)
        except MatrixRefused:
            raise MessageFixed("That message is gone.") from None
        if source.get("sender") != self._home.me:
            raise PlatformError("Only a message of the bot's can be taken away by it.")
        if source.get("content"):
            await self._home.redact(there, event, f"delete {event}")
            self._past.heard.gone(there, event)

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        """Drops the keys that open a person's erased direct rooms; the messages stay there."""
        self.unhear(person, at)
        for of in [one for one in self._commanded if one[1] == person]:
            del self._commanded[of]
        self.echoes.forget(ids.user(person))
        if not self._home.client.next_batch:
            raise PlatformError("Nothing was read yet of which rooms are direct.")
        user, erased = ids.user(person), list[str]()
        for room in [one for one, with_whom in self._rooms.direct.items() if with_whom == user]:
            await self._rooms.origins.forget_origin(room, spaces)
            if await self._is_erased(room, user, spaces):
                erased.append(room)
        await Forgetting(self._home).rooms(erased, at)

    async def _is_erased(self, room: str, user: str, spaces: tuple[SpaceId, ...]) -> bool:
        """Returns whether an erase covers what was said in a direct room."""
        if self._rooms.is_open(room):
            return False
        return ids.space(room) in spaces or not await self._rooms.origins.has_place(room, user)

    def unhear(self, person: PersonId, until: datetime | None) -> None:
        """Drops what was heard of a person, and holds nothing that they say up to a time."""
        self._past.heard.unhear(ids.user(person), until)

    async def history(
        self, room: RoomId, person: PersonId, message: MessageId, since: datetime
    ) -> tuple[Said, ...]:
        """Gives the messages of a room up to one, oldest first, without anything private."""
        event, there = ids.found(self._moved.get(message, message), room)
        said = await self._past.upto(ids.Address(there, ids.address(room).thread), event, since)
        return tuple(replace(one, id=message) if one.id == event else one for one in said)

    async def read(self, room: RoomId, message: MessageId) -> Said | None:
        """Gives a message as it stands now, or None if it is gone or not for everybody."""
        event, there = ids.found(self._moved.get(message, message), room)
        found = await self._past.one(ids.Address(there, ids.address(room).thread), event)
        return replace(found, id=message) if found is not None else None

    # -- where others came -----------------------------------------------------------------------

    def _was_meant_for_two(self, room: RoomId, there: str) -> bool:
        """Returns whether others joined a direct room after a message for it was decided."""
        return not ids.address(room).is_open and self._rooms.is_open(there)

    async def _move(self, room: RoomId, event: str, text: str) -> None:
        """Says a whole reply in another room that one person reads, in place of an old message."""
        there = await self._meant(ids.address(room))
        post = OwnMessage(text, about=str(room), instead=event)
        made = await self._put(SendKey(f"matrix:moved:{event}"), there, post)
        self._moved[MessageId(event)] = made

    async def _meant(self, here: ids.Address) -> ids.Address:
        """Gives the room for a message: a new direct room if others joined the first one."""
        if here.is_open or not await self._rooms.is_open_now(here.room):
            return here
        user = self._rooms.direct[here.room]
        found = self._rooms.known(here.room)
        if found is None or user not in found.users:
            raise PlatformError("Who it was for is there no more, and others are.")
        return ids.Address(await self._rooms.open_direct(ids.person(user)))

    # -- one message ---------------------------------------------------------------------------

    async def _grown(self, there: ids.Address, event: str, post: OwnMessage, text: str) -> None:
        if not there.is_open and self._rooms.is_open(there.room):
            raise PlatformError("Others read that room now.")
        await self._edit(there.room, event, post, text)

    async def _edit(self, room: str, event: str, post: OwnMessage, text: str) -> None:
        body = await _aside(partial(edited, event=event), replace(post, text=text))
        await self._home.send(room, "m.room.message", body, uuid4().hex)

    async def _own(self, message: MessageId, room: RoomId) -> OwnMessage:
        event, there = ids.found(message, room)
        thread = ids.address(room).thread if there == ids.address(room).room else None
        source = await self._past.standing(there, event, thread)
        post = own_message(source.get("content", {}))
        if source.get("sender") != self._home.me or post is None:
            raise PlatformError("Only a message of the bot's can be changed by it.")
        return post

    async def _offer(self, room: str, event: str, before: int, now: int) -> None:
        """Adds the numbers of the choices as reactions to a message, and removes surplus ones."""
        with suppress(MatrixRefused):  # where it may not react, its people still can
            for number in NUMBERS[before:now]:
                await self._mark(room, event, number)
        if now < before:
            surplus = set(NUMBERS[now:before])
            for one in await self._home.relations(room, event, "m.annotation"):
                key = one.get("content", {}).get("m.relates_to", {}).get("key")
                if one.get("sender") == self._home.me and key in surplus:
                    gone = str(one["event_id"])
                    await self._home.redact(room, gone, f"delete {gone}")

    async def _mark(self, room: str, event: str, emoji: str) -> None:
        try:
            await self._home.send(room, "m.reaction", reaction(event, emoji), uuid4().hex)
        except MatrixRefused as refused:
            if refused.code != "M_DUPLICATE_ANNOTATION":
                raise

    # -- private -------------------------------------------------------------------------------

    async def _is_with(self, here: ids.Address, to: PersonId) -> bool:
        is_theirs = self._rooms.direct.get(here.room) == ids.user(to)
        is_direct = is_theirs and self._rooms.is_direct(here.room)
        is_closed = is_direct and not await self._rooms.is_open_now(here.room)
        return is_closed and not self._rooms.is_mute(here.room)

    async def _private(self, here: ids.Address, to: PersonId, *, may_be_seen: bool) -> ids.Address:
        """Gives a room that only one person reads; a command is needed to make a new one.

        If the bot may not write in the first room, a new one is made in any case.
        """
        if await self._is_with(here, to):
            return here
        found = await self._rooms.surely_with(to)
        if found is None and may_be_seen and not self._rooms.is_mute(here.room):
            return here
        if found is None:
            found = await self._rooms.open_direct(to)
            await self._tell_where(here, to)
        return ids.Address(found)

    def commanded(self, room: RoomId, person: PersonId, message: MessageId) -> None:
        """Remembers the latest command of a person in a shared room, for a few of them."""
        self._commanded[room, person] = message

    async def _tell_where(self, here: ids.Address, to: PersonId) -> None:
        """Says below a command that its answer is in a room made for that."""
        message = self._commanded.pop((here.id, to), None)
        if message is not None:
            with suppress(PlatformError):
                key = SendKey(f"matrix:answered alone:{message}")
                await self.say(
                    Outgoing(key, here.id, self.strings.rooms.answered_alone, reply_to=message)
                )


async def _aside(form: Callable[[OwnMessage], JSON], post: OwnMessage) -> JSON:
    """Gives a message's content, and formats a long one in a thread beside the event loop."""
    if len(post.text) <= QUICK:
        return form(post)
    return await asyncio.to_thread(form, post)


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise PlatformError(f"A message holds {LONGEST} characters at most.")
