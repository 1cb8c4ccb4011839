"""Shows a reply while it grows: first a message, then edits of the same message."""

import asyncio
from dataclasses import dataclass, field, replace

from bot.actions.ask import Ask
from bot.choices import Choice
from bot.engine.codec import ReplyBody, Shown, dump, dump_post, load_reply_body, load_shown
from bot.engine.pseudonyms import Pseudonyms
from bot.errors import (
    MessageFixed,
    ModelCutOff,
    ModelDeclined,
    ModelEmpty,
    ModelError,
    ModelFiltered,
    ModelRefused,
)
from bot.ids import MessageId, SendKey
from bot.ports import Chat, Store, Unit
from bot.records import AskRow, Owner, PostRow, ReplyRow, ReplySend, part_of, send_key
from bot.repair import one_tap
from bot.repair.stack import Version
from bot.rupture import Rupture
from bot.strings import Strings
from bot.strings.spoken import Failures
from bot.text.chunking import parts
from bot.words import Outgoing


@dataclass(slots=True)
class StreamingMessage:
    """One reply on the platform. Each message's id is stored before its first edit."""

    chat: Chat
    store: Store
    row: AskRow
    ask: Ask
    lock: asyncio.Lock
    person: Owner  # whose lock every change of the ask is made under
    begun: set[str] = field(default_factory=set)  # the replies whose first words are on their way
    strings: Strings = field(repr=False, kw_only=True)
    text: str = field(default="", repr=False)
    messages: tuple[MessageId, ...] = ()
    choices: tuple[Choice, ...] = ()
    _standing: dict[MessageId, str] = field(default_factory=dict, repr=False)
    _growing: set[MessageId] = field(default_factory=set)  # of which the last was not shown yet

    def __post_init__(self) -> None:
        # After a crash the messages stand already: they are grown again, not said again.
        self.messages = load_shown(self.row.shown).messages

    @staticmethod
    def key_of(row: AskRow, place: int = 0) -> SendKey:
        """Gives the idempotency key of a reply's message, the same after a restart."""
        return send_key(ReplySend(row.key, place))

    def stands(self, texts: dict[MessageId, str]) -> None:
        """Adds the messages that an earlier process showed."""
        self._standing = dict(texts)

    def led(self, text: str) -> str:
        """Gives released text, the first of it with the program's own opening before it."""
        is_first = bool(self.ask.begins) and not self.text
        return f"{self.ask.begins}\n\n{text}" if is_first else text

    async def grow(self, text: str, *, is_shown: bool = True) -> None:
        """Adds words, and shows them unless the person wants the reply whole."""
        self.text += text
        if is_shown and self.text.strip():
            await self._show(self.text, is_last=False)

    async def end(self, notice: str) -> None:
        """Shows the whole reply, with the notice as its small last line."""
        self.text = self.text.rstrip()
        await self._show(f"{self.text}\n\n{notice}" if notice else self.text)

    async def mark(self, mark: str) -> None:
        """Marks the shown part as incomplete; does nothing if none was shown."""
        if self.messages and self._standing:
            shown = "".join(self._standing.values()).rstrip()
            await self._show(f"{shown}\n\n{mark}")

    async def take_away(self) -> None:
        """Deletes the shown part."""
        gone, self.messages, self._standing = self.messages, (), {}
        for message in gone:
            async with self.lock:
                await self.chat.delete(self.ask.room, message)

    async def fail(self, plainly: str, again: Choice) -> None:
        """Says in one plain sentence that the reply failed, and offers to try again."""
        self.choices = (again,)
        shown = (self.text or "".join(self._standing.values())).rstrip()
        if not shown or not self._standing:
            await self._show(plainly)
        else:
            await self._show(f"{shown}\n\n{self.strings.replies.cut_off}")
        async with self.lock:
            await self.chat.replace(self.ask.room, self.messages[-1], None, (again.label,))

    async def tell(self, text: str, choices: tuple[str, ...] = ()) -> MessageId:
        """Says something that only the person sees."""
        key, to = self.key_of(self.row, 99), self.ask.scope.person
        async with self.lock:
            return await self.chat.say(
                Outgoing(key, self.ask.room, text, to=to, choices=choices, may_be_seen=True)
            )

    async def refer(self, text: str, choices: tuple[str, ...]) -> tuple[MessageId, ...]:
        """Says a new message that refers to the reply it repairs."""
        pieces = parts(text, *self.chat.capabilities(self.ask.room).lengths)
        said: list[MessageId] = []
        for place, piece in enumerate(pieces):
            new = self._new(place, piece, self.ask.repaired, said[0] if said else None)
            labels = choices if place == len(pieces) - 1 else ()
            async with self.lock:
                said.append(await self.chat.say(replace(new, choices=labels)))
        return tuple(said)

    def _new(
        self, place: int, piece: str, reply_to: MessageId | None, first: MessageId | None
    ) -> Outgoing:
        key = self.key_of(self.row, place)
        return Outgoing(key, self.ask.room, piece, reply_to=reply_to, carries_on=first)

    async def _show(self, text: str, *, is_last: bool = True) -> None:
        pieces = parts(text, *self.chat.capabilities(self.ask.room).lengths)
        for place, piece in enumerate(pieces):
            if place < len(self.messages):
                ends = is_last or place < len(pieces) - 1
                await self._extend(self.messages[place], piece, is_last=ends)
            else:
                await self._say(place, piece)

    async def _extend(self, message: MessageId, piece: str, *, is_last: bool) -> None:
        must_end = is_last and message in self._growing
        if self._standing.get(message) != piece or must_end:
            async with self.lock:
                await self.chat.extend(self.ask.room, message, piece, is_last=is_last)
            self._standing[message] = piece
        if is_last:
            self._growing.discard(message)
        else:
            self._growing.add(message)

    async def _say(self, place: int, piece: str) -> None:
        self.begun.add(self.row.key)
        first = self.messages[0] if place else None
        async with self.lock:
            message = await self.chat.say(self._new(place, piece, self.ask.message, first))
        self.messages = (*self.messages, message)
        self._standing[message] = piece
        await self._keep_ids()

    async def _keep_ids(self) -> None:
        async def keep(unit: Unit) -> None:
            row = await unit.get(AskRow, self.row.owner, self.row.key)
            if row is not None:
                await unit.put(replace(row, shown=dump(Shown(self.messages))))

        await self.store.deciding(self.person, keep)


def plainly(failure: ModelError, failures: Failures) -> str:
    """Says why there is no reply, or only a part."""
    match failure:
        case ModelEmpty():
            return failures.empty
        case ModelFiltered():
            return failures.filtered
        case ModelDeclined():
            return failures.declined
        case ModelRefused():
            return failures.refused
        case ModelCutOff():
            return failures.cut_off
        case _:
            return failures.unreachable


async def put_in_place(chat: Chat, given: ReplyBody, whole: Outgoing) -> tuple[MessageId, ...]:
    """Replaces a reply by a whole text, and gives the ids of its messages now."""
    pieces = parts(whole.text, *chat.capabilities(given.room).lengths)
    shown = list(given.messages)
    for place, piece in enumerate(pieces):
        labels = whole.choices if place == len(pieces) - 1 else ()
        key = part_of(whole.key, place)
        new = replace(whole, key=key, text=piece, choices=labels)
        if place < len(given.messages):
            new = replace(new, carries_on=given.messages[0] if place else None)
            shown[place] = await _replaced(chat, given.messages[place], new)
        else:
            shown.append(await chat.say(replace(new, carries_on=shown[0])))
    for message in given.messages[len(pieces) :]:
        await chat.delete(given.room, message)
    return tuple(shown[: len(pieces)])


async def _replaced(chat: Chat, old: MessageId, new: Outgoing) -> MessageId:
    """Replaces the words of a message, or says them below it if it cannot be edited."""
    try:
        await chat.replace(new.room, old, new.text, new.choices)
    except MessageFixed:
        return await chat.say(replace(new, reply_to=old))
    return old


def choices_of(versions: tuple[Version, ...], strings: Strings) -> tuple[Choice, ...]:
    """Gives the choices under a reply with these repairs, or none."""
    return one_tap(Rupture(versions[-1].kind), strings) if versions else ()


async def keep_posts(
    unit: Unit, names: Pseudonyms, row: ReplyRow, choices: tuple[Choice, ...] = ()
) -> None:
    """Stores which messages belong to a reply, and their choices."""
    given = load_reply_body(row.body)
    body = dump_post(choices, given.scope, is_direct=given.is_direct)
    for message in (*given.messages, *given.repaired_by):
        key = names.message(given.room, message)
        post = PostRow(row.owner, key, purpose="reply", reply=row.key, at=row.at, body=body)
        await unit.put(post)
