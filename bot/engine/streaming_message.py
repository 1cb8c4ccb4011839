"""Shows a reply while it grows: first a message, then edits of the same message."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.actions.ask import Ask
from bot.choices import Choice
from bot.engine.codec import Shown, dump, load_shown
from bot.engine.exchange import without_line
from bot.engine.noticed import NO_LINE, Carried
from bot.errors import MessageFixed
from bot.ids import MessageId, SendKey
from bot.layout.markup import small, with_last
from bot.ports import Chat, Clock, Store, Unit
from bot.records import AskRow, Owner, ReplySend, send_key
from bot.strings import Strings
from bot.tasks import ended, start
from bot.text.chunking import parts
from bot.words import Edit, Outgoing, Stage

ANEW, TOLD = 98, 99  # places of a reply's sends that no message of a long one reaches
LAST_S = 5.0  # so long a send that is on its way is waited for when the reply ends


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one message of a reply shows now."""

    place: int
    text: str = field(repr=False)
    ends: bool  # nothing is added to it
    labels: tuple[str, ...] = ()


@dataclass(slots=True)
class StreamingMessage:
    """One reply on the platform. Each message's id is stored before its first edit.

    Args:
        owed: gives the small line that stands under the reply however it ends; empty for none.
        may_stand: an earlier try may have said its messages without storing their ids.
        carried: which small lines stand.
    """

    chat: Chat
    store: Store
    row: AskRow
    ask: Ask
    lock: asyncio.Lock
    person: Owner  # whose lock every change of the ask is made under
    begun: set[str] = field(default_factory=set)  # the replies whose first words are on their way
    strings: Strings = field(repr=False, kw_only=True)
    clock: Clock = field(kw_only=True)
    owed: Callable[[], Awaitable[str]] = field(kw_only=True)
    may_stand: bool = False
    carried: Carried = NO_LINE
    placeholder: MessageId | None = None
    text: str = field(default="", repr=False)
    messages: tuple[MessageId, ...] = ()
    choices: tuple[Choice, ...] = ()
    _standing: dict[MessageId, str] = field(default_factory=dict, repr=False)
    _growing: set[MessageId] = field(default_factory=set)  # of which the last was not shown yet

    def __post_init__(self) -> None:
        # After a crash the messages stand already: they are grown again, not said again.
        shown = load_shown(self.row.shown)
        self.messages, self.placeholder = shown.messages, shown.placeholder
        self._growing = set(shown.messages)

    @property
    def is_there(self) -> bool:
        """Returns whether anything of the reply stands, be it a placeholder."""
        return bool(self.messages) or self.placeholder is not None

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

    async def end(self, line: str) -> None:
        """Shows the whole reply, with a line at its end."""
        self.text = self.text.rstrip()
        await self._show(with_last(self.text, line))

    async def mark(self, mark: str) -> None:
        """Marks the shown part as incomplete; if there is none, only a placeholder goes."""
        await self.withdraw()
        if self.messages and self._standing:
            await self._show(with_last(f"{self._stood()}\n\n{mark}", await self.line()))

    async def take_away(self) -> None:
        """Deletes the shown part."""
        await self.withdraw()
        gone, self.messages, self._standing = self.messages, (), {}
        for message in gone:
            async with self.lock:
                await self.chat.delete(self.ask.room, message)

    async def fail(self, plainly: str, again: Choice, line: str, *, is_live: bool = False) -> None:
        """Says in one plain sentence that the reply failed, and offers to try again.

        Args:
            is_live: the words so far may show too, though they were held.
        """
        self.choices = (again,)
        shown = self.text.rstrip() or self._stood()
        if not shown or not (is_live or self._standing):
            await self._show(with_last(plainly, line))
        else:
            await self._show(with_last(f"{shown}\n\n{self.strings.replies.cut_off}", line))

    # The line is added where the reply ends and nowhere before, so it stands once, under the last
    # message: whole, stopped, cut off, or a plain sentence in its place. It is no part of `text`.
    # The ask keeps it until the unit that notes it as shown: killed before, the next process writes
    # the reply again in the same messages, and ends it with the same line. Where no word is shown,
    # no line is; the person's clock is unchanged, so their next reply owes it. It is read before
    # the last look at whether the reply stands, so that nothing comes between look and show.
    async def line(self) -> str:
        """Gives the small lines under the reply: the owed one, and the operator's; or nothing."""
        words = await self.owed()
        self.carried = Carried(notice=bool(words), announced=self.ask.announced)
        return small("\n".join(filter(None, (words, self.ask.announces))))

    def _stood(self) -> str:
        """Gives what stands of the reply, without the small line that an earlier try showed."""
        return without_line("".join(self._standing.values()), self.strings)

    async def hold_place(self) -> None:
        """Says a placeholder, by which the reply can be stopped before its first words."""
        new = self._new(0, self.strings.replies.coming, self.ask.message, None)
        await self._send(replace(new, stage=Stage.PLACEHOLDER))

    async def withdraw(self) -> None:
        """Deletes a placeholder whose place no words took."""
        if self.placeholder is not None:
            async with self.lock:
                with suppress(MessageFixed):  # it is gone already
                    await self.chat.delete(self.ask.room, self.placeholder)
            self.placeholder = None

    async def tell(self, text: str, choices: tuple[str, ...] = ()) -> MessageId:
        """Says something that only the person sees."""
        key, to = self.key_of(self.row, TOLD), self.ask.scope.person
        async with self.lock:
            return await self.chat.say(
                Outgoing(
                    key,
                    self.ask.room,
                    text,
                    to=to,
                    choices=choices,
                    may_be_seen=True,
                    language=self.ask.language,
                )
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
        room, language = self.ask.room, self.ask.language
        new = Outgoing(key, room, piece, reply_to=reply_to, carries_on=first, language=language)
        return replace(new, stays_here=self.ask.stays_here)

    # A placeholder has the key of the first message: one that a killed process said and did not
    # note is given back when the first words are said. Where the words come late, they have a key
    # of their own. Then both ids are stored before the placeholder is deleted: killed between any
    # two steps, the next process finds the words by their key or their id, and the placeholder by
    # its id.
    async def _show(self, text: str, *, is_last: bool = True) -> None:
        pieces = self._pieces(text, is_last=is_last)
        if pieces and self.placeholder is not None and not self.messages and not self._is_late():
            self.messages, self.placeholder = (self.placeholder,), None
            self._growing.update(self.messages)
            await self._keep_ids()
        for piece in pieces:
            is_new = piece.place >= len(self.messages)
            if is_new:
                await self._send(self._begun(piece))
            if not is_new or (piece.ends and self.may_stand):
                await self._extend(self.messages[piece.place], piece)
        await self.withdraw()

    def _pieces(self, text: str, *, is_last: bool) -> tuple[_Piece, ...]:
        found = parts(text, *self.chat.capabilities(self.ask.room).lengths)
        last = len(found) - 1
        labels = tuple(choice.label for choice in self.choices) if is_last else ()
        return tuple(
            _Piece(place, piece, is_last or place < last, labels if place == last else ())
            for place, piece in enumerate(found)
        )

    def _is_late(self) -> bool:
        """Returns whether the person has to be told that there are words now."""
        after = self.chat.capabilities(self.ask.room).growth.anew_s
        took = self.clock.now() - (self.ask.said_at or self.ask.asked_at)
        return after is not None and took > timedelta(seconds=after)

    async def _extend(self, message: MessageId, piece: _Piece) -> None:
        must_end = piece.ends and message in self._growing
        if self._standing.get(message) != piece.text or must_end or piece.labels:
            async with self.lock:
                await self._edit(message, piece)
            self._standing[message] = piece.text
        if piece.ends:
            self._growing.discard(message)
        else:
            self._growing.add(message)

    async def _edit(self, message: MessageId, piece: _Piece) -> None:
        room = self.ask.room
        if piece.labels:
            await self.chat.replace(
                room, message, Edit(piece.text, piece.labels, self.ask.language)
            )
        else:
            await self.chat.extend(room, message, piece.text, is_last=piece.ends)

    def _begun(self, piece: _Piece) -> Outgoing:
        """Gives the new message that shows a piece; it grows on unless the piece ends."""
        is_anew = self.placeholder is not None and not self.messages
        first = self.messages[0] if piece.place else None
        new = self._new(ANEW if is_anew else piece.place, piece.text, self.ask.message, first)
        is_whole = piece.ends and not self.may_stand
        return replace(new, choices=piece.labels) if is_whole else replace(new, stage=Stage.GROWING)

    async def _send(self, new: Outgoing) -> None:
        """Says a message and stores its id, also where the reply is ended meanwhile."""
        if new.stage is not Stage.PLACEHOLDER:
            self.begun.add(self.row.key)
        sending = start(self._said(new), "say")
        try:
            await asyncio.shield(sending)
        except asyncio.CancelledError:
            # What is on its way would stand there, and nobody could end it.
            await asyncio.wait({sending}, timeout=LAST_S)
            await ended(sending)
            raise

    async def _said(self, new: Outgoing) -> None:
        async with self.lock:
            message = await self.chat.say(new)
        if new.stage is Stage.PLACEHOLDER:
            self.placeholder = message
        else:
            self.messages = (*self.messages, message)
            self._standing[message] = new.text
        if new.stage is Stage.GROWING:
            self._growing.add(message)
        await self._keep_ids()

    async def _keep_ids(self) -> None:
        async def keep(unit: Unit) -> None:
            row = await unit.get(AskRow, self.row.owner, self.row.key)
            if row is not None:
                await unit.put(replace(row, shown=dump(Shown(self.messages, self.placeholder))))

        await self.store.deciding(self.person, keep)
