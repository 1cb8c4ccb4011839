"""What is kept once a reply stands: where it is, what it cost, what its repair was."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.actions import Ask, Choice
from bot.engine.ahead import of_finish
from bot.engine.codec import (
    ReplyBody,
    Sending,
    dump,
    dump_post,
    dump_versions,
    load_reply_body,
    load_versions,
)
from bot.engine.corrections import came_again, corrected
from bot.engine.counts import count
from bot.engine.noticed import note
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.streaming_message import keep_posts
from bot.ids import MessageId
from bot.ports import Clock, Store, Unit
from bot.records import (
    AskRow,
    ConversationRow,
    DueRow,
    ForgetWords,
    OutboxRow,
    Owner,
    PersonRow,
    PostRow,
    RepairRow,
    ReplyRow,
    key_of,
)
from bot.repair import one_tap
from bot.repair.stack import UNDO_FOR, Version
from bot.rupture import Rupture
from bot.stamps import is_within
from bot.withdrawal import asks_off

CHARACTERS_A_TOKEN = 3
DAY = timedelta(hours=24)


def governed(findings: Iterable[tuple[str, str]]) -> list[str]:
    """Names what the governor did, to be counted: each rule and action, never a word."""
    return [f"governor:{rule}:{action}" for rule, action in findings]


@dataclass(frozen=True, slots=True)
class Finished:
    """A reply as it stands at its end."""

    messages: tuple[MessageId, ...]
    at: datetime
    characters: int  # of the prompt and of the reply
    only_question: bool
    choices: tuple[Choice, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()  # rule and action
    is_noticed: bool = False  # it carries the notice that this is an AI
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A better reply, the one it is for, and the words it takes the place of."""

    given: ReplyBody
    kind: Rupture
    text: str = field(repr=False)
    before: str = field(repr=False)
    only_question: bool = False
    characters: int = 0  # of the prompt and of the better reply
    findings: tuple[tuple[str, str], ...] = ()  # rule and action


@dataclass(frozen=True, slots=True)
class Bookkeeping:
    """Keeps what a finished reply leaves behind. Nothing, when its scope was erased meanwhile."""

    store: Store
    names: Pseudonyms
    clock: Clock
    lately: RecentRisk

    async def nothing(self, row: AskRow, ask: Ask) -> None:
        """Forgets an ask that led to no reply."""

        async def forget(unit: Unit) -> None:
            await unit.drop(AskRow, row.owner, row.key)

        await self.store.deciding(self.names.person(ask.scope.person), forget)

    async def offer(self, row: AskRow, ask: Ask, message: MessageId, choice: Choice) -> None:
        """Keeps what a message about a reply offers to do for it."""

        async def keep(unit: Unit) -> None:
            if await unit.get(AskRow, row.owner, row.key) is None:
                return
            key = self.names.message(ask.room, message)
            body = dump_post((choice,), ask.scope, is_direct=ask.is_direct)
            at = self.clock.now()
            await unit.put(PostRow(row.owner, key, "reply", ask.reply, at, body))

        await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def reply(self, row: AskRow, ask: Ask, end: Finished) -> None:
        """Keeps where a reply stands, so that it can be repaired."""

        async def keep(unit: Unit) -> None:
            await unit.read_ahead(*of_finish(self.names, row, ask))
            if await unit.get(AskRow, row.owner, row.key) is None:
                return
            await unit.drop(AskRow, row.owner, row.key)
            await self._count(unit, ask, end.characters)
            await self._corrected(unit, row, ask)
            if end.is_noticed:
                await self._noticed(unit, row, ask, end.at)
            if end.messages:
                await self._reply_stands(unit, row, ask, end)
            await count(unit, end.at, governed(end.findings))

        await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def _reply_stands(self, unit: Unit, row: AskRow, ask: Ask, end: Finished) -> None:
        given = ReplyBody(
            ask.room, ask.scope, ask.message, end.messages, ask.is_direct, also=ask.also
        )
        reply = ReplyRow(
            row.owner, row.key, room=row.room, at=end.at, turn=row.turn, body=dump(given)
        )
        reply = replace(reply, answers=row.answers, findings=json.dumps(end.findings))
        await unit.put(reply)
        self.lately.replied(ask, end.text, end.at)
        await keep_posts(unit, self.names, reply, end.choices)
        talk = await unit.get(ConversationRow, row.owner, row.room)
        if talk is not None:
            asked = row.turn if asks_off(end.text) else 0
            talk = replace(talk, last_at=end.at, only_question=end.only_question)
            await unit.put(replace(talk, asked_off=asked))

    async def _count(self, unit: Unit, ask: Ask, characters: int) -> None:
        owner, now = self.names.person(ask.scope.person), self.clock.now()
        person = await unit.get(PersonRow, owner) or PersonRow(owner)
        is_same_day = is_within(person.day_at, now, DAY)
        tokens = characters // CHARACTERS_A_TOKEN + (person.day_tokens if is_same_day else 0)
        day_at = person.day_at if is_same_day else now
        await unit.put(replace(person, day_at=day_at, day_tokens=tokens))

    async def _noticed(self, unit: Unit, row: AskRow, ask: Ask, at: datetime) -> None:
        if not ask.is_direct:
            await note(unit, row.owner, at)
        person = await unit.get(PersonRow, self.names.person(ask.scope.person))
        if person is not None:
            await unit.put(replace(person, noticed_at=at))

    async def keep_before(self, row: AskRow, ask: Ask, repaired: Repaired) -> None:
        """Keeps the words before a repair, sealed and for a day, before they are replaced."""

        async def keep(unit: Unit) -> None:
            reply = await unit.get(ReplyRow, row.owner, ask.reply)
            if reply is None:
                return
            versions = load_versions(reply.before)
            standing, begun = versions[: reply.repairs], versions[reply.repairs :]
            number, now = await self._number(unit, row, ask), self.clock.now()
            version = Version(ask.by, repaired.kind.value, number, at=now)
            if ask.in_place:  # what an earlier process began to replace is not what stood before
                version = replace(version, text=begun[0].text if begun else repaired.before)
            await unit.put(replace(reply, before=dump_versions((*standing, version))))
            key = key_of(ForgetWords(ask.reply))
            if await unit.get(DueRow, row.owner, key) is None:
                person = self.names.person(ask.scope.person)
                await unit.put(DueRow(row.owner, key, now + UNDO_FOR, person))

        await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def _number(self, unit: Unit, row: AskRow, ask: Ask) -> int:
        every = await unit.find(RepairRow, row.owner)
        return 1 + sum(one.key.startswith(ask.reply + ":") for one in every)

    async def repair(
        self, row: AskRow, ask: Ask, repaired: Repaired, messages: tuple[MessageId, ...]
    ) -> OutboxRow | None:
        """Keeps that a reply was repaired, how, and how long it took: never its words.

        Gives what puts the words back that stood before, where it was taken back while it was
        shown: then nothing is learnt of it.
        """

        async def keep(unit: Unit) -> OutboxRow | None:
            await unit.read_ahead(*of_finish(self.names, row, ask))
            reply = await unit.get(ReplyRow, row.owner, ask.reply)
            asked = await unit.get(AskRow, row.owner, row.key)
            if asked is None or reply is None:
                return None
            await unit.drop(AskRow, row.owner, row.key)
            await self._count(unit, ask, repaired.characters)
            given = _standing(load_reply_body(reply.body), ask, messages)
            *earlier, newest = load_versions(reply.before) or (Version("", "", 1),)
            newest = newest if ask.in_place else replace(newest, messages=messages)
            kept = replace(
                reply,
                repairs=len(earlier) + 1,
                rupture=repaired.kind.value,
                before=dump_versions((*earlier, newest)),
                findings=json.dumps(repaired.findings),
                body=dump(given),
            )
            await unit.put(kept)
            await keep_posts(unit, self.names, kept, one_tap(repaired.kind))
            await count(unit, self.clock.now(), governed(repaired.findings))
            if asked.state != "open":
                return await self._take_back(unit, row, ask, newest.number)
            await self._measure(unit, kept, ask, repaired.kind)
            await self._correct(unit, row, ask, repaired)
            return None

        return await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def _take_back(self, unit: Unit, row: AskRow, ask: Ask, number: int) -> OutboxRow:
        sending = Sending(ask.room, ask.scope, ask.is_direct, None, ask.reply, (number,))
        key, at = f"{row.key}:back", self.clock.now()
        back = OutboxRow(row.owner, key, at=at, body=dump(sending))
        await unit.put(back)
        return back

    async def unchanged(self, row: AskRow, ask: Ask, repaired: Repaired) -> None:
        """Keeps what a repair said that changed no reply: it holds and teaches all the same."""

        async def keep(unit: Unit) -> None:
            await unit.read_ahead(*of_finish(self.names, row, ask))
            reply = await unit.get(ReplyRow, row.owner, ask.reply)
            asked = await unit.get(AskRow, row.owner, row.key)
            await unit.drop(AskRow, row.owner, row.key)
            if reply is None or asked is None or asked.state != "open":
                return
            await self._count(unit, ask, repaired.characters)
            await count(unit, self.clock.now(), governed(repaired.findings))
            await self._measure(unit, reply, ask, repaired.kind)
            talk = await unit.get(ConversationRow, row.owner, row.room)
            if talk is not None:
                await unit.put(corrected(talk, ask.reply, repaired.kind))

        await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def _measure(self, unit: Unit, reply: ReplyRow, ask: Ask, kind: Rupture) -> None:
        owner, now = Owner(reply.owner), self.clock.now()
        talk = await unit.get(ConversationRow, owner, reply.room)
        since = talk.started_at if talk is not None else None
        every = await unit.find(RepairRow, owner)
        earlier = [one for one in every if one.key.startswith(reply.key + ":")]
        if earlier:
            await unit.put(replace(earlier[-1], again=True))
        for one in every:
            if one.kind == kind.value and came_again(one, reply, since):
                await unit.put(replace(one, failed=True))
        seconds = (now - ask.asked_at).total_seconds()
        key, level = f"{reply.key}:{len(earlier) + 1:02}", int(ask.level)
        done = RepairRow(owner, key, at=now, kind=kind.value, seconds=seconds, level=level)
        message = self.names.message(ask.room, ask.source) if ask.source is not None else ""
        await unit.put(replace(done, room=reply.room, turn=reply.turn, message=message))

    async def _correct(self, unit: Unit, row: AskRow, ask: Ask, repaired: Repaired) -> None:
        talk = await unit.get(ConversationRow, row.owner, row.room)
        self.lately.replied(ask, repaired.text, self.clock.now())
        if talk is not None:
            talk = corrected(talk, ask.reply, repaired.kind)
            asked = talk.turn if asks_off(repaired.text) else 0
            talk = replace(talk, only_question=repaired.only_question, asked_off=asked)
            await unit.put(talk)

    async def _corrected(self, unit: Unit, row: AskRow, ask: Ask) -> None:
        """Records the repair that a message made in passing, as if it had been asked for alone."""
        reply = await unit.get(ReplyRow, row.owner, ask.corrects) if ask.corrects else None
        talk = await unit.get(ConversationRow, row.owner, row.room)
        if reply is not None and talk is not None and ask.rupture is not None:
            await self._measure(unit, reply, ask, ask.rupture)
            await unit.put(corrected(talk, ask.corrects, ask.rupture))


def _standing(given: ReplyBody, ask: Ask, messages: tuple[MessageId, ...]) -> ReplyBody:
    if ask.in_place:
        return replace(given, messages=messages)
    return replace(given, repaired_by=(*given.repaired_by, *messages))
