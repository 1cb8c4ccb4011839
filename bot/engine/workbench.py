"""What both replies and repairs are written with: endpoints, governor, message, bookkeeping."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from bot.actions.ask import Ask
from bot.crisis import texts
from bot.engine.bookkeeping import Bookkeeping
from bot.engine.drafted import Drafted
from bot.engine.exchange import shows_danger
from bot.engine.generate import Generation
from bot.engine.lanes import Lanes
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.recalling import Recalling
from bot.engine.recent_risk import RecentRisk
from bot.engine.reply_inputs import Facts, ReplyInputs
from bot.engine.standing import Standing
from bot.engine.streaming_message import StreamingMessage
from bot.engine.tally import Tally, written
from bot.governor.context import Context
from bot.governor.filter import Governed
from bot.levels import Level
from bot.made import Called, dump
from bot.metering import NO_METER, Meter
from bot.model.judge import Judge
from bot.ports import Chat, Classifier, Clock, Model, Store, Unit
from bot.records import AskRow
from bot.rupture import Rupture
from bot.strings import Strings
from bot.words import Said


@dataclass(frozen=True, slots=True)
class Assignment:
    """One reply to write: its ask, the facts read for it, and the rupture it corrects."""

    row: AskRow
    ask: Ask
    facts: Facts
    kind: Rupture | None = None


@dataclass(frozen=True, slots=True)
class Workbench:
    """Gives for any ask the parts that stream, show and store its reply.

    Args:
        governing: makes the governor of each draft.
        begun: the replies whose first words are on their way.
        called: how endpoints named their models lately.
    """

    chat: Chat
    models: tuple[Model, ...]
    store: Store
    clock: Clock
    names: Pseudonyms
    sources: ReplyInputs
    room_locks: Lanes[asyncio.Lock]
    lately: RecentRisk
    standing: Standing
    judge: Judge | None = None
    classifier: Classifier | None = None
    governing: Callable[..., Governed] = Governed
    begun: set[str] = field(default_factory=set)
    drafted: Drafted = field(default_factory=Drafted)
    called: Called = field(default_factory=Called)
    tally: Tally = field(default_factory=Tally)
    meter: Meter = NO_METER

    def writer(self, row: AskRow, ask: Ask) -> StreamingMessage:
        """Gives the streaming message of an ask's reply."""
        person = self.names.person(ask.scope.person)
        lock = self.room_locks[ask.room]
        parts = (self.chat, self.store, row, ask, lock, person, self.begun)
        owed = partial(self.sources.notice, ask)
        strings = self.strings_for(ask)
        return StreamingMessage(*parts, strings=strings, clock=self.clock, owed=owed)

    async def recalling(self, wanted: Assignment, said: tuple[Said, ...]) -> Assignment:
        """Gives the reply to write with what is recalled for it, from what was said before it."""
        recall = Recalling(self.store, self.names, self.strings.code)
        facts = await recall.into(wanted.facts, wanted.row, wanted.ask, said)
        return replace(wanted, facts=facts)

    def generation(self, wanted: Assignment, context: Context) -> Generation:
        """Gives the stream of one reply, each sentence governed and checked to be current."""
        judge = self.judge if wanted.ask.level > Level.PLAIN else None
        return Generation(
            self.models,
            self._governing(wanted, context),
            partial(self.stands, wanted.row),
            self.sources.manner.pause_s,
            partial(judge.is_against, message=context.user) if judge is not None else None,
            self.classifier.leanings if self.classifier is not None else None,
            self.meter,
        )

    def made(self, generation: Generation) -> str:
        """Gives what a reply was made with, as it is kept; counts it by its model, of nobody."""
        place, called = generation.writer
        origin = self.sources.house.origin
        if place is not None:
            asked = origin.made(place).model
            self.called.note(asked, called)
            self.meter.model_answered(place)
            counted = origin.made(place, self.called.counted(asked, called))
            self.tally.note(self.clock.now(), written(counted))
        return dump(origin.made(place, called))

    def _governing(self, wanted: Assignment, context: Context) -> Callable[[], Governed]:
        ask, facts, kind = wanted.ask, wanted.facts, wanted.kind
        return partial(
            self.governing,
            self.sources.budget(ask, facts, kind),
            self._left(ask),
            self.sources.most_sentences(facts, kind),
            context=context,
        )

    def _left(self, ask: Ask) -> str:
        """Gives the line to say if the governor released nothing."""
        if shows_danger(ask):
            return texts.left(self.strings_for(ask), ask.crisis)
        return self.strings_for(ask).replies.nothing_left

    def strings_for(self, ask: Ask) -> Strings:
        """Gives the sentences that the person of an ask reads."""
        return self.strings.to(ask.language)

    @property
    def strings(self) -> Strings:
        """The sentences of whoever is not known here; every language's are recognised by them."""
        return self.sources.house.strings

    @property
    def books(self) -> Bookkeeping:
        """The bookkeeping that stores how a reply ended."""
        return Bookkeeping(self.store, self.names, self.clock, self.lately, self.strings)

    async def stands(self, row: AskRow) -> bool:
        """Returns whether a reply may still be shown: not stopped, erased, ignored or outdated."""
        return await self.standing.stands(row)

    async def is_deleted(self, row: AskRow) -> bool:
        """Returns whether the person deleted the reply while it was written."""

        async def read(unit: Unit) -> bool:
            kept = await unit.get(AskRow, row.owner, row.key)
            return kept is not None and kept.state == "deleted"

        return await self.store.reading(read)
