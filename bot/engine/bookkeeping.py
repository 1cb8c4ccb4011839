"""What is stored of a finished reply: its place, its cost, and what it corrected in passing."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.actions.ask import Ask
from bot.choices import Choice
from bot.decide.explaining import SHAPING
from bot.engine.ahead import of_finish
from bot.engine.codec import (
    ReplyBody,
    dump,
    dump_post,
)
from bot.engine.counts import GOVERNOR, count
from bot.engine.noticed import NO_LINE, Carried, note
from bot.engine.posts import keep_posts
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recent_risk import RecentRisk
from bot.engine.repair.measuring import Measuring
from bot.ids import MessageId
from bot.ports import Clock, Store, Unit
from bot.records import (
    AskRow,
    ConversationRow,
    PersonRow,
    PostRow,
    ReplyRow,
)
from bot.stamps import is_within
from bot.strings import Strings
from bot.withdrawal import asks_off

CHARACTERS_A_TOKEN = 3
DAY = timedelta(hours=24)


def governed(findings: Iterable[tuple[str, str]]) -> list[str]:
    """Names each rule and action of the governor, to be counted, without any word of the text."""
    return [f"{GOVERNOR}{one[0]}:{one[1]}" for one in findings if one not in SHAPING]


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished reply."""

    messages: tuple[MessageId, ...]
    at: datetime
    characters: int  # of the prompt and of the reply
    only_question: bool
    choices: tuple[Choice, ...] = ()
    findings: tuple[tuple[str, str], ...] = ()  # rule and action
    used: str = ""  # which rows of what was held
    made: str = ""  # which model wrote it, told what
    carried: Carried = NO_LINE
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Bookkeeping:
    """Stores what a finished reply leaves behind, unless its scope was erased meanwhile."""

    store: Store
    names: Pseudonyms
    clock: Clock
    lately: RecentRisk
    strings: Strings = field(repr=False)

    async def nothing(self, row: AskRow, ask: Ask, carried: Carried = NO_LINE) -> None:
        """Deletes an ask that led to no reply.

        Args:
            carried: the small lines that what was said in its place carried.
        """

        async def forget(unit: Unit) -> None:
            was_open = await unit.drop(AskRow, row.owner, row.key)
            if was_open:
                await self.carries(unit, row, ask, carried)

        await self.store.deciding(self.names.person(ask.scope.person), forget)

    async def said_beside(self, row: AskRow, ask: Ask, carried: Carried) -> None:
        """Stores which small lines of an ask were shown, while the ask is still open."""

        async def keep(unit: Unit) -> None:
            if await unit.get(AskRow, row.owner, row.key) is not None:
                await self.carries(unit, row, ask, carried)

        await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def offer(self, row: AskRow, ask: Ask, message: MessageId, choice: Choice) -> None:
        """Stores the choices that stand under a message about a reply."""

        async def keep(unit: Unit) -> None:
            if await unit.get(AskRow, row.owner, row.key) is None:
                return
            key = self.names.message(ask.room, message)
            body = dump_post((choice,), ask.scope, is_direct=ask.is_direct)
            at = self.clock.now()
            await unit.put(PostRow(row.owner, key, "reply", ask.reply, at, body))

        await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def reply(self, row: AskRow, ask: Ask, end: Finished) -> None:
        """Stores where a reply stands, so that it can be repaired."""

        async def keep(unit: Unit) -> None:
            await unit.read_ahead(*of_finish(self.names, row, ask))
            if await unit.get(AskRow, row.owner, row.key) is None:
                return
            await unit.drop(AskRow, row.owner, row.key)
            await self.spent(unit, ask, end.characters)
            await self._corrected(unit, row, ask)
            await self.carries(unit, row, ask, end.carried)
            if end.messages:
                await self._reply_stands(unit, row, ask, end)
            await count(unit, end.at, governed(end.findings))

        await self.store.deciding(self.names.person(ask.scope.person), keep)

    async def _reply_stands(self, unit: Unit, row: AskRow, ask: Ask, end: Finished) -> None:
        given = ReplyBody(
            ask.room, ask.scope, ask.message, end.messages, ask.is_direct, also=ask.also
        )
        reply = _reply_of(row, dump(given), end)
        await unit.put(reply)
        self.lately.replied(ask, end.text, end.at)
        await keep_posts(unit, self.names, reply, end.choices)
        talk = await unit.get(ConversationRow, row.owner, row.room)
        if talk is not None:
            asked = row.turn if asks_off(end.text, self.strings.to(ask.language).foot_lines) else 0
            talk = replace(talk, last_at=end.at, only_question=end.only_question)
            await unit.put(replace(talk, asked_off=asked))

    async def spent(self, unit: Unit, ask: Ask, characters: int) -> None:
        """Adds a reply's tokens to its person's count of the day."""
        owner, now = self.names.person(ask.scope.person), self.clock.now()
        person = await unit.get(PersonRow, owner) or PersonRow(owner)
        is_same_day = is_within(person.day_at, now, DAY)
        tokens = characters // CHARACTERS_A_TOKEN + (person.day_tokens if is_same_day else 0)
        day_at = person.day_at if is_same_day else now
        await unit.put(replace(person, day_at=day_at, day_tokens=tokens))

    async def carries(self, unit: Unit, row: AskRow, ask: Ask, carried: Carried) -> None:
        """Stores that these small lines of an ask are shown now."""
        at = self.clock.now()
        if carried.notice and not ask.is_direct:
            await note(unit, row.owner, at)
        person = await unit.get(PersonRow, self.names.person(ask.scope.person)) if carried else None
        if person is not None:
            announced = carried.announced or person.announced
            told = replace(person, announced=announced)
            await unit.put(_noticed(told, ask, at) if carried.notice else told)

    async def _corrected(self, unit: Unit, row: AskRow, ask: Ask) -> None:
        """Records a repair that a message made in passing like one that was asked for alone."""
        reply = await unit.get(ReplyRow, row.owner, ask.corrects) if ask.corrects else None
        talk = await unit.get(ConversationRow, row.owner, row.room)
        if reply is not None and talk is not None and ask.rupture is not None:
            measuring = Measuring(unit, self.names, self.clock.now())
            await measuring.measure(reply, ask, ask.rupture)
            await measuring.holds(row.owner, row.room, ask.corrects, ask.rupture)


def _noticed(person: PersonRow, ask: Ask, at: datetime) -> PersonRow:
    met_at = (person.met_at or at) if ask.greets else person.met_at
    return replace(person, noticed_at=at, met_at=met_at)


def _reply_of(row: AskRow, body: str, end: Finished) -> ReplyRow:
    """Gives the row of a reply that stands, under the epochs that it was asked for under."""
    reply = ReplyRow(row.owner, row.key, room=row.room, at=end.at, turn=row.turn, body=body)
    findings = json.dumps(end.findings)
    reply = replace(reply, answers=row.answers, findings=findings, used=end.used, made=end.made)
    reply = replace(reply, said=row.said, epoch=row.epoch, space_epoch=row.space_epoch)
    return replace(reply, house_epoch=row.house_epoch)
