"""From Matrix's events to the core's events, in words that no platform owns."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypedDict
from urllib.parse import quote

from adapters.matrix import addressed as told
from adapters.matrix import ids
from adapters.matrix.brought import BroughtFiles, is_file
from adapters.matrix.errors import MatrixRefused
from adapters.matrix.event_notes import EventNotes
from adapters.matrix.form import OwnMessage, number_of, own_message
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.inbox import Incoming
from adapters.matrix.named_places import NamedPlaces, emojis_in
from adapters.matrix.rooms import Rooms
from adapters.matrix.worded import KINDS, body_of, is_wordless
from bot.commands.of_data import NoFile
from bot.commands.values import Command, Import, MutePerson, SetARule, TellAdmins, Why
from bot.events import (
    ChoiceMade,
    CommandGiven,
    Event,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
    WordlessSeen,
)
from bot.house_rules import REPAIR_EMOJIS
from bot.ids import EventId, MessageId, PersonId, RoomId, Where

JSON = dict[str, Any]
DAY = timedelta(days=1)
_USER = re.compile(r"@[!-9;-~]{1,200}:[A-Za-z0-9.\[\]:-]{1,200}", re.ASCII)
LINK = "https://matrix.to/#/"
OLDEST = timedelta(days=1)  # what a homeserver says of times counts for no more than that


WORDLESS = "words are needed"


class _Head(TypedDict):
    id: EventId
    at: datetime
    person: PersonId
    where: Where


@dataclass(frozen=True, slots=True)
class Translation:
    """Translates one event at a time, or gives None if it does not concern the bot."""

    home: Homeserver
    rooms: Rooms
    kept: EventNotes
    me: told.Me

    async def event(self, one: Incoming, at: datetime) -> Event | None:
        """Gives the core's event, dated at the time when it was received, or None."""
        content = one.source.get("content")
        if one.sender == self.home.me or not isinstance(content, dict):
            return None
        match one.kind:
            case kind if kind in KINDS:
                return await self._message(one, content, at)
            case "m.reaction":
                return await self._reaction(one, content, at)
            case "m.room.redaction":
                return await self._redaction(one, content, at)
        return None

    def at_a_glance(self, one: Incoming, at: datetime) -> MessageSeen | None:
        """Gives a message by its own content alone, without the store or the homeserver."""
        content = one.source.get("content")
        if one.kind not in KINDS or not isinstance(content, dict) or one.sender == self.home.me:
            return None
        new = content.get("m.new_content")
        words = new if isinstance(new, dict) else content
        text, here = body_of(words) or "", one.room
        is_meant = self.rooms.is_direct(here) or told.names(content, text, self.me)
        if not text or not (is_meant or told.is_command(text)):
            return None
        where = self.rooms.placed(ids.Address(here, told.thread_of(content)), here)
        bare, message = told.heard(words, text, self.me).words, MessageId(one.event)
        person = ids.person(one.sender)
        return MessageSeen(ids.event(one.event), at, person, where, message, bare)

    # -- messages ------------------------------------------------------------------------------

    async def _message(self, one: Incoming, content: JSON, at: datetime) -> Event | None:
        target = told.replaced(content)
        if target is not None:
            return await self._edit(one, content, target, at)
        text = body_of(content) or ""
        if not await self.is_addressed(one.room, content, text):
            return None
        thread = told.thread_of(content)
        head = await self._head(one, thread, at)
        if not text:
            return await self._wordless(one, content, head)
        if thread is not None:  # its redaction will not say where it stood
            await self.kept.keep(head["person"], one.event, {"thread": thread})
        return await self._whole(self._said(one, content, text, head), one, content)

    async def _whole(self, event: Event, one: Incoming, content: JSON) -> Event:
        """Gives an event with what the homeserver has of it: what it names, the file it brings."""
        match event:
            case CommandGiven(command=Why(named) | TellAdmins(named)) if named is not None:
                return replace(event, about=await self._link(one.room, named))
            case CommandGiven(command=SetARule(REPAIR_EMOJIS.name, words)):
                return replace(event, named=emojis_in(words))
            case CommandGiven(command=SetARule(words=words)) if words and event.where.by_admin:
                places = NamedPlaces(self.home, self.rooms)
                return replace(event, named=await places.in_words(one.room, words))
            case CommandGiven(command=Import() as command):
                file = await self._file(one, content)
                return replace(event, command=replace(command, file=file))
        return event

    async def _file(self, one: Incoming, content: JSON) -> bytes | NoFile:
        """Gives the file that an event is, or that its sender sent before and it replies to."""
        answered, files = told.replied_to(content), BroughtFiles(self.home)
        if is_file(content) or answered is None:
            return await files.within(content) if is_file(content) else NoFile.NONE
        found = await self._found(one.room, answered) or {}
        sent = found.get("content")
        if not isinstance(sent, dict) or found.get("sender") != one.sender or not is_file(sent):
            return NoFile.NONE
        return await files.within(sent)

    async def _link(self, room: str, named: str) -> str:
        """Gives the link to a message of the bot's, or an empty text if it is none."""
        found = await self._found(room, named) if named.startswith("$") else None
        is_own = found is not None and found.get("sender") == self.home.me
        return f"{LINK}{quote(room, safe='!:')}/{quote(named, safe='$')}" if is_own else ""

    def _said(self, one: Incoming, content: JSON, text: str, head: _Head) -> Event:
        answered, at, message = told.replied_to(content), head["at"], MessageId(one.event)
        heard = told.heard(content, text, self.me)
        bare, command = heard.words, heard.command
        if command is not None:
            whom = _whom(command, content, self.home.me)
            return CommandGiven(**head, command=command, typed=bare, message=message, whom=whom)
        reply_to = MessageId(answered) if answered is not None else None
        said_at = max(at - OLDEST, min(one.said_at, at)) if one.said_at is not None else None
        seen = MessageSeen(**head, message=message, text=bare, reply_to=reply_to, said_at=said_at)
        return replace(seen, by_name=head["where"].is_direct or told.names(content, text, self.me))

    async def _wordless(self, one: Incoming, content: JSON, head: _Head) -> Event | None:
        """Gives a message without words once a day for each person, or None."""
        if not is_wordless(one.kind, content):
            return None
        told_of = await self.kept.of(head["person"], WORDLESS)
        if told_of is not None and head["at"] - datetime.fromisoformat(told_of["at"]) < DAY:
            return None
        await self.kept.keep(head["person"], WORDLESS, {"at": head["at"].isoformat()})
        return WordlessSeen(**head, message=MessageId(one.event))

    async def is_addressed(self, room: str, content: JSON, text: str) -> bool:
        """Returns whether a message is private, names the bot, or replies to the bot."""
        if self.rooms.is_direct(room) or told.names(content, text, self.me):
            return True
        if told.is_command(text):
            return True
        answered = told.replied_to(content)
        original = await self._found(room, answered) if answered is not None else None
        return original is not None and original.get("sender") == self.home.me

    async def _edit(self, one: Incoming, content: JSON, target: str, at: datetime) -> Event | None:
        new = content.get("m.new_content")
        original = await self._found(one.room, target, as_first=True)
        if not isinstance(new, dict) or original is None or original.get("sender") != one.sender:
            return None
        first, text = original.get("content"), body_of(new)
        if text is None or not isinstance(first, dict):
            return None
        new = {**new, "m.relates_to": told.relation(first)}
        was_for_it = await self.is_addressed(one.room, first, body_of(first) or "")
        if not was_for_it and not await self.is_addressed(one.room, new, text):
            return None
        head = await self._head(one, told.thread_of(first), at)
        bare = told.heard(new, text, self.me).words
        return MessageEdited(**head, message=MessageId(target), text=bare)

    # -- emojis --------------------------------------------------------------------------------

    async def _reaction(self, one: Incoming, content: JSON, at: datetime) -> Event | None:
        relates = told.relation(content)
        target, emoji = relates.get("event_id"), relates.get("key")
        if not isinstance(target, str) or not isinstance(emoji, str):
            return None
        original = await self._found(one.room, target)
        if original is None or original.get("sender") != self.home.me:
            return None
        return await self._reacted(one, at, original, (target, emoji))

    async def _reacted(
        self, one: Incoming, at: datetime, original: JSON, put: tuple[str, str]
    ) -> Event:
        """Gives an emoji on the bot's message as a picked choice, or as a reaction."""
        target, emoji = put
        first = original.get("content")
        first = first if isinstance(first, dict) else {}
        post = own_message(first) or OwnMessage("")
        place = ids.Address(one.room, told.thread_of(first))
        head = await self._about(one, post, place, at)
        other = ids.elsewhere(target, one.room) if post.about else MessageId(target)
        message = MessageId(post.instead) if post.instead else other
        number = number_of(emoji)
        if number is not None and number < len(post.row.choices):
            return ChoiceMade(**head, message=message, label=post.row.choices[number])
        what = {"message": message, "emoji": emoji, "about": post.about, "thread": place.thread}
        await self.kept.keep(head["person"], one.event, what)
        return ReactionAdded(**head, message=message, emoji=emoji)

    async def _redaction(self, one: Incoming, content: JSON, at: datetime) -> Event | None:
        target = one.source.get("redacts") or content.get("redacts")
        original = await self._found(one.room, target) if isinstance(target, str) else None
        if original is None or original.get("sender") == self.home.me:
            return None
        # Whoever took it away, it is its author's: a moderator's redaction counts for them.
        author = Incoming(one.room, {**one.source, "sender": original.get("sender")})
        person = ids.person(author.sender)
        what = await self.kept.of(person, str(target)) or {"thread": None}
        if "emoji" not in what and original.get("type") == "m.reaction":
            return None  # its emoji asked for nothing, so nothing was noted of it
        if "emoji" not in what:
            head = await self._head(author, what["thread"], at)
            return MessageDeleted(**head, message=MessageId(str(target)))
        place = ids.Address(one.room, what["thread"])
        head = await self._about(author, OwnMessage("", about=what["about"]), place, at)
        return ReactionRemoved(**head, message=MessageId(what["message"]), emoji=what["emoji"])

    # -- where ---------------------------------------------------------------------------------

    async def _head(self, one: Incoming, thread: str | None, at: datetime) -> _Head:
        where = await self.rooms.where(ids.Address(one.room, thread), one.sender)
        return _Head(id=ids.event(one.event), at=at, person=ids.person(one.sender), where=where)

    async def _about(
        self, one: Incoming, post: OwnMessage, place: ids.Address, at: datetime
    ) -> _Head:
        """Gives the head of an action on a card: it counts where the card is about, nowhere else.

        An action in a newer direct room on what was meant for an older one counts in the older one.
        """
        about = ids.address(RoomId(post.about)) if post.about else place
        is_for_two = self.rooms.direct.get(about.room) == one.sender and not about.is_open
        if is_for_two and self.rooms.is_direct(one.room):
            where = await self.rooms.where_alone(about, one.sender)
        else:
            where = await self.rooms.where(about, one.sender)
        return _Head(id=ids.event(one.event), at=at, person=ids.person(one.sender), where=where)

    async def _found(self, room: str, event: str, *, as_first: bool = False) -> JSON | None:
        try:
            return await self.home.event(room, event, as_first=as_first)
        except MatrixRefused:
            return None


def _whom(command: Command, content: JSON, me: str) -> PersonId | None:
    """Gives the person that a command names: by their id, or as the one who is mentioned in it."""
    if not isinstance(command, MutePerson):
        return None
    if _USER.fullmatch(command.named):
        return ids.person(command.named)
    mentions = content.get("m.mentions")
    users = mentions.get("user_ids") if isinstance(mentions, dict) else None
    others = [one for one in users if one != me] if isinstance(users, list) else []
    is_one = len(others) == 1 and isinstance(others[0], str) and _USER.fullmatch(others[0])
    return ids.person(others[0]) if is_one else None
