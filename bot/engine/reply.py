"""Replies: history -> prompt -> model -> governor -> platform. Slow; no lock, no transaction."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial

from bot.actions.ask import Ask
from bot.choices import AnswerAgain, Choice
from bot.crisis import texts
from bot.engine.bookkeeping import Finished
from bot.engine.exchange import Exchanged, context_of, said_in, shows_danger, size, with_recalled
from bot.engine.generate import Generation, Silenced, with_moments
from bot.engine.opening import Opening
from bot.engine.reading import read_before
from bot.engine.reply_inputs import Facts
from bot.engine.streaming_message import StreamingMessage
from bot.engine.workbench import Assignment, Workbench
from bot.errors import (
    ModelCutOff,
    ModelDeclined,
    ModelEmpty,
    ModelError,
    ModelFiltered,
    ModelRefused,
    PlatformAway,
    PlatformError,
)
from bot.governor.context import Context
from bot.metering import Ended, What, found, refusal_of
from bot.prompt import build
from bot.recall.used import dump
from bot.records import AskRow
from bot.strings.spoken import Failures
from bot.words import Prompt


@dataclass(frozen=True, slots=True)
class _Begun:
    """A reply that is about to be written."""

    wanted: Assignment
    opening: Opening
    generation: Generation
    prompt: Prompt
    context: Context


def nothing_more(_done: Exchanged) -> None:
    """Does nothing after a reply."""


@dataclass(frozen=True, slots=True)
class Replying:
    """Writes replies to messages.

    Args:
        after: told of each reply that was finished and recorded.
    """

    bench: Workbench
    after: Callable[[Exchanged], None] = nothing_more

    async def reply(self, row: AskRow, ask: Ask, facts: Facts | None = None) -> None:
        """Writes the reply to an ask, grown or whole, and records how it ended.

        Args:
            facts: what the decision read for it; None: it is read now, as the reply has waited.
        """
        begun = await self._begun(row, ask, facts)
        opening, writer = begun.opening, begun.opening.writer
        is_whole = False
        read = with_moments(begun.generation.texts(begun.prompt), opening.left_s)
        async with self._whatever_ends_it(begun), aclosing(read) as moments:
            async for text in moments:
                await opening.heard(text if text is None else writer.led(text))
            line = ask.help or await writer.line()
            await opening.over()
            await writer.end(line)
            is_whole = True
        await self.bench.books.reply(row, ask, self._finished(begun))
        self._measured(begun, Ended.WHOLE if is_whole else Ended.CUT)
        if is_whole:
            self._over(begun)

    async def _begun(self, row: AskRow, ask: Ask, facts: Facts | None) -> _Begun:
        """Gives all that a reply is written with, before its model is asked."""
        sources, writer, began = self.bench.sources, self.bench.writer(row, ask), _now()
        writer.may_stand = facts is None
        wanted = Assignment(row, ask, facts or await sources.facts(row, ask), ask.rupture)
        history = await sources.history(ask, wanted.facts)
        wanted = await self.bench.recalling(wanted, history)
        prompt = build(sources.request(ask, wanted.facts, ask.rupture), history)
        said = said_in(history, ask)
        context = context_of(prompt, said, ask, self.bench.strings_for(ask))
        context = await read_before(with_recalled(context, wanted.facts.recalled))
        generation = self.bench.generation(wanted, context)
        writer.stands(await sources.texts(ask, writer.messages))
        opening = self._opening(wanted, writer, began)
        generation.may_show = opening.may_release
        return _Begun(wanted, opening, generation, prompt, context)

    def _measured(self, begun: _Begun, ended: Ended) -> None:
        """Measures a reply; of one in a crisis not what the governor did to it."""
        ask, opened_at = begun.wanted.ask, begun.opening.opened_at
        whole_s = max(0.0, (self.bench.clock.now() - ask.asked_at).total_seconds())
        first_s = max(0.0, whole_s - (_now() - opened_at)) if opened_at is not None else None
        is_shown = ended is Ended.WHOLE
        first_s = whole_s if first_s is None and is_shown else first_s
        self.bench.meter.answer(What.REPLY, ended, first_s, whole_s)
        if not ask.crisis:
            every = begun.generation.governed.findings
            found(self.bench.meter, ((one.rule, one.action) for one in every))

    def _over(self, begun: _Begun) -> None:
        """Tells of a reply that was shown whole."""
        wanted, facts = begun.wanted, begun.wanted.facts
        exchange = (wanted.row, wanted.ask, begun.prompt, begun.context, begun.opening.writer.text)
        self.after(Exchanged(*exchange, facts.talk, facts.may_hold))

    @asynccontextmanager
    async def _whatever_ends_it(self, begun: _Begun) -> AsyncIterator[None]:
        """Marks a reply that is silenced as stopped, and says why one fails."""
        row, writer = begun.wanted.row, begun.opening.writer
        try:
            yield
        except (Silenced, asyncio.CancelledError) as ended:
            if isinstance(ended, asyncio.CancelledError) and await self.bench.stands(row):
                raise
            await self._stopped(row, writer)
        except (ModelError, PlatformError) as failure:
            await self._failed(begun.opening, begun.wanted, failure)

    def _opening(self, wanted: Assignment, writer: StreamingMessage, began: float) -> Opening:
        """Gives how a reply begins to show: where a life is at risk, its words are never held."""
        growth = self.bench.chat.capabilities(wanted.ask.room).growth
        return Opening(
            writer,
            replace(growth, hold_s=0.0) if wanted.ask.crisis else growth,
            partial(self.bench.stands, wanted.row),
            self._may_grow(wanted),
            began,
            _now() + self._left_of_moment_s(wanted.ask, writer),
        )

    def _may_grow(self, wanted: Assignment) -> bool:
        """Returns whether a reply is shown while it is written: person and platform allow it."""
        is_whole = wanted.facts.style.get("delivery") == "whole"
        return not is_whole and self.bench.chat.capabilities(wanted.ask.room).can_grow

    def _left_of_moment_s(self, ask: Ask, writer: StreamingMessage) -> float:
        """Gives how long a burst lasts, so that one reply answers all of its messages.

        It is nothing where a life is at risk, or if the platform gives no time of the message.
        """
        moment = self.bench.sources.house.burst
        if not moment or writer.messages or ask.crisis or ask.said_at is None:
            return 0.0
        left = ask.said_at + moment - self.bench.clock.now()
        return max(0.0, min(left, moment).total_seconds())

    async def _given_up(self, writer: StreamingMessage, failure: PlatformError) -> None:
        """Deletes a placeholder for words that the platform refused; one that is away keeps it."""
        if not isinstance(failure, PlatformAway):
            with suppress(PlatformError):
                await writer.withdraw()

    async def _stopped(self, row: AskRow, writer: StreamingMessage) -> None:
        if writer.is_there and await self.bench.is_deleted(row):
            await writer.take_away()
        else:
            await writer.mark(writer.strings.replies.stopped)

    def _finished(self, begun: _Begun) -> Finished:
        writer, governed = begun.opening.writer, begun.generation.governed
        return Finished(
            writer.messages,
            at=self.bench.clock.now(),
            characters=size(begun.prompt) + len(writer.text),
            only_question=governed.only_questions,
            findings=(
                *((one.rule, one.action) for one in governed.findings),
                *begun.wanted.facts.shaped,
            ),
            used=dump(begun.wanted.facts.recalled),
            made=self.bench.made(begun.generation),
            choices=writer.choices,
            carried=writer.carried,
            text=writer.text,
        )

    async def _failed(
        self, opening: Opening, wanted: Assignment, failure: ModelError | PlatformError
    ) -> None:
        """Says plainly that the reply failed; where a life is at risk, says fixed words instead."""
        strings, writer, ask = opening.writer.strings, opening.writer, wanted.ask
        if isinstance(failure, PlatformError):
            self.bench.meter.refused(refusal_of(failure))
            await self._given_up(writer, failure)
            raise failure
        if not shows_danger(ask):
            await self._told_why(opening, wanted, failure)
            return
        words = texts.without_model(
            strings, ask.crisis, is_shared=not ask.is_direct, instead=ask.instead
        )
        await writer.grow("" if writer.text else words, is_shown=False)
        await writer.end(ask.help or await writer.line())

    async def _told_why(self, opening: Opening, wanted: Assignment, failure: ModelError) -> None:
        """Says plainly why there is no reply, or no whole one, unless it may not show any more."""
        strings, writer = opening.writer.strings, opening.writer
        line = await writer.line()
        if not await self.bench.stands(wanted.row):
            await self._stopped(wanted.row, writer)
            return
        again = Choice(strings.replies.try_again, AnswerAgain())
        why = plainly(failure, strings.failures)
        await writer.fail(why, again, line, is_live=opening.is_live)


def _now() -> float:
    return asyncio.get_running_loop().time()


def plainly(failure: ModelError, failures: Failures) -> str:
    """Says why there is no reply, or only a part."""
    match failure:
        case ModelEmpty():
            return failures.empty
        case ModelFiltered():
            return failures.filtered
        case ModelDeclined():
            return failures.declined
        case ModelRefused():
            return failures.refused
        case ModelCutOff():
            return failures.cut_off
        case _:
            return failures.unreachable
