"""From Discord's dispatches to events, in words that no platform owns."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, TypedDict

from adapters.discord import ids, typed, worded
from adapters.discord.capabilities import capabilities
from adapters.discord.history import READ, Me, replied_to
from adapters.discord.skew import Skew
from bot.commands import asked_in
from bot.emojis import means_something
from bot.engine.space_emojis import SpaceEmojis
from bot.events import (
    CommandGiven,
    Event,
    MessageDeleted,
    MessageEdited,
    MessageSeen,
    ReactionAdded,
    ReactionRemoved,
    WordlessSeen,
)
from bot.ids import EventId, MessageId, PersonId, RoomId, SpaceId, Where
from bot.ports import Clock

JSON = dict[str, Any]
Head = tuple[EventId, datetime, PersonId, Where]
Within = Callable[[str], tuple[str, ...] | None]
ADMIN = 0x8 | 0x20  # Administrator, or Manage Server
TAKEN_BACK = "MESSAGE_REACTION_REMOVE"
MEANT = "meant"  # of a message that need not name the bot: where it follows threads, hears all


class Standing(TypedDict):
    """What Discord says of a place in a server, and of who speaks there."""

    shown: str
    within: tuple[RoomId, ...]
    is_placed: bool
    roles: tuple[str, ...] | None
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Translation:
    """Translates one dispatch at a time, or gives None if it does not concern the bot."""

    me: Me
    clock: Clock
    skew: Skew
    late_after: timedelta = timedelta(hours=1)  # then no answer is expected any more
    within: Within = lambda _channel: ()  # the channels that a channel stands in
    emojis: SpaceEmojis | None = None  # that repair in a server beside 🔧; None: none does

    def event(self, name: str, data: JSON, number: str) -> Event | None:
        """Gives the event of a dispatch, or None if it does not concern the bot.

        Args:
            number: tells this dispatch from every other, and is the same in a replay.
        """
        match name:
            case "MESSAGE_CREATE":
                return self._message(data)
            case "MESSAGE_UPDATE":
                return self._edit(data)
            case "MESSAGE_DELETE":
                return self._delete(data, number)
            case "MESSAGE_REACTION_ADD" | "MESSAGE_REACTION_REMOVE":
                return self._reaction(name, data, number)
        return None

    def is_of_a_person(self, data: JSON) -> bool:
        """Returns whether a person wrote a message: no bot, no webhook, not the bot itself."""
        author = data.get("author")
        if not isinstance(author, dict) or data.get("webhook_id"):
            return False
        return not author.get("bot") and not author.get("system")

    def is_for_the_bot(self, data: JSON) -> bool:
        """Returns whether a message was said in private, or names the bot."""
        return data.get("guild_id") is None or self.me.is_named(data)

    def may_concern(self, name: str, data: JSON) -> bool:
        """Returns whether a reaction may mean something; a removed one does not name the author.

        It waits for nothing: what is not known yet may. The bot's own reactions mean nothing.
        """
        author, emoji = data.get("message_author_id"), _emoji_of(data)
        is_own = author is None or str(author) == self.me.id
        if not is_own or means_something(emoji):
            return is_own
        if self.emojis is None:
            return False
        return not self.emojis.rules_out(_servers(data), emoji, taken_back=name == TAKEN_BACK)

    async def surely_concerns(self, name: str, data: JSON) -> bool:
        """Returns whether a reaction's emoji means something there, after a look if need be."""
        emoji = _emoji_of(data)
        if means_something(emoji):
            return True
        if self.emojis is None:
            return False
        servers, is_back = _servers(data), name == TAKEN_BACK
        return await self.emojis.repairs(servers, emoji, taken_back=is_back)

    def where(self, data: JSON) -> Where:
        """Gives where a dispatch happened; only an interaction tells who is an admin."""
        guild, channel = data.get("guild_id"), str(data["channel_id"])
        member = data.get("member") or {}
        rights = int(member.get("permissions") or 0)
        room = ids.room(channel, is_direct=guild is None)
        is_admin, can = guild is not None and bool(rights & ADMIN), capabilities(room)
        where = Where(room, ids.space(guild, channel), guild is None, is_admin, can)
        return where if guild is None else replace(where, **self._standing(data, str(guild)))

    def _standing(self, data: JSON, guild: str) -> Standing:
        """Gives what Discord says of the channel and of the speaker, in a server."""
        channel, member = str(data["channel_id"]), data.get("member") or {}
        listed, user = member.get("roles"), _user_of(data)
        roles = (
            (ids.role(guild), *map(ids.role, map(str, listed)))
            if isinstance(listed, list)
            else None
        )
        within = self._within(channel, data.get("channel"))
        return {
            "shown": f"<#{channel}>",
            "within": tuple(map(ids.room, within or ())),
            "is_placed": within is not None,
            "roles": roles,
            "since": ids.made_at(user) if user.isdecimal() else None,
        }

    def _within(self, channel: str, described: Any) -> tuple[str, ...] | None:
        """Gives what a channel stands in; where it is not known, by what came with the event."""
        found = self.within(channel)
        parent = described.get("parent_id") if isinstance(described, dict) else None
        if found is not None or parent is None:
            return found
        above = self.within(str(parent))
        return None if above is None else (str(parent), *above)

    def _head(self, event: EventId, user: str, data: JSON) -> Head:
        return event, self.clock.now(), ids.person(user), self.where(data)

    def _message(self, data: JSON) -> Event | None:
        if not self.is_of_a_person(data) or not self.is_for_the_bot(data):
            return None
        if data.get("type") not in READ:
            return None
        is_read = "forwarded" in data  # with all that had to be fetched
        text = self.me.without(str(data["content"]) if is_read else worded.own(data))
        others = str(data["forwarded"]) if is_read else worded.forwarded(data)
        message = str(data["id"])
        head = self._head(ids.event("message", message), str(data["author"]["id"]), data)
        if not (text or others):
            is_bare = self.me.is_named(data) and not worded.shows_anything(data)
            return WordlessSeen(*head, MessageId(message), is_bare=is_bare)
        return self._said(data, head, text, others)

    def _said(self, data: JSON, head: Head, text: str, others: str) -> Event:
        """Gives what was said, or the command that was typed where nobody else reads."""
        given, message, answered = typed.command(text), str(data["id"]), replied_to(data)
        effect = typed.takes_effect(given, text)
        if given is not None and not effect and head[3].is_direct:
            return CommandGiven(*head, given, text, MessageId(message))
        text = effect or asked_in(text) or text
        reply_to = MessageId(answered) if answered is not None else None
        said_at = min(ids.made_at(message), head[1])
        is_late = self.skew.now() - ids.made_at(message) > self.late_after
        seen = MessageSeen(*head, MessageId(message), text, reply_to, said_at=said_at)
        return replace(seen, is_late=is_late, others=others, by_name=self._by_name(data))

    def _edit(self, data: JSON) -> Event | None:
        if not data.get("edited_timestamp") or not self.is_of_a_person(data):
            return None
        text = self.me.without(str(data.get("content") or ""))
        if not text or not self.is_for_the_bot(data):
            return None
        event = ids.event("edit", data["id"], data["edited_timestamp"])
        head = self._head(event, str(data["author"]["id"]), data)
        by_name = self._by_name(data)
        return MessageEdited(*head, MessageId(str(data["id"])), text, by_name)

    def _by_name(self, data: JSON) -> bool:
        """Returns whether a message names the bot itself, or need not; else it only replies."""
        if data.get("guild_id") is None or data.get(MEANT):
            return True
        words = str(data.get("content") or "")
        named = f"<@{self.me.id}>" in words or f"<@!{self.me.id}>" in words
        return named or replied_to(data) is None

    def _delete(self, data: JSON, number: str) -> Event | None:
        """Gives a deletion by the author that the adapter remembers, since Discord names none."""
        author = data.get("author_id")
        if author is None:
            return None
        head = self._head(ids.event("dispatch", number), str(author), data)
        return MessageDeleted(*head, MessageId(str(data["id"])))

    def _reaction(self, name: str, data: JSON, number: str) -> Event | None:
        user = str(data.get("user_id"))
        if user == self.me.id or not self.may_concern(name, data):
            return None
        head = self._head(ids.event("dispatch", number), user, data)
        message = MessageId(str(data["message_id"]))
        kind = ReactionAdded if name.endswith("ADD") else ReactionRemoved
        return kind(*head, message, _emoji_of(data))


def _emoji_of(data: JSON) -> str:
    """Gives the emoji of a reaction: a sign, or the name of a server's own, whoever drew it."""
    emoji = data.get("emoji") or {}
    number, sign = emoji.get("id"), emoji.get("name")
    return ids.emoji(str(number)) if number is not None else str(sign or "")


def _servers(data: JSON) -> tuple[SpaceId, ...]:
    """Gives the server of a reaction; none of a direct message, where no admin sets anything."""
    guild = data.get("guild_id")
    return (ids.space(str(guild), str(data.get("channel_id"))),) if guild is not None else ()


def _user_of(data: JSON) -> str:
    """Gives whose event it is: the author, the member who acts, or who put an emoji."""
    member = (data.get("member") or {}).get("user") or {}
    author = data.get("author") if isinstance(data.get("author"), dict) else {}
    return str((author or member).get("id") or data.get("user_id") or data.get("author_id") or "")
