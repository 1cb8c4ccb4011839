"""The replies that are being written, and what ends them early."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from bot.engine.answer import Answering
from bot.engine.codec import load_ask
from bot.engine.reply_inputs import Facts
from bot.engine.workbench import Workbench
from bot.errors import StoreError
from bot.ids import RoomId, Scope
from bot.ports import Unit
from bot.records import AskRow
from bot.tasks import start

Gone = Callable[[RoomId, Scope], bool]  # whether a reply there, to them, has no reader any more
Leave = Callable[[Gone], Awaitable[None]]


@dataclass(slots=True)
class Writing:
    """Writes replies, and ends those that nobody may read any further."""

    answering: Answering
    _running: dict[str, tuple[AskRow, asyncio.Task[None]]] = field(default_factory=dict)
    _unlooked: list[Gone] = field(default_factory=list)  # which no look was for yet
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def bench(self) -> Workbench:
        """The parts with which replies are written."""
        return self.answering.bench

    async def reply(self, row: AskRow, facts: Facts | None = None) -> None:
        """Writes a reply, and shows the typing sign meanwhile."""
        room, writing = load_ask(row.body).room, start(self.answering.answer(row, facts), "answer")
        self.bench.chat.writing(room, is_on=True)
        self._running[row.key] = (row, writing)
        try:
            await writing
        finally:
            del self._running[row.key]
            self.bench.chat.writing(room, is_on=False)
            if not writing.done():
                writing.cancel()
                with suppress(asyncio.CancelledError):
                    await writing

    async def silence(self) -> None:
        """Wakes every reply that may not be shown any further, so that it ends now."""
        for row, writing in tuple(self._running.values()):
            with suppress(StoreError):  # each release asks again
                if not await self.bench.stands(row):
                    writing.cancel()

    async def leave(self, is_gone: Gone) -> None:
        """Ends every reply without a reader, because the bot or the person left.

        Calls during a check are served together by the next one. Raises StoreError.
        """
        self._unlooked.append(is_gone)
        async with self._looking:
            if is_gone not in self._unlooked:
                return  # the look before this one was for it too
            every, self._unlooked = tuple(self._unlooked), []
            try:
                await self._end(every)
            except BaseException:
                self._unlooked += [one for one in every if one is not is_gone]
                raise
        await self.silence()

    async def _end(self, every: tuple[Gone, ...]) -> None:
        for row in await self.bench.store.sweep(AskRow):
            ask = load_ask(row.body)
            if any(is_gone(ask.room, ask.scope) for is_gone in every):
                person = self.bench.names.person(ask.scope.person)
                await self.bench.store.deciding(person, partial(_stop, row))


async def _stop(row: AskRow, unit: Unit) -> None:
    kept = await unit.get(AskRow, row.owner, row.key)
    if kept is not None and kept.state == "open":
        await unit.put(replace(kept, state="stopped"))
