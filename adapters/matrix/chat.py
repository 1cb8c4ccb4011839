"""ports.Chat on Matrix: what the bot says, changes, marks and reads there."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from adapters.kit.charts import drawn
from adapters.kit.typing import SLOW_S, Typing
from adapters.matrix import ids
from adapters.matrix.bot_loops import BotLoops
from adapters.matrix.errors import MatrixRefused
from adapters.matrix.forgetting import Forgetting
from adapters.matrix.form import OwnMessage, content, related
from adapters.matrix.growing import GROWTH, GrowingReplies, formed
from adapters.matrix.history import History
from adapters.matrix.marks import Marks
from adapters.matrix.named_places import place_of
from adapters.matrix.rows import Ways
from adapters.matrix.sentences import said_on_matrix
from adapters.matrix.turning import Turning
from adapters.matrix.uploads import LARGEST, held, key_of
from bot.bounded import BoundedMap
from bot.capabilities import LIVE, Capabilities
from bot.errors import MessageFixed, PlatformError
from bot.ids import MessageId, PersonId, RoomId, Scope, SendKey, SpaceId
from bot.records import event_of
from bot.strings import Strings
from bot.words import Edit, Outgoing, Said, Stage

JSON = dict[str, Any]
LONGEST = 4000
MOST_COMMANDED = MOST_MOVED = 500
ANSWERED_ALONE = "\u2709\ufe0f"  # an envelope


class MatrixChat:
    """A bot on one homeserver. A private line is said in a direct room with its reader."""

    def __init__(self, past: History, strings: Strings) -> None:
        self._home, self._rooms, self._past, self.strings = past.home, past.rooms, past, strings
        self._marks = Marks(past.home)
        self.growing, self.growth = GrowingReplies(past, self._marks), GROWTH
        self.earlier: Collection[str] = ()  # events of which an earlier process left sends open
        self.turning = Turning(past, self.growing)
        self._commanded = BoundedMap[tuple[RoomId, PersonId], MessageId](MOST_COMMANDED)
        self._moved = BoundedMap[MessageId, MessageId](MOST_MOVED)
        self.typing, self.echoes = Typing(past.home.typing, slow_s=SLOW_S), BotLoops()

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Returns whether this process finishes the open replies in a room: for each room."""
        return True

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what the bot can do in a room: no edits where a bridge shows them badly."""
        is_bridged = self._rooms.is_bridged(ids.address(room).room)
        growth = LIVE if is_bridged else self.growth
        can = Capabilities((LONGEST,), can_grow=not is_bridged, growth=growth)
        return replace(can, largest_file=LARGEST)

    def called(self, scope: Scope) -> str:
        """Gives the name of a room, to nobody but who is in it."""
        return self._rooms.called_to(ids.user(scope.person), ids.address(RoomId(scope.space)).room)

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Shows or ends the typing sign in a room, without waiting for the homeserver."""
        begin_or_end = self.typing.begin if is_on else self.typing.end
        begin_or_end(ids.address(room).room)

    async def say(self, new: Outgoing) -> MessageId:
        """Sends a new message, in a direct room if it is for one person only."""
        _check_length(new.text)
        here = await place_of(self._rooms, new)
        if new.to is None:
            there = await self._meant(here)
        else:
            there = await self._private(here, new.to, new)
        about = str(new.room) if there != here else ""
        post = replace(self._post(new), about=about)
        answered = ids.found(new.reply_to, new.room)[0] if new.reply_to and not about else None
        post = replace(post, answers=answered or "")
        files = [await held(self._home, there.room, one) for one in await drawn(new.files)]
        event = await self._put(new.key, there, post)
        for place, file in enumerate(files):
            await file.send_after(event, key_of(new.key, place), there)
        if post.is_stoppable:
            is_late = new.stage is Stage.PLACEHOLDER or event_of(new.key) in self.earlier
            self.growing.begin(there, event, post, is_late=is_late)
        return _id(event, there, post)

    def _post(self, new: Outgoing) -> OwnMessage:
        is_own = new.is_card or not (new.is_reply or new.carries_on is not None)
        return OwnMessage(
            new.text,
            new.choices,
            is_private=new.to is not None,
            is_stoppable=new.stage is not Stage.WHOLE,
            is_own=is_own,
            of=ids.user(new.to) if new.to is not None else "",
            ways=self._ways(new.language),
        )

    def _ways(self, language: str) -> Ways:
        """Gives what the ways to other choices are called in that language."""
        said = said_on_matrix(self.strings.to(language))
        return Ways(said.more, said.first_choices)

    # A quote above every reply is reading for nothing: it stands only where something else was said
    # between, or where that is not known. What is answered is kept in the message in any case.
    async def _put(self, key: SendKey, there: ids.Address, post: OwnMessage) -> str:
        is_below = self._past.heard.is_newest(there.room, post.answers, there.thread)
        quoted = post.answers if post.answers and not is_below else None
        body = {**await formed(content, post), **related(there.thread, quoted)}
        event = await self._home.send(there.room, "m.room.message", body, ids.transaction(key))
        await self._marks.offer(there.room, event, (), post.choices)
        return event

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        """Replaces a message by its whole text, which has grown since the last edit."""
        _check_length(text)
        message = self._moved.get(message, message)
        event, there = ids.found(message, room)
        await self._home.check_there(there)
        if self._was_meant_for_two(room, there):
            await self.growing.streams.end(event)
            if is_last:  # nothing more stands there; all of it is said where one person reads it
                await self._move(room, event, text)
                await self.growing.stops.withdraw(there, event)
            return
        here = ids.address(room)
        at = here if there == here.room else ids.Address(there)
        async with self.turning.still(event):
            await self.growing.extend(at, event, text, is_last=is_last)

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        """Puts other words, or other choices, in the place of a message."""
        _check_length(new.text or "")
        message = self._moved.get(message, message)
        event, there = ids.found(message, room)
        await self.growing.streams.end(event)
        if new.text is not None and self._was_meant_for_two(room, there):
            await self.growing.stops.withdraw(there, event)
            raise MessageFixed("Others read that room now.")
        thread = ids.address(room).thread if there == ids.address(room).room else None
        async with self.turning.still(event):
            old = await self.growing.own(there, event, thread)
            text = old.text if new.text is None else new.text
            anew = replace(old, text=text, choices=new.choices)
            if anew != old:
                await self._edit(there, event, old, replace(anew, ways=self._ways(new.language)))
        if old.is_stoppable:
            await self.growing.stops.withdraw(there, event)

    async def _edit(self, there: str, event: str, old: OwnMessage, new: OwnMessage) -> None:
        new = replace(new, is_stoppable=False, passed=0)
        await self.growing.edit(there, event, new)
        await self._marks.offer(there, event, old.row.labels, new.row.labels)

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Puts an emoji on a message; the same emoji again changes nothing (idempotent)."""
        event, there = ids.found(message, room)
        await self._past.standing(there, event, ids.address(room).thread)
        await self._marks.put(there, event, emoji)

    async def unreact(self, room: RoomId, message: MessageId, emoji: str) -> None:
        """Takes an emoji of the bot's back; one that is not there changes nothing (idempotent)."""
        event, there = ids.found(message, room)
        await self._marks.take_back(there, event, (emoji,))

    async def delete(self, room: RoomId, message: MessageId) -> None:
        """Redacts one of the bot's messages; doing so again changes nothing (idempotent)."""
        event, there = ids.found(message, room)
        await self.growing.end(event)
        await self._home.check_there(there)
        async with self.turning.still(event):
            await self._redact(there, event)

    async def _redact(self, there: str, event: str) -> None:
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
            if await self._rooms.is_erased(room, user, spaces):
                erased.append(room)
        await Forgetting(self._home).rooms(erased, at)

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
        self._moved[MessageId(event)] = _id(made, there, post)

    async def _meant(self, here: ids.Address) -> ids.Address:
        """Gives the room for a message: a new direct room if others joined the first one."""
        if here.is_open or not await self._rooms.is_open_now(here.room):
            return here
        user = self._rooms.direct[here.room]
        found = self._rooms.known(here.room)
        if found is None or user not in found.users:
            raise PlatformError("Who it was for is there no more, and others are.")
        return ids.Address(await self._rooms.open_direct(ids.person(user)))

    # -- private -------------------------------------------------------------------------------

    async def _is_with(self, here: ids.Address, to: PersonId) -> bool:
        is_theirs = self._rooms.direct.get(here.room) == ids.user(to)
        is_direct = is_theirs and self._rooms.is_direct(here.room)
        is_closed = is_direct and not await self._rooms.is_open_now(here.room)
        return is_closed and not self._rooms.is_mute(here.room)

    async def _private(self, here: ids.Address, to: PersonId, new: Outgoing) -> ids.Address:
        """Gives a room that only one person reads; a command is needed to make a new one.

        If the bot may not write in the first room, a new one is made in any case.
        """
        if await self._is_with(here, to):
            return here
        found = await self._rooms.surely_with(to)
        if found is None and new.may_be_seen and not self._rooms.is_mute(here.room):
            return here
        command = self._commanded.pop((here.id, to), None)
        if found is None:
            found = await self._rooms.open_direct(to)
            await self._tell_where(here, command, self.strings.to(new.language))
        elif command is not None:
            await self._mark(here, command)
        return ids.Address(found)

    def commanded(self, room: RoomId, person: PersonId, message: MessageId) -> None:
        """Remembers the latest command of a person in a shared room, for a few of them."""
        self._commanded[room, person] = message

    async def _tell_where(
        self, here: ids.Address, command: MessageId | None, said: Strings
    ) -> None:
        """Says below a command that its answer is in a room made for that."""
        if command is not None:
            with suppress(PlatformError):
                key, line = SendKey(f"matrix:answered alone:{command}"), said.rooms.answered_alone
                await self.say(Outgoing(key, here.id, line, reply_to=command))

    async def _mark(self, here: ids.Address, command: MessageId) -> None:
        """Marks a command whose answer stands in the room that only its person reads."""
        with suppress(PlatformError):  # where it may not react, the answer stands all the same
            event, there = ids.found(command, here.id)
            await self._marks.put(there, event, ANSWERED_ALONE)


def _id(event: str, there: ids.Address, post: OwnMessage) -> MessageId:
    return ids.elsewhere(event, there.room) if post.about else MessageId(event)


def _check_length(text: str) -> None:
    if len(text) > LONGEST:
        raise PlatformError(f"A message holds {LONGEST} characters at most.")
