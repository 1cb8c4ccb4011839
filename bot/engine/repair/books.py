"""What is stored of one repair: the words before it for a day, and never its own words."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from bot.actions.ask import Ask
from bot.choices import Choice
from bot.engine.ahead import of_finish
from bot.engine.bookkeeping import Bookkeeping, governed
from bot.engine.codec import (
    ReplyBody,
    dump,
    dump_versions,
    load_reply_body,
    load_versions,
)
from bot.engine.corrections import corrected
from bot.engine.counts import count
from bot.engine.posts import keep_posts
from bot.engine.repair.measuring import Measuring
from bot.engine.repair.returning import Returning
from bot.ids import MessageId
from bot.levels import Stance
from bot.ports import Unit
from bot.records import (
    AskRow,
    ConversationRow,
    DueRow,
    ForgetWords,
    OutboxRow,
    RepairRow,
    ReplyRow,
    key_of,
)
from bot.repair import Mended, under
from bot.repair.stack import UNDO_FOR, Version
from bot.rupture import Rupture
from bot.strings import Strings
from bot.withdrawal import asks_off

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A better reply, the reply it repairs, and the words it replaces.

    Args:
        kind: what it is repaired as; None: it answers an edited message, and repairs nothing.
    """

    given: ReplyBody
    kind: Rupture | None
    text: str = field(repr=False)
    before: str = field(repr=False)
    only_question: bool = False
    characters: int = 0  # of the prompt and of the better reply
    findings: tuple[tuple[str, str], ...] = ()  # rule and action
    tried: tuple[Rupture, ...] = ()  # what it was repaired as before
    stance: Stance | None = None  # what was wanted when it was asked
    used: str = ""  # which rows of what was held
    made: str = ""  # which model wrote it, told what

    def choices(self, strings: Strings) -> tuple[Choice, ...]:
        """Gives the choices under it, the likeliest first."""
        kinds = self.tried if self.kind is None else (*self.tried, self.kind)
        return under(Mended(kinds, self.text, self.stance), strings)


@dataclass(frozen=True, slots=True)
class RepairBooks:
    """Stores what one repair leaves behind, unless its scope was erased meanwhile."""

    books: Bookkeeping
    row: AskRow
    ask: Ask
    repaired: Repaired

    async def keep_before(self) -> None:
        """Stores the words before a repair, sealed and for a day, before they are replaced."""
        await self._deciding(self._before)

    async def stands(self, messages: tuple[MessageId, ...]) -> OutboxRow | None:
        """Records that a reply was repaired, how, and how long it took: never its words.

        Gives the row that restores the old words if the repair was undone while it was shown; then
        nothing is learnt from it.
        """
        return await self._deciding(partial(self._stands, messages))

    async def unchanged(self) -> None:
        """Records a repair whose reply came out the same: its correction holds and teaches."""
        await self._deciding(self._unchanged)

    async def _deciding(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        person = self.books.names.person(self.ask.scope.person)
        return await self.books.store.deciding(person, work)

    # -- before it is shown --------------------------------------------------------------------

    async def _before(self, unit: Unit) -> None:
        reply = await unit.get(ReplyRow, self.row.owner, self.ask.reply)
        if reply is None:
            return
        versions = load_versions(reply.before)
        standing, begun = versions[: reply.repairs], versions[reply.repairs :]
        version = replace(await self._version(unit, standing), made=reply.made)
        if self.ask.in_place:  # what an earlier process began to replace is not what stood before
            version = replace(version, text=begun[0].text if begun else self.repaired.before)
        await unit.put(replace(reply, before=dump_versions((*standing, version))))
        await self._forget_in_time(unit)

    async def _version(self, unit: Unit, standing: tuple[Version, ...]) -> Version:
        every = await unit.find(RepairRow, self.row.owner)
        numbers = (one.number for one in every if one.reply == self.ask.reply)
        number = 1 + max((*numbers, *(one.number for one in standing)), default=0)
        return Version(self.ask.by, self._kind, number, at=self.books.clock.now())

    @property
    def _kind(self) -> str:
        return self.repaired.kind.value if self.repaired.kind is not None else ""

    async def _forget_in_time(self, unit: Unit) -> None:
        key = key_of(ForgetWords(self.ask.reply))
        if await unit.get(DueRow, self.row.owner, key) is None:
            person = self.books.names.person(self.ask.scope.person)
            at = self.books.clock.now() + UNDO_FOR
            await unit.put(DueRow(self.row.owner, key, at, person))

    # -- when it is shown ----------------------------------------------------------------------

    async def _stands(self, messages: tuple[MessageId, ...], unit: Unit) -> OutboxRow | None:
        reply, asked = await self._read(unit)
        if asked is None or reply is None:
            return None
        await unit.drop(AskRow, self.row.owner, self.row.key)
        await self.books.spent(unit, self.ask, self.repaired.characters)
        kept, number = self._kept(reply, messages)
        await unit.put(kept)
        choices = self.repaired.choices(self.books.strings.to(self.ask.language))
        await keep_posts(unit, self.books.names, kept, choices)
        await count(unit, self.books.clock.now(), governed(self.repaired.findings))
        if asked.state != "open":
            return await Returning(self.books, self.row, self.ask).row_for(unit, number)
        if self.repaired.kind is not None:
            await self._measuring(unit).measure(kept, self.ask, self.repaired.kind, number)
        await self._correct(unit)
        return None

    def _kept(self, reply: ReplyRow, messages: tuple[MessageId, ...]) -> tuple[ReplyRow, int]:
        """Gives the reply as it stands now, and the number of its newest repair."""
        *earlier, newest = load_versions(reply.before) or (Version("", "", 1),)
        newest = newest if self.ask.in_place else replace(newest, messages=messages)
        kept = replace(
            reply,
            repairs=len(earlier) + 1,
            before=dump_versions((*earlier, newest)),
            findings=json.dumps(self.repaired.findings),
            used=self.repaired.used,
            made=self.repaired.made,
            body=dump(self._given(load_reply_body(reply.body), messages)),
        )
        if self.repaired.kind is None:
            return replace(kept, anew=kept.anew + 1, said=self.row.said), newest.number
        return replace(kept, rupture=self._kind), newest.number

    def _given(self, given: ReplyBody, messages: tuple[MessageId, ...]) -> ReplyBody:
        if self.ask.in_place:
            return replace(given, messages=messages)
        return replace(given, repaired_by=(*given.repaired_by, *messages))

    async def _correct(self, unit: Unit) -> None:
        talk = await unit.get(ConversationRow, self.row.owner, self.row.room)
        text = self.repaired.text
        self.books.lately.replied(self.ask, text, self.books.clock.now())
        if talk is not None:
            if self.repaired.kind is not None:
                talk = corrected(talk, self.ask.reply, self.repaired.kind)
            asks = asks_off(text, self.books.strings.to(self.ask.language).foot_lines)
            asked = talk.turn if asks else 0
            only = self.repaired.only_question
            await unit.put(replace(talk, only_question=only, asked_off=asked))

    # -- when the first reply stays ------------------------------------------------------------

    async def _unchanged(self, unit: Unit) -> None:
        reply, asked = await self._read(unit)
        await unit.drop(AskRow, self.row.owner, self.row.key)
        if reply is None or asked is None or asked.state != "open":
            return
        await self.books.spent(unit, self.ask, self.repaired.characters)
        await count(unit, self.books.clock.now(), governed(self.repaired.findings))
        measuring, kind = self._measuring(unit), self.repaired.kind
        if kind is not None:
            await measuring.measure(reply, self.ask, kind)
            await measuring.holds(self.row.owner, self.row.room, self.ask.reply, kind)

    async def _read(self, unit: Unit) -> tuple[ReplyRow | None, AskRow | None]:
        await unit.read_ahead(*of_finish(self.books.names, self.row, self.ask))
        reply = await unit.get(ReplyRow, self.row.owner, self.ask.reply)
        return reply, await unit.get(AskRow, self.row.owner, self.row.key)

    def _measuring(self, unit: Unit) -> Measuring:
        return Measuring(unit, self.books.names, self.books.clock.now())
