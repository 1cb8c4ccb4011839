"""A platform in memory: ports.Chat without a console, a network or a disk."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.capabilities import LIVE, Capabilities, Growth
from bot.errors import FileRefused, PlatformError
from bot.ids import MessageId, PersonId, RoomId, Scope, SendKey, SpaceId
from bot.words import Edit, Outgoing, Said, TextFile


@dataclass(frozen=True, slots=True)
class Posted:
    """One message as it stands in the fake's rooms; `by` None is the bot."""

    id: MessageId
    room: RoomId
    by: PersonId | None
    at: datetime
    text: str
    to: PersonId | None = None
    choices: tuple[str, ...] = ()
    reply_to: MessageId | None = None
    to_bot: bool = True
    reactions: tuple[str, ...] = ()
    deleted: bool = False
    files: tuple[TextFile, ...] = ()


@dataclass(slots=True)
class FakeChat:
    """Keeps messages in memory; with `broken` set every call is refused."""

    now: Callable[[], datetime]
    most: int = 4000
    broken: bool = False
    growth: Growth = LIVE
    largest_file: int = 100_000
    takes_files: int = 10  # how many in one message; more are refused although their size fits
    takes_pages: bool = True
    names: dict[SpaceId, str] = field(default_factory=dict)  # what spaces are called
    told: list[str] = field(default_factory=list)  # one line an action, in order
    languages: list[str] = field(default_factory=list)  # of each message and edit, as it was told
    _posts: dict[MessageId, Posted] = field(default_factory=dict)
    _keys: dict[SendKey, MessageId] = field(default_factory=dict)

    def serves(self, room: RoomId, space: SpaceId) -> bool:
        """Returns whether this process finishes the open replies in a room: for each room."""
        return True

    def capabilities(self, room: RoomId) -> Capabilities:
        """Gives what can be done in a room: the same in every one."""
        return Capabilities((self.most,), growth=self.growth, largest_file=self.largest_file)

    def called(self, scope: Scope) -> str:
        """Gives the name of a space, if it was given one."""
        return self.names.get(scope.space, "")

    def writing(self, room: RoomId, *, is_on: bool) -> None:
        """Notes nothing: a fake shows no such thing."""

    def script(self) -> str:
        """Gives everything the bot did so far, one line an action."""
        return "\n".join(self.told)

    def post(self, message: MessageId) -> Posted:
        """Gives a message as it stands now."""
        return self._posts[message]

    def posts(self, room: RoomId) -> tuple[Posted, ...]:
        """Gives what stands in a room now, oldest first, private messages too."""
        return tuple(p for p in self._posts.values() if p.room == room and not p.deleted)

    def hear(
        self,
        room: RoomId,
        person: PersonId,
        text: str,
        *,
        reply_to: MessageId | None = None,
        to_bot: bool = True,
    ) -> MessageId:
        """Puts a person's message into a room, as the platform would, and gives its id."""
        new = self._new_id("u")
        self._posts[new] = Posted(
            new, room, person, self.now(), text, reply_to=reply_to, to_bot=to_bot
        )
        return new

    def take_back(self, message: MessageId) -> None:
        """Takes a person's message away, as the person would."""
        self._posts[message] = replace(self._posts[message], deleted=True)

    async def say(self, new: Outgoing) -> MessageId:
        self._check(new.text)
        if new.key in self._keys:
            return self._keys[new.key]
        self.languages.append(new.language)
        if len(new.files) > self.takes_files or (not self.takes_pages and _has_page(new)):
            raise FileRefused("no such files here")
        made, about = self._new_id("r"), (new.to, new.choices, new.reply_to)
        posted = Posted(made, new.room, None, self.now(), new.text, *about, files=new.files)
        self._posts[made] = posted
        self._keys[new.key] = made
        self._tell(f"{made}{_only(new.to)}> {new.text}{_offer(new.choices)}")
        return made

    async def extend(
        self, room: RoomId, message: MessageId, text: str, *, is_last: bool = True
    ) -> None:
        self._check(text)
        if self._own(room, message).text == text:
            return
        self._posts[message] = replace(self._own(room, message), text=text)
        self._tell(f"{message}+> {text}")

    async def replace(self, room: RoomId, message: MessageId, new: Edit) -> None:
        self._check(new.text or "")
        self.languages.append(new.language)
        old = self._own(room, message)
        kept = old.text if new.text is None else new.text
        self._posts[message] = replace(old, text=kept, choices=new.choices)
        self._tell(f"{message}=> {kept}{_offer(new.choices)}")

    async def react(self, room: RoomId, message: MessageId, emoji: str) -> None:
        old = self._standing(room, message)
        if emoji not in old.reactions:
            self._posts[message] = replace(old, reactions=(*old.reactions, emoji))
            self._tell(f"{emoji} on {message}")

    async def unreact(self, room: RoomId, message: MessageId, emoji: str) -> None:
        old = self._standing(room, message)
        if emoji in old.reactions:
            left = tuple(one for one in old.reactions if one != emoji)
            self._posts[message] = replace(old, reactions=left)
            self._tell(f"{message} without {emoji}")

    async def delete(self, room: RoomId, message: MessageId) -> None:
        self._check()
        old = self._posts.get(message)
        if old is None or old.room != room or old.by is not None:
            raise PlatformError("not the bot's")
        if not old.deleted:
            self._posts[message] = replace(old, text="", choices=(), deleted=True)
            self._tell(f"{message} deleted")

    async def forget(self, person: PersonId, spaces: tuple[SpaceId, ...], at: datetime) -> None:
        """Forgets nothing: messages belong to the platform, and stay there."""

    def unhear(self, person: PersonId, until: datetime | None) -> None:
        """Drops nothing: nothing is held beside the posts."""

    async def history(
        self, room: RoomId, person: PersonId, message: MessageId, since: datetime
    ) -> tuple[Said, ...]:
        self._check()
        if message not in self._posts or self._posts[message].room != room:
            raise PlatformError("not in the room")
        posts = [post for post in self._posts.values() if post.room == room]
        end = posts.index(self._posts[message])
        upto, before = posts[: end + 1], {post.id for post in posts[:end]}
        upto += [p for p in posts[end + 1 :] if p.by is None and p.reply_to in before]
        chain = self._chain(message)
        listed = (post for post in upto if post.at >= since or post.id in chain)
        return tuple(_said(post) for post in listed if post.to is None and not post.deleted)

    async def read(self, room: RoomId, message: MessageId) -> Said | None:
        self._check()
        post = self._posts.get(message)
        if post is None or post.room != room or post.to is not None or post.deleted:
            return None
        return _said(post)

    def _chain(self, message: MessageId) -> list[MessageId]:
        chain: list[MessageId] = []
        post = self._posts.get(message)
        while post is not None and post.to is None and not post.deleted and len(chain) <= 20:
            chain.append(post.id)
            post = self._posts.get(post.reply_to) if post.reply_to is not None else None
        return chain

    def _new_id(self, kind: str) -> MessageId:
        return MessageId(f"{kind}{sum(old.startswith(kind) for old in self._posts) + 1}")

    def _standing(self, room: RoomId, message: MessageId) -> Posted:
        self._check()
        found = self._posts.get(message)
        if found is None or found.room != room or found.deleted:
            raise PlatformError("not in the room")
        return found

    def _own(self, room: RoomId, message: MessageId) -> Posted:
        found = self._standing(room, message)
        if found.by is not None:
            raise PlatformError("not the bot's")
        return found

    def _check(self, text: str = "") -> None:
        if self.broken:
            raise PlatformError("the platform cannot be reached")
        if len(text) > self.most:
            raise PlatformError("too long")

    def _tell(self, line: str) -> None:
        self.told.append(line)


def _said(post: Posted) -> Said:
    return Said(post.id, post.by, post.at, post.text, post.reply_to, post.to_bot)


def _only(to: PersonId | None) -> str:
    return "" if to is None else f" (only {to})"


def _offer(choices: tuple[str, ...]) -> str:
    return "".join(f" [{label}]" for label in choices)


def _has_page(new: Outgoing) -> bool:
    return any(not one.is_for_programs for one in new.files)
