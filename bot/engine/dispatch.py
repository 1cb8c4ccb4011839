"""Dispatch: after the commit of a decision its sends go out, and its reply is written meanwhile.

A person has one lane, so replies keep their order; then people and spaces wait in a fair queue.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog

from bot.actions.ask import Ask
from bot.crisis import texts
from bot.decide.crisis import UNSURE
from bot.engine.codec import load_ask
from bot.engine.fair_queue import FairQueue, Turn
from bot.engine.lanes import Lanes
from bot.engine.outbox import Outbox
from bot.engine.reply_inputs import Facts
from bot.engine.workbench import Workbench
from bot.engine.writing import Writing
from bot.errors import PlatformAway, PlatformError, StoreError
from bot.layout.markup import with_last
from bot.records import AskRow, OutboxRow, Owner
from bot.tasks import ended, start

log = structlog.get_logger()
TOO_LATE = timedelta(hours=1)


@dataclass(slots=True)
class Dispatch:
    """Sends what decisions put into the outbox, and answers their asks."""

    outbox: Outbox
    writing: Writing
    turns: FairQueue  # who is next, of people and of spaces
    # Told of each reply before its turn, and whether it would have to wait.
    make_way: Callable[[Ask, bool], None] = lambda _ask, _waits: None
    left: set[str] = field(default_factory=set)  # asks that wait until the platform is back
    lanes: Lanes[asyncio.Lock] = field(default_factory=lambda: Lanes(asyncio.Lock))  # a person each

    @property
    def bench(self) -> Workbench:
        """The parts with which replies are written."""
        return self.writing.bench

    def all(
        self, sends: tuple[OutboxRow, ...], ask: AskRow | None, facts: Facts | None = None
    ) -> Coroutine[Any, Any, None]:
        """Gives the work of a decision: its sends, then its reply; a failure is told or waits."""
        return self._sent(sends) if ask is None else self._ask(sends, ask, facts)

    async def _sent(self, sends: tuple[OutboxRow, ...]) -> None:
        try:
            await self.outbox.rows(sends)
        except (PlatformAway, StoreError) as failure:
            log.warning("a send waits: what it needs is away", error=type(failure).__name__)
        except Exception as failure:
            log.error("follow failed", error=type(failure).__name__)

    async def _ask(
        self,
        sends: tuple[OutboxRow, ...],
        row: AskRow,
        facts: Facts | None = None,
        *,
        is_resumed: bool = False,
    ) -> None:
        """Writes a reply in its turn, unless it was outdated while it waited for that."""
        ask = load_ask(row.body)
        person = self.bench.names.person(ask.scope.person)
        lane = self.lanes[person]
        turn = self._turn(ask, person)
        self.make_way(ask, turn.locked())
        has_waited = is_resumed or lane.locked() or turn.locked()
        async with self._telling_failures(row), self._in_turn(lane, sends), turn:
            if has_waited and not await self.bench.stands(row):
                stopped = self.bench.strings_for(ask).replies.stopped
                await self.writing.answering.mark_unfinished(row, stopped)
            else:
                await self.writing.reply(row, None if has_waited else facts)

    def _turn(self, ask: Ask, person: Owner) -> Turn:
        """Gives the turn of a reply; where a life is at risk it is as of who never asked before."""
        is_grave = ask.crisis not in ("", UNSURE)
        return self.turns.turn(ask.scope.space, "" if is_grave else person)

    @asynccontextmanager
    async def _telling_failures(self, row: AskRow) -> AsyncIterator[None]:
        """Lets a reply wait whose platform or store is away; tells its person of other failures."""
        try:
            yield
        except (PlatformAway, StoreError) as failure:
            log.warning("a reply waits: what it needs is away", error=type(failure).__name__)
            self.left.add(row.key)
            if isinstance(failure, StoreError):
                await self._stand_in(row)
            return
        except Exception as failure:
            log.error("follow failed", error=type(failure).__name__)
            await self._tell_failed(row)
        self.bench.begun.discard(row.key)

    # A person's replies are written one at a time, in the order of their messages. What a decision
    # says besides waits for no turn: first of all the words for a life at risk, which may come
    # while an earlier reply is still being written. The reply takes its place in the lane at once,
    # beside those sends and not after them, or the next message's reply would come in between. In
    # its turn it waits until its own sends are said; one that fails stays in the outbox and holds
    # nobody up. Killed meanwhile, the next process finds the rows of both, and does the same.
    @asynccontextmanager
    async def _in_turn(
        self, lane: asyncio.Lock, sends: tuple[OutboxRow, ...]
    ) -> AsyncIterator[None]:
        """Waits for a reply's turn and says its sends meanwhile; both are over, then it begins."""
        if not sends:
            async with lane:
                yield
            return
        saying = start(self._sent(sends), "sends")
        try:
            async with lane:
                await asyncio.wait({saying})
                yield
        finally:
            await ended(saying)

    async def resume(self, row: AskRow, sends: tuple[OutboxRow, ...] = ()) -> None:
        """Continues an open reply, or says in one line that it is too late to write it."""
        ask = load_ask(row.body)
        if self.bench.clock.now() - ask.asked_at <= TOO_LATE or ask.crisis:
            await self._ask(sends, row, is_resumed=True)
            return
        self.left.add(row.key)  # until it is over
        await self.outbox.rows(sends)
        said = self.bench.strings_for(ask)
        with suppress(PlatformError):  # where it cannot be told, it is over all the same
            await self._tell(row, ask, said.failures.too_late)
        await self.writing.answering.mark_unfinished(row, said.replies.cut_off)
        self.left.discard(row.key)
        self.bench.begun.discard(row.key)

    async def _tell_failed(self, row: AskRow) -> None:
        ask = load_ask(row.body)
        is_said = await self._stand_in(row)
        with suppress(Exception):
            if not is_said:
                await self._tell(row, ask, self.bench.strings_for(ask).failures.here)
        with suppress(Exception):  # what can be told nobody is over all the same
            await self.bench.books.nothing(row, ask)

    async def _tell(self, row: AskRow, ask: Ask, why: str) -> None:
        """Says why there is no reply, with the small line that the reply owed."""
        writer = self.bench.writer(row, ask)
        await writer.tell(with_last(why, await writer.line()))
        if writer.carried:
            await self.bench.books.said_beside(row, ask, writer.carried)

    async def _stand_in(self, row: AskRow) -> bool:
        """Says the fixed words in place of a crisis reply; False if the ask is no crisis."""
        ask = load_ask(row.body)
        if ask.crisis in ("", "episode"):
            return False
        text = self._instead(ask)
        try:
            await self.bench.writer(row, ask).tell(text)
            self.bench.lately.replied(ask, text, self.bench.clock.now())
        except Exception as failure:
            log.error("could not stand in for an answer", error=type(failure).__name__)
            self.left.add(row.key)
        return True

    def _instead(self, ask: Ask) -> str:
        """Gives the fixed words, and the line of help that the reply would have had at its end."""
        words = texts.without_model(
            self.bench.strings_for(ask),
            ask.crisis,
            is_shared=not ask.is_direct,
            instead=ask.instead,
        )
        return "\n\n".join(part for part in (words, ask.help) if part)
