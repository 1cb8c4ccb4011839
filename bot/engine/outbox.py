"""Outbox: sends committed sends in their room's order, idempotent by key, with retries."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field, replace

import structlog

from bot.actions.platform import Delete, React, Replace, Say, Unreact
from bot.engine.backoff import Backoff
from bot.engine.codec import (
    Sending,
    dump,
    dump_post,
    dump_versions,
    load_reply_body,
    load_sending,
    load_versions,
)
from bot.engine.lanes import Lanes
from bot.engine.offers import stands
from bot.engine.open_rows import in_order, is_vital
from bot.engine.passing import Passing
from bot.engine.posts import choices_of, keep_posts, put_in_place, put_or_say
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.saying import say
from bot.errors import MessageFixed, NotAllowed, PlatformAway, PlatformError, RoomGone
from bot.ids import MessageId, Scope, SendKey
from bot.metering import NO_METER, Meter, Refusal, refusal_of
from bot.ports import Chat, Store, Unit
from bot.records import (
    HOUSE,
    STAYS,
    EndLine,
    OutboxRow,
    PostRow,
    ReplyRow,
    TrayRow,
    task_of,
    that_it_stays,
)
from bot.repair.stack import TakenBack, makers_after, taken_back
from bot.strings import Strings
from bot.words import Outgoing

log = structlog.get_logger()


@dataclass(slots=True)
class Outbox:
    """Sends outbox rows. Sends that the same people read never overlap."""

    chat: Chat
    store: Store
    names: Pseudonyms
    rooms: Lanes[asyncio.Lock] = field(default_factory=lambda: Lanes(asyncio.Lock))
    later: Backoff = field(default_factory=Backoff)
    left: set[str] = field(default_factory=set)  # keys of rows that wait until the platform is back
    vital: set[str] = field(default_factory=set)  # those of them that are for a life at risk
    strings: Strings = field(repr=False, kw_only=True)
    meter: Meter = field(default=NO_METER, kw_only=True)

    async def rows(self, rows: tuple[OutboxRow, ...]) -> None:
        """Sends these rows in order; a row that fails stays, and holds up no other."""
        for row in rows:
            sending = load_sending(row.body)
            for _ in range(2 if is_vital(row, self.strings) else 1):
                if await self._one(row, sending):
                    break

    # Why no send is lost, and which may be tried twice. The row is written in the unit that
    # decides, and dropped in another after the platform took it. A kill can fall in three places.
    # Before the send: the row stands, and `Engine.recover` sends it. After it: it stands too, and
    # it is sent again, under the same key, by which a platform tells that it said it already.
    # After the drop: all is done. To drop first would lose a send in the second place; to write no
    # row and send at once would lose it in the first.
    # Replace, React, Unreact and Delete have no key and need none: twice leaves what once leaves.
    # A long text goes out in parts, each with a key of its own, so a kill between two repeats none.
    # `was_open` in `_done` is for an erase while the send was on its way: the row went with its
    # person, and nothing that the send left may be kept after that, or a card would come back.
    # `test_kills_cuts_and_faults_lose_and_double_nothing` kills it at moments drawn by chance.
    async def _one(self, row: OutboxRow, sending: Sending) -> bool:
        """Sends one row; False if the platform refused it, and is not merely away."""
        try:
            async with self.rooms[_lane(sending)]:
                messages = await self._send(row, sending)
                await self._done(row, sending, messages)
            self.later.over(row.key)
        except PlatformAway:
            log.warning("a send waits: the platform is away")
            self.meter.refused(Refusal.AWAY)
            self._wait(row)
        except PlatformError as failure:
            return await self._refused(row, sending, failure)
        except Exception as failure:  # around one send: the others go on
            log.error("a send failed and waits", error=type(failure).__name__)
            self._wait(row)
        return True

    def _wait(self, row: OutboxRow) -> None:
        self.left.add(row.key)
        if is_vital(row, self.strings):
            self.vital.add(row.key)

    async def _refused(self, row: OutboxRow, sending: Sending, failure: PlatformError) -> bool:
        """Keeps a refused send for a retry; True if no retry can help."""
        takes_away, error = isinstance(sending.action, Delete), type(failure).__name__
        self.meter.refused(refusal_of(failure))
        is_gone = takes_away and isinstance(failure, MessageFixed)
        is_mark = isinstance(sending.action, React | Unreact)  # nobody waits for one
        is_final = is_gone or is_mark or isinstance(failure, RoomGone)
        is_final |= takes_away and isinstance(failure, NotAllowed)
        if is_final or (takes_away and not self.later.refused(row.key)):
            stays = takes_away and not (is_gone or sending.is_direct)
            await self._give_up(row, sending, stays=stays)
            return True
        what = "is tried again" if takes_away else "stays for the next start"
        log.warning(f"a send {what}", error=error)
        if is_vital(row, self.strings):
            self._wait(row)
        return False

    async def _give_up(self, row: OutboxRow, sending: Sending, *, stays: bool) -> None:
        """Gives a send up; tells the person if a message could not be deleted and stays.

        If they erased everything meanwhile, nothing is stored and nobody is told.
        """
        if stays:
            log.warning("a message stays: it cannot be taken away there")
        is_told = (
            stays and not isinstance(task_of(row.key), EndLine) and await self._told(row, sending)
        )

        async def forget(unit: Unit) -> None:
            was_open = await unit.drop(OutboxRow, row.owner, row.key)
            if stays and not is_told and was_open:
                await unit.put(self._waiting(row, sending.scope))

        await self.store.deciding(self.names.person(sending.scope.person), forget)
        self.later.over(row.key)

    async def _told(self, row: OutboxRow, sending: Sending) -> bool:
        """Tells the person privately that a message stays; False if that is impossible."""
        key, to = that_it_stays(row.key), sending.scope.person
        try:
            said, language = self.strings.to(sending.language), sending.language
            await self.chat.say(
                Outgoing(key, sending.room, said.rooms.stays, to=to, language=language)
            )
        except PlatformError:
            return False
        return True

    def _waiting(self, row: OutboxRow, scope: Scope) -> TrayRow:
        """Gives the tray line that says so on the person's next private occasion."""
        key = TrayRow.key_of(self.names.scope(scope), STAYS)
        body = dump_post((), scope, is_direct=False)
        return TrayRow(self.names.person(scope.person), key, at=row.at, body=body)

    async def again(self) -> None:
        """Sends the rows that wait for a platform or the store to be back."""
        late = self.later.round()
        rows = await self._taken_up(self.left | late)
        for key in late - {row.key for row in rows}:
            self.later.over(key)
        await self.rows(rows)

    async def vital_again(self) -> None:
        """Sends those of the rows that wait that hold the words for a life at risk."""
        await self.rows(await self._taken_up(self.vital))

    async def _taken_up(self, keys: Collection[str]) -> tuple[OutboxRow, ...]:
        """Gives those of these rows that are still there, in order; they wait no more."""
        keys = frozenset(keys)  # what begins to wait during the sweep waits on
        rows = await self.store.sweep(OutboxRow) if keys else ()
        self.left -= keys  # only now: had the sweep failed, they would wait on
        self.vital -= keys
        return in_order(tuple(row for row in rows if row.key in keys))

    async def _send(self, row: OutboxRow, sending: Sending) -> tuple[MessageId, ...]:
        room, action = sending.room, sending.action
        match action:
            case Say():
                return (await say(self.chat, SendKey(row.key), sending, action),)
            case Replace():
                return (await put_or_say(self.chat, row, sending, action),)
            case React():
                await self.chat.react(room, action.message, action.emoji)
            case Unreact():
                await self.chat.unreact(room, action.message, action.emoji)
            case Delete():
                await self.chat.delete(room, action.message)
            case None:
                return await self._restore(row, sending)
        return ()

    async def _restore(self, row: OutboxRow, sending: Sending) -> tuple[MessageId, ...]:
        """Restores the words from before some repairs, and deletes the repairs' own messages."""

        async def read(unit: Unit) -> ReplyRow | None:
            return await unit.get(ReplyRow, self.names.scope(sending.scope), sending.restore)

        reply = await self.store.reading(read)
        if reply is None:
            return ()
        given, back = load_reply_body(reply.body), _back(reply, sending)
        for message in back.messages:
            await self.chat.delete(given.room, message)
        if back.text is None:
            return given.messages
        said, language = self.strings.to(sending.language), sending.language
        labels = tuple(one.label for one in choices_of(back.versions, back.text, said))
        key, room = SendKey(row.key), given.room
        whole = Outgoing(key, room, back.text, choices=labels, language=language)
        return await put_in_place(self.chat, given, whole)

    async def _done(
        self, row: OutboxRow, sending: Sending, messages: tuple[MessageId, ...]
    ) -> None:
        async def done(unit: Unit) -> None:
            was_open = await unit.drop(OutboxRow, row.owner, row.key)
            if row.owner == HOUSE or not was_open:  # erased meanwhile: nothing more is kept of it
                return
            if sending.restore and messages:
                await self._restored(unit, sending, messages)
            post = self._post(row, sending, messages[0] if messages else None)
            if post is not None:
                await unit.put(post)
            if isinstance(sending.action, Say) and sending.action.reply and messages:
                await stands(unit, self.names, sending, messages[0])
            if _passes(sending) and messages and row.at is not None:
                await Passing(unit, self.names).keep(sending, messages[-1], row.at)

        await self.store.deciding(self.names.person(sending.scope.person), done)

    async def _restored(
        self, unit: Unit, sending: Sending, messages: tuple[MessageId, ...]
    ) -> None:
        row = await unit.get(ReplyRow, self.names.scope(sending.scope), sending.restore)
        if row is None:
            return
        given, back = load_reply_body(row.body), _back(row, sending)
        for gone in back.messages:
            await unit.drop(PostRow, row.owner, self.names.message(given.room, gone))
        left = tuple(one for one in given.repaired_by if one not in back.messages)
        given = replace(given, messages=messages, repaired_by=left)
        stack, stands = makers_after(load_versions(row.before), back.versions, row.made)
        before, repairs = dump_versions(stack), len(stack)
        anew = sum(one.is_anew for one in back.versions)
        row = replace(row, repairs=repairs, anew=anew, before=before, body=dump(given))
        row = replace(row, made=stands)
        await unit.put(row)
        said = self.strings.to(sending.language)
        choices = choices_of(back.versions, back.text or "", said)
        await keep_posts(unit, self.names, row, choices)

    def _post(self, row: OutboxRow, sending: Sending, message: MessageId | None) -> PostRow | None:
        match sending.action:
            case Say(choices=choices, scope=about, reply=about_reply) if choices and message:
                scope = about or sending.scope
                is_elsewhere = about is not None and about != sending.scope
                owner = self.names.person(scope.person) if is_elsewhere else self.names.scope(scope)
                is_direct = sending.is_direct and not is_elsewhere
                body = dump_post(choices, scope, is_direct=is_direct)
                key = self.names.message(sending.room, message)
                return PostRow(owner, key, "card", about_reply, row.at, body)
            case Replace(message=replaced, choices=choices, reply=reply):
                body = dump_post(choices, sending.scope, is_direct=sending.is_direct)
                owner, key = (
                    self.names.scope(sending.scope),
                    self.names.message(sending.room, message or replaced),
                )
                purpose = "reply" if reply else "card"
                return PostRow(owner, key, purpose, reply, row.at, body)
            case _:
                return None


def _lane(sending: Sending) -> str:
    """Gives the lane of a send: its room's, or its person's there where they alone read it."""
    # A hundred people who give a command in one room, or tap on their cards, wait for the platform
    # at once: in one lane each would wait for all answers before, and a platform may show meanwhile
    # that none comes. A card that was answered is its person's, and stands already: whatever else
    # is said in the room comes neither before nor after it.
    match sending.action:
        case Say(to=to, may_be_seen=False) if to is not None and not sending.is_direct:
            return f"{sending.room} {to}"
        case Replace(reply="") if not sending.is_direct:
            return f"{sending.room} {sending.scope.person}"
    return sending.room


def _passes(sending: Sending) -> bool:
    return isinstance(sending.action, Say) and sending.action.passes and not sending.is_direct


def _back(reply: ReplyRow, sending: Sending) -> TakenBack:
    return taken_back(load_versions(reply.before), sending.numbers)
