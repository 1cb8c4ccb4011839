"""What the gateway delivered of each channel, in memory only, as Discord would give it again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from adapters.discord import ids
from adapters.discord.cards import is_card, words
from adapters.discord.client import GatewayDispatch
from adapters.discord.skew import Skew
from adapters.kit.heard import Heard, HeardRooms, Mark
from bot.ids import PersonId

JSON = dict[str, Any]
SURELY_LATER = timedelta(seconds=5)  # what is made after this is delivered after it was waited for
BEGINNING = datetime.fromtimestamp(ids.EPOCH_MS / 1000, UTC)
KEPT = (
    "id",
    "channel_id",
    "type",
    "author",
    "webhook_id",
    "content",
    "mentions",
    "message_reference",
    "flags",
    "thread",
    "attachments",
    "poll",
    "message_snapshots",
)


class Line(Protocol):
    """What Discord says of a channel now, and whether it is heard."""

    def hears(self, channel: str, guild: str) -> bool:
        """Returns whether every message of a channel arrives now, and may be read again."""

    def parent(self, channel: str) -> str | None:
        """Gives the channel of a thread."""

    def shard(self, guild: str) -> int:
        """Gives the shard that hears a server; of direct messages if the id is empty."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A channel before Discord is asked about it."""

    mark: Mark[JSON] | None
    upto: str


class HeardChannels:
    """Holds the channels in which somebody speaks to the bot, from then on."""

    def __init__(self, me: Callable[[], str], skew: Skew, line: Line) -> None:
        self._me, self._skew, self._line = me, skew, line
        self._rooms = HeardRooms[JSON](skew.now)

    # -- what is told --------------------------------------------------------------------------

    def dispatched(self, told: GatewayDispatch) -> None:
        """Applies a dispatch; whether anything is said about it is not decided here."""
        data, channel = told.data, str(told.data.get("channel_id"))
        match told.name:
            case "READY":
                self._rooms.let_go(lambda _room, guild: self._line.shard(guild) == told.shard)
            case "MESSAGE_CREATE":
                self._created(channel, data)
            case "MESSAGE_UPDATE":
                self._rooms.changed(channel, str(data["id"]), lambda held: _changed(held, data))
            case "MESSAGE_DELETE":
                self.gone(channel, str(data["id"]))
            case "MESSAGE_DELETE_BULK":
                for one in data.get("ids", ()):
                    self.gone(channel, str(one))

    def made(self, message: JSON) -> None:
        """Applies a message of the bot's own as Discord answered a request that changed it."""
        if "channel_id" in message:
            self._rooms.told(str(message["channel_id"]), _heard(message))

    def gone(self, channel: str, message: str) -> None:
        """Drops a message that was deleted."""
        self._rooms.gone(channel, message)

    def is_changed(self, name: str, data: JSON) -> None:
        """Drops the channels of a server, or the one channel, of which rights may have changed."""
        own, guild = str(data.get("id")), str(data.get("guild_id", data.get("id")))
        if name == "THREAD_CREATE" and data.get("newly_created"):
            self._opened(own, data)
        elif name == "THREAD_UPDATE":
            return
        elif name.startswith("GUILD_") or name == "THREAD_LIST_SYNC":
            self._rooms.let_go(lambda _room, of: of == guild)
        else:
            self._rooms.let_go(lambda room, _of: own in (room, self._line.parent(room)))

    def unhear(self, person: PersonId, until: datetime | None) -> None:
        """Drops the words of a person, and holds none of those said up to a time."""
        self._rooms.unhear(ids.user(person), until)

    def tidy(self) -> None:
        """Drops what was said too long ago."""
        self._rooms.tidy()

    def _created(self, channel: str, data: JSON) -> None:
        named = data.get("mentions")
        users = named if isinstance(named, list) else []
        is_direct = data.get("guild_id") is None
        if is_direct or any(str(one.get("id")) == self._me() for one in users):
            at = ids.made_at(str(data["id"]))
            self._rooms.begin(channel, str(data.get("guild_id") or ""), at)
        self._rooms.told(channel, _heard(data))

    def _opened(self, thread: str, data: JSON) -> None:
        """Holds a thread that the bot opened, from its beginning, and notes it on its message."""
        if str(data.get("owner_id")) != self._me():
            return
        self._rooms.begin(thread, str(data.get("guild_id") or ""), ids.made_at(thread))
        above = str(data.get("parent_id"))
        self._rooms.changed(above, thread, lambda held: _changed(held, {"thread": {"id": thread}}))

    # -- what is read --------------------------------------------------------------------------

    def one(self, channel: str, message: str) -> JSON | None:
        """Gives a message as it stands, if it is held."""
        found = self._rooms.one(channel, message) if self._since(channel) is not None else None
        return found.body if found is not None else None

    def before(self, channel: str, message: str) -> list[JSON]:
        """Gives what is held of a channel before a message, newest first."""
        return [one for one in reversed(self._every(channel)) if int(one["id"]) < int(message)]

    def after(self, channel: str, message: str, most: int) -> list[JSON] | None:
        """Gives the first messages after one, oldest first; None if not all of them are held."""
        since = self._since(channel)
        if since is None or since > ids.made_at(message):
            return None
        return [one for one in self._every(channel) if int(one["id"]) > int(message)][:most]

    def is_whole(self, channel: str, since: datetime) -> bool:
        """Returns whether all is held that was said in a channel since a time."""
        whole = self._since(channel)
        return whole is not None and whole <= since

    def reading(self, channel: str, guild: str, upto: str) -> Reading:
        """Holds a channel from now on, and notes that Discord is asked for what was before."""
        self._rooms.begin(channel, guild, self._skew.now() + SURELY_LATER)
        return Reading(self._rooms.mark(channel), upto)

    def join(self, channel: str, began: Reading, newest_first: list[JSON], since: datetime) -> None:
        """Holds what Discord gave: all from a time up to where it was asked from."""
        whole = self._since(channel)
        if whole is not None and whole <= ids.made_at(began.upto):
            older = [_heard(one) for one in reversed(newest_first)]
            self._rooms.join(channel, began.mark, older, since)

    def _since(self, channel: str) -> datetime | None:
        since = self._rooms.since(channel)
        is_heard = since is not None and self._line.hears(channel, self._rooms.space(channel))
        return since if is_heard else None

    def _every(self, channel: str) -> list[JSON]:
        if self._since(channel) is None:
            return []
        found = [one.body for one in self._rooms.messages(channel)]
        return sorted(found, key=lambda one: int(one["id"]))


def _heard(message: JSON) -> Heard[JSON]:
    author = str((message.get("author") or {}).get("id"))
    edited = str(message.get("edited_timestamp") or "")
    body, key = _kept(message), str(message["id"])
    return Heard(key, author, ids.made_at(key).astimezone(UTC), body, edited)


def _changed(held: Heard[JSON], data: JSON) -> Heard[JSON]:
    edited = str(data.get("edited_timestamp") or held.version)
    return replace(held, body={**held.body, **_kept(data)}, version=edited)


def name_of(message: JSON) -> str:
    """Gives all that somebody is called in a server; nothing where Discord did not say all."""
    author, member = message.get("author"), message.get("member")
    if not isinstance(author, dict) or not isinstance(member, dict):
        return ""
    every = (member.get("nick"), author.get("global_name"), author.get("username"))
    return " ".join(str(one) for one in every if one)


def _kept(message: JSON) -> JSON:
    """Gives what a history looks at, of a message or of a change of one."""
    body = {name: message[name] for name in KEPT if name in message}
    body |= {"content": words(message)} if is_card(message) else {}
    if isinstance(message.get("member"), dict):
        body["member"] = {"nick": message["member"].get("nick")}
    if "referenced_message" in message:
        author = (message["referenced_message"] or {}).get("author")
        about = {"author": {"id": str(author.get("id"))}} if author else None
        body["referenced_message"] = about
    return body
