"""Answers asks: by a reply or by a repair, or ends them if no platform can show an answer."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from bot.engine.codec import load_ask, load_shown
from bot.engine.exchange import Exchanged
from bot.engine.reaching import Reaching
from bot.engine.repair.mending import Mending
from bot.engine.repair.repairing import Repairing
from bot.engine.reply import Replying, nothing_more
from bot.engine.reply_inputs import Facts
from bot.engine.workbench import Workbench
from bot.errors import RoomGone
from bot.records import AskRow, OutboxRow


@dataclass(frozen=True, slots=True)
class Answering:
    """Answers every ask; the state of one ask is passed along and not kept here.

    Args:
        send: sends the row that restores the words from before a repair, or that holds drafts.
        after: told of each reply that was finished and recorded.
    """

    bench: Workbench
    send: Callable[[tuple[OutboxRow, ...]], Awaitable[None]]
    after: Callable[[Exchanged], None] = nothing_more

    async def answer(self, row: AskRow, facts: Facts | None = None) -> None:
        """Writes the reply that an ask names, or says plainly why there is none."""
        ask, bench = load_ask(row.body), self.bench
        try:
            if ask.reaches:
                await Reaching(bench, self.send).reach(row, ask, facts)
            elif ask.reply:
                await Repairing(bench, Mending(bench, self.send)).repair(row, ask)
            else:
                await Replying(bench, self.after).reply(row, ask, facts)
        except RoomGone:  # who asked for it is not to wait for what can be said nowhere
            await bench.books.nothing(row, ask)
        except asyncio.CancelledError:  # before its first word, or the process ends
            if await bench.stands(row):
                raise
            await bench.writer(row, ask).withdraw()
            await bench.books.nothing(row, ask)

    async def mark_unfinished(self, row: AskRow, mark: str) -> None:
        """Marks the shown part of a reply that an earlier process left unfinished."""
        ask, shown = load_ask(row.body), load_shown(row.shown)
        writer = self.bench.writer(row, ask)
        if shown.every and await self.bench.is_deleted(row):
            await writer.take_away()
        elif shown.every:
            writer.stands(await self.bench.sources.texts(ask, shown.messages))
            with suppress(RoomGone):
                await writer.mark(mark)
        await self.bench.books.nothing(row, ask, writer.carried)
