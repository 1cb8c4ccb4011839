"""Replies: history -> prompt -> model -> governor -> platform. Slow; no lock, no transaction."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.actions.ask import Ask
from bot.choices import AnswerAgain, Choice
from bot.crisis import texts
from bot.engine.bookkeeping import Finished
from bot.engine.exchange import context_of, said_in, shows_danger, size
from bot.engine.generate import Silenced
from bot.engine.reading import read_before
from bot.engine.reply_inputs import Facts
from bot.engine.streaming_message import StreamingMessage, plainly
from bot.engine.workbench import Assignment, Workbench
from bot.errors import ModelError
from bot.governor.filter import Governed
from bot.prompt import build
from bot.records import AskRow
from bot.words import Prompt


@dataclass(frozen=True, slots=True)
class Replying:
    """Writes replies to messages."""

    bench: Workbench

    async def reply(self, row: AskRow, ask: Ask, facts: Facts | None = None) -> None:
        """Writes the reply to an ask, grown or whole, and records how it ended.

        Args:
            facts: what the decision read for it; None: it is read now.
        """
        sources, writer = self.bench.sources, self.bench.writer(row, ask)
        wanted = Assignment(row, ask, facts or await sources.facts(row, ask), ask.rupture)
        history = await sources.history(ask, wanted.facts)
        prompt = build(sources.request(ask, wanted.facts, ask.rupture), history)
        context = await read_before(
            context_of(prompt, said_in(history, ask), ask, self.bench.strings)
        )
        generation = self.bench.generation(wanted, context)
        writer.stands(await sources.texts(ask, writer.messages))
        notice = await self._shown(wanted, writer, generation.texts(prompt))
        finished = self._finished(writer, generation.governed, prompt, is_noticed=bool(notice))
        await self.bench.books.reply(row, ask, finished)

    async def _shown(
        self, wanted: Assignment, writer: StreamingMessage, texts_: AsyncIterator[str]
    ) -> str:
        """Shows the released text, or why it ends, and gives the notice at the reply's end."""
        row, ask, notice = wanted.row, wanted.ask, ""
        try:
            async for text in texts_:
                await self._until_moment_ends(ask, writer)
                await writer.grow(writer.led(text), is_shown=self._may_grow(wanted))
            notice = await self.bench.sources.notice(ask)
            await writer.end(ask.help or notice)
        except Silenced:
            await self._stopped(row, writer)
        except asyncio.CancelledError:
            if await self.bench.stands(row):
                raise
            await self._stopped(row, writer)
        except ModelError as failure:
            await self._failed(writer, ask, failure)
        return notice

    def _may_grow(self, wanted: Assignment) -> bool:
        """Returns whether a reply is shown while it is written: person and platform allow it."""
        is_whole = wanted.facts.style.get("delivery") == "whole"
        return not is_whole and self.bench.chat.capabilities(wanted.ask.room).can_grow

    async def _until_moment_ends(self, ask: Ask, writer: StreamingMessage) -> None:
        """Waits for the end of a burst, so that one reply answers all of its messages.

        Does not wait where a life is at risk, nor if the platform gives no time of the message.
        """
        moment = self.bench.sources.house.burst
        if not moment or writer.messages or ask.crisis or ask.said_at is None:
            return
        left = ask.said_at + moment - self.bench.clock.now()
        await asyncio.sleep(max(0.0, min(left, moment).total_seconds()))

    async def _stopped(self, row: AskRow, writer: StreamingMessage) -> None:
        if await self.bench.is_deleted(row):
            await writer.take_away()
        else:
            await writer.mark(self.bench.strings.replies.stopped)

    def _finished(
        self, writer: StreamingMessage, governed: Governed, prompt: Prompt, *, is_noticed: bool
    ) -> Finished:
        return Finished(
            writer.messages,
            at=self.bench.clock.now(),
            characters=size(prompt) + len(writer.text),
            only_question=governed.only_questions,
            findings=tuple((one.rule, one.action) for one in governed.findings),
            choices=writer.choices,
            is_noticed=is_noticed,
            text=writer.text,
        )

    async def _failed(self, writer: StreamingMessage, ask: Ask, failure: ModelError) -> None:
        """Says plainly that the reply failed; where a life is at risk, says fixed words instead."""
        strings = self.bench.strings
        if not shows_danger(ask):
            again = Choice(strings.replies.try_again, AnswerAgain())
            await writer.fail(plainly(failure, strings.failures), again)
            return
        words = texts.without_model(
            strings, ask.crisis, is_shared=not ask.is_direct, instead=ask.instead
        )
        await writer.grow("" if writer.text else words)
        await writer.end(ask.help)
