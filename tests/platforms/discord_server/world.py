"""What there is: people, servers, channels, messages and who may see and do what."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from tests.platforms.discord_server import emojis
from tests.platforms.discord_server.layout import words

JSON = dict[str, Any]
EPOCH_MS = 1_420_070_400_000
BOT, APP, OWNER = "100", "100", "101"
DM, TEXT, THREAD, GROUP = 1, 0, 11, 3
EPHEMERAL = 64
VIEW, SEND, HISTORY, REACT = 1 << 10, 1 << 11, 1 << 16, 1 << 6
THREADS, IN_THREADS, MANAGE_GUILD = 1 << 35, 1 << 38, 1 << 5
USUAL = VIEW | SEND | HISTORY | REACT | THREADS | IN_THREADS
NONCE_LASTS = timedelta(minutes=3)


class Clock:
    """The machine's clock, moved on by hand."""

    def __init__(self) -> None:
        self.by = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.by  # noqa: TID251


@dataclass
class Channel:
    """A channel of a server, a thread in one, or a direct message."""

    id: str
    kind: int
    name: str
    guild: str | None = None
    parent: str | None = None
    recipient: str | None = None
    is_foreign: bool = False  # the bot is no member there
    messages: dict[str, "Message"] = field(default_factory=dict)
    denied: dict[str, int] = field(default_factory=lambda: defaultdict(int))  # bits, by user

    @property
    def last(self) -> str | None:
        return next(reversed(self.messages), None)

    def payload(self, world: "World") -> JSON:
        if self.kind in (DM, GROUP):
            recipients = [world.user(self.recipient)] if self.recipient is not None else []
            return {"id": self.id, "type": self.kind, "recipients": recipients, "flags": 0,
                    "last_message_id": self.last}  # fmt: skip
        found: JSON = {"id": self.id, "type": self.kind, "name": self.name, "flags": 0,
                       "guild_id": self.guild, "last_message_id": self.last,
                       "rate_limit_per_user": 0}  # fmt: skip
        if self.kind == THREAD:
            meta = {"archived": False, "auto_archive_duration": 1440, "locked": False,
                    "archive_timestamp": world.stamp()}  # fmt: skip
            return {**found, "parent_id": self.parent, "owner_id": BOT, "thread_metadata": meta,
                    "message_count": 0, "member_count": 1, "total_message_sent": 0}  # fmt: skip
        return {**found, "position": 0, "parent_id": None,
                "permission_overwrites": [{"id": who, "type": 1, "allow": "0", "deny": str(bits)}
                                          for who, bits in self.denied.items()],
                "nsfw": False, "topic": None, "default_thread_rate_limit_per_user": 0}  # fmt: skip


@dataclass
class Message:
    """One message, and who may see it."""

    payload: JSON
    only_for: str | None = None
    is_gone: bool = False
    edits: int = 0
    edited_at: list[datetime] = field(default_factory=list)
    reactions: list[tuple[str, str]] = field(default_factory=list)  # who, which

    @property
    def id(self) -> str:
        return str(self.payload["id"])

    @property
    def words(self) -> str:
        """What is read in it, whether it is talk or a card."""
        return words(self.payload)


@dataclass
class World:
    """All of it, for one bot."""

    clock: Clock = field(default_factory=Clock)
    users: dict[str, JSON] = field(default_factory=dict)
    guilds: dict[str, JSON] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    admins: set[tuple[str, str]] = field(default_factory=set)  # guild, user
    gone: set[tuple[str, str]] = field(default_factory=set)  # guild, user: who left
    commands: list[JSON] = field(default_factory=list)
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by server, beside everyone's
    held: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)  # by server and user
    grants: dict[str, list[JSON]] = field(default_factory=dict)  # of commands, by server
    nonces: dict[tuple[str, str], tuple[datetime, Message]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)  # that the bot sent, by their ids
    edits: list[JSON] = field(default_factory=list)  # what each edit of a message asked for
    app: JSON = field(default_factory=dict)  # what is set in the portal, where it is not the usual
    rights: dict[str, int] = field(default_factory=dict)  # of the bot by server, if not the usual
    emojis: dict[str, str] = field(default_factory=dict)  # each server's own, by server and number
    tells_content: bool = False  # of what is none of the bot's concern too
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self._add_user(BOT, "attune", bot=True)

    # -- making --------------------------------------------------------------------------------

    def snowflake(self) -> str:
        at = int(self.clock.now().timestamp() * 1000) - EPOCH_MS
        return str((at << 22) | (next(self._numbers) & 0xFFF))

    def stamp(self) -> str:
        return self.clock.now().isoformat()

    def person(self, name: str) -> str:
        """Gives the id of a person of that name, who is made where there is none."""
        found = next((key for key, one in self.users.items() if one["username"] == name), None)
        return found or self._add_user(self.snowflake(), name)

    def _add_user(self, key: str, name: str, *, bot: bool = False) -> str:
        self.users[key] = {"id": key, "username": name, "discriminator": "0", "avatar": None,
                           "global_name": name.title()}  # fmt: skip
        self.users[key] |= {"bot": True} if bot else {}
        return key

    def user(self, key: str) -> JSON:
        return dict(self.users[key])

    def guild(self, name: str, owner: str = OWNER) -> str:
        """Makes a server."""
        key = self.snowflake()
        self.guilds[key] = {"id": key, "name": name, "owner_id": owner}
        return key

    def listed(self) -> list[JSON]:
        """Gives the servers of the bot, as it lists them."""
        usual: JSON = {"icon": None, "banner": None, "owner": False, "features": []}
        return [{**usual, "id": key, "name": one["name"],
                 "permissions": str(self.rights.get(key, USUAL))}
                for key, one in self.guilds.items()]  # fmt: skip

    def channel(self, guild: str, name: str) -> str:
        """Makes a text channel."""
        key = self.snowflake()
        self.channels[key] = Channel(key, TEXT, name, guild)
        return key

    def foreign(self, guild: str | None = None) -> str:
        """Makes a place where the bot is no member: a channel of a server, or a group."""
        key = self.snowflake()
        kind = TEXT if guild is not None else GROUP
        self.channels[key] = Channel(key, kind, "elsewhere", guild, is_foreign=True)
        return key

    def direct(self, person: str) -> tuple[Channel, bool]:
        """Gives the direct message with a person, and whether it is new."""
        for one in self.channels.values():
            if one.recipient == person:
                return one, False
        key = self.snowflake()
        self.channels[key] = Channel(key, DM, "", recipient=person)
        return self.channels[key], True

    def thread(self, parent: str, name: str, key: str | None = None) -> Channel:
        key = key or self.snowflake()
        self.channels[key] = Channel(key, THREAD, name, self.channels[parent].guild, parent)
        began = self.channels[parent].messages.get(key)
        if began is not None:  # what a thread began with stands in it too, without words
            by = began.payload["author"]["id"]
            about = {"message_id": key, "channel_id": parent, "type": 0}
            self.message(key, by, "", type=21, message_reference=about)
        return self.channels[key]

    def attached(self, name: str, data: bytes) -> JSON:
        """Keeps a file that the bot sent, and gives it as a message has it."""
        key = self.snowflake()
        self.files[key] = data
        url = f"https://files.example/{key}/{name}"
        return {"id": key, "filename": name, "size": len(data), "url": url, "proxy_url": url,
                "content_type": "application/json; charset=utf-8"}  # fmt: skip

    def files_of(self, message: Message) -> tuple[str, ...]:
        """Gives what each file of a message holds."""
        return tuple(
            self.files[one["id"]].decode(errors="replace")
            for one in message.payload["attachments"]
            if one["id"] in self.files
        )

    # -- messages ------------------------------------------------------------------------------

    def message(self, channel: str, author: str, content: str, **more: Any) -> Message:
        """Makes a message and puts it in its channel."""
        payload: JSON = {
            "id": self.snowflake(), "channel_id": channel, "author": self.user(author),
            "content": content, "timestamp": self.stamp(), "edited_timestamp": None, "tts": False,
            "mention_everyone": False, "mentions": self._mentions(content), "mention_roles": [],
            "attachments": [], "embeds": [], "pinned": False, "type": 0, "flags": 0,
            "components": [],
        }  # fmt: skip
        made = Message({**payload, **more})
        self.channels[channel].messages[made.id] = made
        return made

    def _mentions(self, content: str) -> list[JSON]:
        found = dict.fromkeys(re.findall(r"<@!?(\d+)>", content))
        return [self.user(key) for key in found if key in self.users]

    def shown(self, message: Message, *, to_bot: bool = True) -> JSON:
        """Gives a message as the bot is told of it: without words that are none of its concern."""
        payload = dict(message.payload)
        payload["reactions"] = self._reactions(message)
        channel = self.channels[payload["channel_id"]]
        own = payload["author"]["id"] == BOT
        named = any(one["id"] == BOT for one in payload["mentions"])
        if to_bot and not self.tells_content and channel.kind != DM and not own and not named:
            payload |= {"content": "", "attachments": [], "embeds": [], "components": []}
            payload = {k: v for k, v in payload.items() if k not in ("poll", "message_snapshots")}
        if message.id in self.channels:
            payload["thread"] = self.channels[message.id].payload(self)
        if not payload["reactions"]:
            del payload["reactions"]
        return payload

    def _reactions(self, message: Message) -> list[JSON]:
        each = dict.fromkeys(emoji for _, emoji in message.reactions)
        return [
            {"emoji": emojis.told(emoji), "me": (BOT, emoji) in message.reactions,
             "me_burst": False, "burst_colors": [],
             "count": sum(one == emoji for _, one in message.reactions),
             "count_details": {"burst": 0, "normal": 1}}
            for emoji in each
        ]  # fmt: skip

    def find(self, channel: str, message: str) -> Message | None:
        """Gives a message that stands."""
        found = self.channels[channel].messages.get(message) if channel in self.channels else None
        return found if found is not None and not found.is_gone else None

    # -- rights --------------------------------------------------------------------------------

    def permissions(self, user: str, channel: Channel) -> int:
        """Gives what a user may do in a channel, as bits."""
        if channel.kind == DM:
            return USUAL
        above = self.channels.get(channel.parent or "", channel)
        manage = MANAGE_GUILD if (above.guild, user) in self.admins else 0
        return (USUAL | manage) & ~above.denied[user]

    def member(self, guild: str, user: str) -> JSON:
        joined = "2020-01-01T00:00:00+00:00"
        roles = list(self.held.get((guild, user), ()))
        return {"user": self.user(user), "roles": roles, "joined_at": joined, "deaf": False,
                "mute": False, "flags": 0, "nick": None, "avatar": None, "premium_since": None,
                "pending": False, "communication_disabled_until": None}  # fmt: skip

    def guild_payload(self, key: str) -> JSON:
        """Gives a server as GUILD_CREATE tells it."""
        guild = self.guilds[key]
        here = [one for one in self.channels.values() if one.guild == key]
        everyone = {"id": key, "name": "@everyone", "color": 0, "hoist": False, "position": 0,
                    "permissions": str(USUAL), "managed": False, "mentionable": False, "flags": 0,
                    "colors": {"primary_color": 0, "secondary_color": None,
                               "tertiary_color": None}}  # fmt: skip
        others = [{**everyone, "id": one, "name": one} for one in self.roles.get(key, ())]
        none = dict.fromkeys((
            "afk_channel_id", "application_id", "banner", "description", "discovery_splash",
            "hub_type", "icon", "incidents_data", "public_updates_channel_id",
            "rules_channel_id", "safety_alerts_channel_id", "splash", "system_channel_id",
            "vanity_url_code",
        ))  # fmt: skip
        empty: JSON = {name: [] for name in (
            "emojis", "features", "guild_scheduled_events", "presences", "soundboard_sounds",
            "stage_instances", "stickers", "voice_states",
        )}  # fmt: skip
        return {
            **none, **empty, "id": key, "name": guild["name"], "owner_id": guild["owner_id"],
            "afk_timeout": 300, "default_message_notifications": 0, "explicit_content_filter": 0,
            "joined_at": "2020-01-01T00:00:00+00:00", "large": False, "unavailable": False,
            "member_count": 1, "members": [self.member(key, BOT)], "mfa_level": 0,
            "nsfw_level": 0, "preferred_locale": "en-US", "premium_progress_bar_enabled": False,
            "premium_tier": 0, "roles": [everyone, *others], "system_channel_flags": 0,
            "verification_level": 0, "max_members": 500000, "premium_subscription_count": 0,
            "channels": [one.payload(self) for one in here if one.kind == TEXT],
            "threads": [one.payload(self) for one in here if one.kind == THREAD],
            "region": "deprecated", "nsfw": False, "widget_enabled": False,
        }  # fmt: skip
