"""Shows a repaired reply whole, or not at all if the repair is undone meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.engine.generate import Silenced
from bot.engine.posts import put_in_place
from bot.engine.repair.books import RepairBooks
from bot.engine.streaming_message import StreamingMessage
from bot.engine.workbench import Workbench
from bot.ids import MessageId
from bot.records import OutboxRow
from bot.tasks import ended, start
from bot.words import Outgoing


@dataclass(frozen=True, slots=True)
class Mending:
    """Shows repairs.

    Args:
        send: sends the row that restores the words from before a repair.
    """

    bench: Workbench
    send: Callable[[tuple[OutboxRow, ...]], Awaitable[None]]

    async def show(self, books: RepairBooks) -> None:
        """Shows a repair and records it; restores the old words if it is undone meanwhile.

        Raises Silenced if it was undone before it was shown.
        """
        await books.keep_before()
        showing = start(self._shown(books), "repair")
        try:
            await asyncio.shield(showing)
        except asyncio.CancelledError:
            # Cut in the midst, nobody could say which words stand.
            if not await self.bench.stands(books.row):
                await asyncio.wait({showing})
            await ended(showing)  # where the process ends, the next one shows it again
            raise

    async def _shown(self, books: RepairBooks) -> None:
        back = await books.stands(await self._put(books))
        if back is not None:
            await self.send((back,))

    async def _put(self, books: RepairBooks) -> tuple[MessageId, ...]:
        repaired, writer = books.repaired, self.bench.writer(books.row, books.ask)
        choices = tuple(choice.label for choice in repaired.choices(writer.strings))
        if not books.ask.in_place:
            return await writer.refer(repaired.text, choices)
        async with writer.lock:
            if not await self.bench.stands(books.row):
                raise Silenced
            key, room = StreamingMessage.key_of(books.row), repaired.given.room
            language = books.ask.language
            whole = Outgoing(key, room, repaired.text, choices=choices, language=language)
            return await put_in_place(self.bench.chat, repaired.given, whole)
