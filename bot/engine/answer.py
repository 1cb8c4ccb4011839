"""Answer: history -> prompt -> model -> governor -> the platform. Slow; no lock, no transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial

from bot.actions import Ask, Choice
from bot.choices import AnswerAgain
from bot.crisis import texts
from bot.engine.ahead import of_standing
from bot.engine.bookkeeping import Bookkeeping, Finished
from bot.engine.codec import load_ask, load_shown
from bot.engine.exchange import context_of, said_in, shows_danger, size
from bot.engine.generate import Generation, Silenced
from bot.engine.lanes import Lanes
from bot.engine.mending import Mending
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reading import read_before
from bot.engine.recent_risk import RecentRisk
from bot.engine.repairing import Repairing
from bot.engine.reply_inputs import Facts, ReplyInputs
from bot.engine.streaming_message import StreamingMessage, plainly
from bot.errors import ModelError, RoomGone
from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.levels import Level
from bot.model.judge import Judge
from bot.ports import Chat, Classifier, Clock, Model, Store, Unit
from bot.prompt import build
from bot.records import AskRow, OutboxRow, PersonRow, ScopeRow, SpaceRow
from bot.rupture import Rupture
from bot.strings import Strings
from bot.words import Prompt


@dataclass(slots=True)
class Answering:
    """Writes replies. One instance serves them all; what belongs to one reply is passed along."""

    chat: Chat
    models: tuple[Model, ...]
    store: Store
    clock: Clock
    names: Pseudonyms
    sources: ReplyInputs
    room_locks: Lanes[asyncio.Lock]
    send: Callable[[tuple[OutboxRow, ...]], Awaitable[None]]
    lately: RecentRisk
    judge: Judge | None = None
    classifier: Classifier | None = None
    governing: Callable[..., Governed] = Governed  # makes the governor of each draft
    begun: set[str] = field(default_factory=set)  # the replies whose first words are on their way

    @property
    def strings(self) -> Strings:
        """What people read here."""
        return self.sources.house.strings

    async def answer(self, row: AskRow) -> None:
        """Writes the reply an ask names, or says plainly why there is none."""
        ask = load_ask(row.body)
        try:
            await (self._repairing().repair(row, ask) if ask.reply else self._reply(row, ask))
        except RoomGone:  # who asked for it is not to wait for what can be said nowhere
            await self._finish().nothing(row, ask)
        except asyncio.CancelledError:  # before its first word, or the process ends
            if await self.stands(row):
                raise
            await self._finish().nothing(row, ask)

    async def mark_unfinished(self, row: AskRow, mark: str) -> None:
        """Marks what an earlier process showed of a reply that will not be finished."""
        ask, shown = load_ask(row.body), load_shown(row.shown)
        if shown.messages and await self._is_deleted(row):
            await self.writer(row, ask).take_away()
        elif shown.messages:
            writer = self.writer(row, ask)
            writer.stands(await self.sources.texts(ask, shown.messages))
            with suppress(RoomGone):
                await writer.mark(mark)
        await self._finish().nothing(row, ask)

    async def stands(self, row: AskRow) -> bool:
        """Whether it may still be shown: not stopped, erased, ignored, blocked; no epoch past."""

        async def read(unit: Unit) -> bool:
            ask = load_ask(row.body)
            await unit.read_ahead(*of_standing(self.names, row, ask))
            kept = await unit.get(AskRow, row.owner, row.key)
            if kept is None or kept.state != "open":
                return False
            scope = await unit.get(ScopeRow, row.owner)
            space = await unit.get(SpaceRow, self.names.space(ask.scope.space))
            person = await unit.get(PersonRow, self.names.person(ask.scope.person))
            if (person and (person.ignored or person.blocked)) or (space and space.blocked):
                return False
            return (scope.epoch if scope else 0, space.epoch if space else 0) == (
                row.epoch,
                row.space_epoch,
            )

        return await self.store.reading(read)

    # -- a reply -------------------------------------------------------------------------------

    async def _reply(self, row: AskRow, ask: Ask) -> None:
        facts = await self.sources.facts(row, ask)
        writer = self.writer(row, ask)
        history = await self.sources.history(ask, facts)
        prompt = build(self.sources.request(ask, facts, ask.rupture), history)
        context = await read_before(context_of(prompt, said_in(history, ask), ask, self.strings))
        releasing = self._releasing(row, ask, facts, context, ask.rupture)
        notice = ""
        may_grow = self.chat.capabilities(ask.room).can_grow
        is_whole = facts.style.get("delivery") == "whole" or not may_grow
        writer.stands(await self.sources.texts(ask, writer.messages))
        try:
            async for text in releasing.texts(prompt):
                await self._until_moment_ends(ask, writer)
                await writer.grow(writer.led(text), is_shown=not is_whole)
            notice = await self.sources.notice(ask)
            await writer.end(ask.help or notice)
        except Silenced:
            await self._stopped(row, writer)
        except asyncio.CancelledError:
            if await self.stands(row):
                raise
            await self._stopped(row, writer)
        except ModelError as failure:
            await self._failed(writer, ask, failure)
        finished = self._finished(writer, releasing.governed, prompt)
        await self._finish().reply(row, ask, replace(finished, is_noticed=bool(notice)))

    async def _until_moment_ends(self, ask: Ask, writer: StreamingMessage) -> None:
        """Waits for the end of the burst, so that one reply answers all of its messages.

        Where a life is at risk nothing waits, and where a platform does not say when it was said.
        """
        moment = self.sources.house.burst
        if not moment or writer.messages or ask.crisis or ask.said_at is None:
            return
        left = ask.said_at + moment - self.clock.now()
        await asyncio.sleep(max(0.0, min(left, moment).total_seconds()))

    async def _failed(self, writer: StreamingMessage, ask: Ask, failure: ModelError) -> None:
        """Says plainly that it failed; where a life is at risk, says what a person wrote for it."""
        if not shows_danger(ask):
            await writer.fail(
                plainly(failure, self.strings.failures),
                Choice(self.strings.replies.try_again, AnswerAgain()),
            )
            return
        words = texts.without_model(
            self.strings, ask.crisis, is_shared=not ask.is_direct, instead=ask.instead
        )
        await writer.grow("" if writer.text else words)
        await writer.end(ask.help)

    async def _stopped(self, row: AskRow, writer: StreamingMessage) -> None:
        if await self._is_deleted(row):
            await writer.take_away()
        else:
            await writer.mark(self.strings.replies.stopped)

    async def _is_deleted(self, row: AskRow) -> bool:
        """Whether its person took the reply away while it was written."""

        async def read(unit: Unit) -> bool:
            kept = await unit.get(AskRow, row.owner, row.key)
            return kept is not None and kept.state == "deleted"

        return await self.store.reading(read)

    def _finished(self, writer: StreamingMessage, governed: Governed, prompt: Prompt) -> Finished:
        return Finished(
            writer.messages,
            at=self.clock.now(),
            characters=size(prompt) + len(writer.text),
            only_question=governed.only_questions,
            findings=tuple((one.rule, one.action) for one in governed.findings),
            choices=writer.choices,
            text=writer.text,
        )

    def _releasing(
        self,
        row: AskRow,
        ask: Ask,
        facts: Facts,
        context: Context,
        kind: Rupture | None = None,
    ) -> Generation:
        budget, most = (
            self.sources.budget(ask, facts, kind),
            self.sources.most_sentences(facts, kind),
        )
        judge = self.judge if ask.level > Level.PLAIN else None
        governing = partial(
            self.governing,
            budget,
            texts.left(context.strings, ask.crisis)
            if shows_danger(ask)
            else context.strings.replies.nothing_left,
            most,
            context,
        )
        return Generation(
            self.models,
            governing,
            partial(self.stands, row),
            self.sources.manner.pause_s,
            partial(judge.is_against, message=context.user) if judge is not None else None,
            self.classifier.leanings if self.classifier is not None else None,
        )

    def writer(self, row: AskRow, ask: Ask) -> StreamingMessage:
        """Gives what shows this ask's reply."""
        person = self.names.person(ask.scope.person)
        lock = self.room_locks[ask.room]
        return StreamingMessage(
            self.chat, self.store, row, ask, lock, person, self.begun, strings=self.strings
        )

    def _repairing(self) -> Repairing:
        mending = Mending(self.chat, self._finish(), self.stands, self.send)
        return Repairing(self.sources, mending, self._releasing, self.writer)

    def _finish(self) -> Bookkeeping:
        return Bookkeeping(self.store, self.names, self.clock, self.lately)
