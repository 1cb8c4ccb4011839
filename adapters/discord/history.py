"""The messages of a channel, read when needed: in memory, and from Discord what is older."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import takewhile
from typing import Any, Protocol

from adapters.discord import ids
from adapters.discord.api import Api, DiscordRefused
from adapters.discord.attached import Attached
from adapters.discord.authors import Authors
from adapters.discord.cards import words
from adapters.discord.components import ALONE, unquieted
from adapters.discord.heard import name_of
from adapters.discord.links import linked, unlinked
from adapters.discord.pages import TAKEN_UP_WITHIN, Pages
from bot.bounded import BoundedMap, BoundedSet
from bot.errors import PlatformError
from bot.ids import MessageId, PersonId, RoomId
from bot.stamps import LEAD
from bot.strings import Strings
from bot.words import Said

JSON = dict[str, Any]


class Meant(Protocol):
    """Knows which messages are meant for the bot without a mention of it."""

    async def all_meant(self, channel: str, messages: list[JSON]) -> list[JSON]:
        """Gives messages oldest first, with a mention added where one is meant but missing."""


LONGEST_CHAIN = 20
READ = (0, 19, 21)  # a message, a reply, what a thread began with
MOST_GONE, MOST_THREADS = 5000, 3
REST = 50  # messages in which a reply goes on
NOT_FOUND = 404


@dataclass
class Me:
    """The bot's own ids on Discord; empty before Discord sent them."""

    id: str = ""
    app: str = ""
    commands: dict[str, str] = field(default_factory=dict)  # the id of each group of commands

    def without(self, text: str) -> str:
        """Gives a text without its mentions of the bot."""
        if not self.id:
            return text
        named = text.replace(f"<@!{self.id}>", f"<@{self.id}>").split(f"<@{self.id}>")
        rest = (part[1:] if part[:1] in (":", ",") else part for part in named[1:])
        return " ".join(part.strip() for part in (named[0], *rest)).strip()

    def linked(self, text: str) -> str:
        """Gives a text of the bot's own with its commands as links."""
        return linked(text, self.commands)

    def is_named(self, message: JSON) -> bool:
        """Returns whether a message mentions the bot, or replies to it with the ping on."""
        named = message.get("mentions")
        users = named if isinstance(named, list) else []
        return any(isinstance(one, dict) and str(one.get("id")) == self.id for one in users)


@dataclass
class History:
    """Reads messages as they stand now."""

    pages: Pages
    me: Me
    attached: Attached
    listening: Meant | None = None
    authors: Authors | None = None
    strings: Strings = field(repr=False, kw_only=True)
    _askers: BoundedMap[MessageId, PersonId] = field(default_factory=lambda: BoundedMap(MOST_GONE))
    _gone: BoundedSet[tuple[RoomId, MessageId]] = field(
        default_factory=lambda: BoundedSet(MOST_GONE)
    )

    def is_gone(self, room: RoomId, message: MessageId) -> None:
        """Records that a message of the bot's was deleted."""
        self._gone.add((room, message))
        self.pages.heard.gone(*ids.address(room, message))

    def was_own(self, room: RoomId, message: MessageId) -> bool:
        """Returns whether a deleted message was the bot's."""
        return (room, message) in self._gone

    @property
    def api(self) -> Api:
        """What Discord is asked by."""
        return self.pages.api

    async def message(self, room: RoomId, message: MessageId) -> JSON:
        """Gives a message that exists, whole, as Discord has it now. Raises PlatformError."""
        found: JSON = await self.api.ask("GET", ids.path(room, message))
        return found

    async def asker(self, room: RoomId, reply: MessageId) -> PersonId | None:
        """Gives the person whom a reply of the bot's answers, or None if that is not known now."""
        if reply not in self._askers:
            with suppress(PlatformError):
                found = await self._asker(room, reply)
                self._askers.update({} if found is None else {reply: found})
        return self._askers.get(reply)

    async def _asker(self, room: RoomId, reply: MessageId) -> PersonId | None:
        above: str | None = reply
        for _ in range(LONGEST_CHAIN):  # a repair refers to the reply that it mends
            if above is None:
                return None
            found = await self.pages.one(room, MessageId(above))
            if not self._is_own(found):
                return ids.person(_author(found))
            above = replied_to(found)
        return None

    def forget(self, person: PersonId, until: datetime) -> None:
        """Forgets which replies answered a person, and which messages they wrote, up to a time."""
        theirs = [reply for reply, asker in self._askers.items() if asker == person]
        for reply in [one for one in theirs if ids.made_at(ids.reply_of(one)) <= until + LEAD]:
            del self._askers[reply]
        if self.authors is not None:
            self.authors.forget(person, until)

    async def upto(self, room: RoomId, message: MessageId, since: datetime) -> tuple[Said, ...]:
        """Gives the messages up to one, oldest first: those since a time, and its chain of replies.

        The bot's later answers to any message but the last come at the end.
        """
        root = ids.reply_of(message)
        last = await self.pages.one(room, root)
        recent = [last, *await self._before(room, root, since)]
        known = {one["id"] for one in recent}
        older = [one for one in await self._chain(room, last) if one["id"] not in known]
        before = {one["id"] for one in (*older, *recent[1:])}
        is_open = self._has_open(room, recent)
        later = await self._later(room, root, before) if is_open else []
        listed = [*reversed(older), *reversed(recent), *later]
        if self.listening is not None and not ids.is_direct(room):
            listed = await self.listening.all_meant(ids.channel(room), listed)
        said = [one for each in await self._whole(listed) for one in await self._said(room, each)]
        images = await self.attached.images(last)
        return tuple(replace(one, images=images) if one.id == message else one for one in said)

    async def one(self, room: RoomId, message: MessageId) -> Said | None:
        """Gives a message as it stands now, or None if it is gone or not for everybody."""
        try:
            found = await self.message(room, message)
        except DiscordRefused as refused:
            if refused.status != NOT_FOUND:
                raise
            return None
        listed = [{**found, "id": str(message)}]
        if self.listening is not None and not ids.is_direct(room):
            listed = await self.listening.all_meant(ids.channel(room), listed)
        return await self._in_words(room, listed[0])

    def _has_open(self, room: RoomId, newest_first: list[JSON]) -> bool:
        """Returns whether an earlier message of the same author to the bot was still unanswered."""
        last, *before = newest_first
        own = (one for one in before if _author(one) == _author(last))
        said = next((one for one in own if ids.is_direct(room) or self._is_to_bot(one)), None)
        return said is not None and all(replied_to(one) != said["id"] for one in before)

    async def _later(self, room: RoomId, message: MessageId, before: set[str]) -> list[JSON]:
        """Gives the bot's answers after a message to the messages before it, oldest first."""
        page = await self.pages.after(ids.channel(room), message)
        return [one for one in page if self._is_own(one) and replied_to(one) in before]

    async def _whole(self, messages: list[JSON]) -> list[JSON]:
        """Adds to each reply of the bot's its continuation in a thread."""
        found: list[JSON] = []
        begun = [one["id"] for one in messages if one.get("thread") and self._is_own(one)]
        read = set(begun[-MOST_THREADS:])
        for one in messages:
            rest = await self._rest(one) if one["id"] in read else []
            found += [one, *rest]
        return found

    async def _rest(self, reply: JSON) -> list[JSON]:
        """Gives a reply's continuation: the bot's messages in its thread before anybody else's."""
        thread = str(reply["id"])
        as_reply = {name: reply.get(name) for name in ("type", "message_reference", "channel_id")}
        try:
            page = await self.pages.after(thread, thread, REST)
        except DiscordRefused:
            return []
        own = takewhile(self._is_own, page)
        return [
            {**one, **as_reply, "id": ids.carried(thread, one["id"])}
            for one in own
            if one.get("type") == 0 and not one.get("message_reference")
        ]

    def _is_to_bot(self, one: JSON) -> bool:
        return self.me.is_named(one) or self._is_own(one.get("referenced_message") or {})

    def _is_own(self, one: JSON) -> bool:
        return _author(one) == self.me.id

    async def answer(self, room: RoomId, asked: MessageId) -> str:
        """Gives the bot's whole answer to a message, over as many messages as it took."""
        page = await self.pages.after(ids.channel(room), asked)
        found = filter(self._is_own, page)
        own = [one for one in found if replied_to(one) == asked and not _is_private(one)]
        whole = [_as_said(words(one)).strip() for one in await self._whole(own)]
        return "\n\n".join(whole)

    async def _before(self, room: RoomId, message: MessageId, since: datetime) -> list[JSON]:
        """Gives the messages before one and since a time, newest first."""
        channel, first = ids.channel(room), int(ids.first_after(since))
        if not ids.is_direct(room):
            found = await self.pages.before(channel, message, since)
            return [one for one in found if int(one["id"]) >= first]
        found = await self.pages.before(channel, message, since, self._is_end_of_carried)
        fresh = [one for one in found if int(one["id"]) >= first]
        return fresh + self._carried_over(found[len(fresh) :], since)

    def _is_end_of_carried(self, one: JSON) -> bool:
        """Returns whether no moved exchange goes on before a message."""
        return not self._is_own(one) or _is_private(one)

    def _carried_over(self, older: list[JSON], since: datetime) -> list[JSON]:
        """Gives the exchange that was moved here within half an hour, newest first, or none."""
        run = list(takewhile(lambda one: not self._is_end_of_carried(one), older))
        begins = tuple(one.replies.carried_over for one in self.strings.every) if run else ()
        for place, one in enumerate(run):
            if str(one.get("content")).startswith(begins):
                return run[: place + 1] if _at(one) > since - TAKEN_UP_WITHIN else []
        return []

    async def _chain(self, room: RoomId, last: JSON) -> list[JSON]:
        """Gives the chain of messages that a message replies to, nearest first."""
        chain = [last]
        while len(chain) <= LONGEST_CHAIN:
            answered = replied_to(chain[-1])
            if answered is None or answered in {one["id"] for one in chain}:
                break
            try:
                one = await self.pages.one(room, MessageId(answered))
            except (DiscordRefused, PlatformError):
                break
            chain.append(one)
        return chain

    async def _said(self, room: RoomId, one: JSON) -> tuple[Said, ...]:
        """Gives one message in the core's words, or none if it is private or has no words."""
        found = await self._in_words(room, one)
        return (found,) if found is not None else ()

    async def _in_words(self, room: RoomId, one: JSON) -> Said | None:
        by = str(one.get("author", {}).get("id"))
        # A file that the bot itself sent is its reader's own, and no part of what was said.
        text = words(one) if self._is_own(one) else await self.attached.said(one, self.me.without)
        if one.get("type") not in READ or not self.me.without(text).strip():
            return None
        answered = replied_to(one)
        reply_to = MessageId(answered) if answered is not None else None
        message = MessageId(str(one["id"]))
        if self._is_own(one):
            is_private = _is_private(one)
            return None if is_private else Said(message, None, _at(one), _as_said(text), reply_to)
        if one.get("webhook_id") or one.get("author", {}).get("bot"):
            return None
        to_bot = ids.is_direct(room) or self._is_to_bot(one)
        said, name = self.me.without(text), name_of(one)
        return Said(message, ids.person(by), _at(one), said, reply_to, to_bot, name=name)


def _as_said(text: str) -> str:
    """Gives the words of one of the bot's messages as the core said them."""
    return unlinked(unquieted(text))


def _author(message: JSON) -> str:
    return str((message.get("author") or {}).get("id"))


def replied_to(message: JSON) -> str | None:
    """Gives the message of the same channel that a message replies to."""
    about = message.get("message_reference")
    if message.get("type") != 19 or not isinstance(about, dict):
        return None
    is_here = about.get("channel_id") in (None, message.get("channel_id"))
    return str(about["message_id"]) if is_here and about.get("message_id") else None


def _is_private(one: JSON) -> bool:
    return bool(int(one.get("flags") or 0) & ALONE)


def _at(one: JSON) -> datetime:
    return ids.made_at(str(one["id"]).rpartition("/")[2]).astimezone(UTC)
