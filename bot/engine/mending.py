"""Showing a better reply: whole, or, where it is taken back meanwhile, not at all."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.actions import Ask
from bot.engine.bookkeeping import Bookkeeping, Repaired
from bot.engine.generate import Silenced
from bot.engine.streaming_message import StreamingMessage, put_in_place
from bot.ids import MessageId
from bot.ports import Chat
from bot.records import AskRow, OutboxRow
from bot.repair import one_tap
from bot.tasks import ended, start


@dataclass(frozen=True, slots=True)
class Mending:
    """Shows repairs.

    Args:
        stands: whether the ask may still be shown.
        send: sends what puts the words back that stood before.
    """

    chat: Chat
    finish: Bookkeeping
    stands: Callable[[AskRow], Awaitable[bool]]
    send: Callable[[tuple[OutboxRow, ...]], Awaitable[None]]

    async def show(
        self, row: AskRow, ask: Ask, repaired: Repaired, writer: StreamingMessage
    ) -> None:
        """Shows it and keeps that it stands; puts back what stood where it is taken back meanwhile.

        Raises Silenced where it was taken back before it was shown.
        """
        await self.finish.keep_before(row, ask, repaired)
        showing = start(self._shown(row, ask, repaired, writer), "repair")
        try:
            await asyncio.shield(showing)
        except asyncio.CancelledError:
            if not await self.stands(row):  # cut in the midst, nobody could say which words stand
                await asyncio.wait({showing})
            await ended(showing)  # where the process ends, the next one shows it again
            raise

    async def _shown(
        self, row: AskRow, ask: Ask, repaired: Repaired, writer: StreamingMessage
    ) -> None:
        messages = await self._put(row, ask, repaired, writer)
        back = await self.finish.repair(row, ask, repaired, messages)
        if back is not None:
            await self.send((back,))

    async def _put(
        self, row: AskRow, ask: Ask, repaired: Repaired, writer: StreamingMessage
    ) -> tuple[MessageId, ...]:
        choices = tuple(choice.label for choice in one_tap(repaired.kind))
        if not ask.in_place:
            return await writer.refer(repaired.text, choices)
        async with writer.lock:
            if not await self.stands(row):
                raise Silenced
            key = StreamingMessage.key_of(row)
            return await put_in_place(self.chat, repaired.given, repaired.text, key, choices)
