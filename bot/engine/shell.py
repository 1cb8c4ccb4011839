"""The shell: an event is decided and recorded in one transaction, then sent, then answered."""

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from functools import partial
from typing import Any

import structlog

from bot.actions.state import RaiseEpoch, SetIgnored
from bot.emojis import means_something
from bot.engine.age_check import AgeChecking
from bot.engine.answer import Answering
from bot.engine.apply import Applied
from bot.engine.deciding import Deciding
from bot.engine.dedupe import Dedupe
from bot.engine.dispatch import Dispatch
from bot.engine.fair_queue import queue_of
from bot.engine.floor import Floor
from bot.engine.following import Following
from bot.engine.judging import Judging
from bot.engine.lanes import Lanes
from bot.engine.load import may_lead_on
from bot.engine.meanwhile import Meanwhile
from bot.engine.open_rows import Serves, in_order, is_of
from bot.engine.outbox import Outbox
from bot.engine.parts import Parts as Parts
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reading import Reader
from bot.engine.recent_risk import RecentRisk
from bot.engine.reply_inputs import Manner, ReplyInputs
from bot.engine.reported_texts import ReportedTexts
from bot.engine.retention import Retention
from bot.engine.space_emojis import SpaceEmojis
from bot.engine.standing import Standing
from bot.engine.summaries import Summaries
from bot.engine.workbench import Workbench
from bot.engine.writing import Writing
from bot.events import Event, MessageSeen, Outcome, ReactionAdded, ReactionRemoved
from bot.metering import Load, Timing
from bot.model.measured import Capacity
from bot.reading import Reading
from bot.records import AskRow, NoteRow, OutboxRow, event_of
from bot.snapshot import House

log = structlog.get_logger()
EVERY_S, MORE_OFTEN = 60.0, 12  # what is for a life at risk is tried twelve times as often


class Engine:
    """Handles the events of one platform. One instance for a platform and process."""

    def __init__(self, parts: Parts, house: House, manner: Manner) -> None:
        chat, store, names = parts.chat, parts.store, Pseudonyms(parts.vault)
        self._chat, self._store, self._names, locks = chat, store, names, Lanes(asyncio.Lock)
        self._lately, self._heard = lately, heard = RecentRisk(house.gap), Dedupe(names)
        self._outbox = Outbox(chat, store, names, locks, strings=house.strings, meter=parts.meter)
        sources, capacity = ReplyInputs(chat, store, names, house, manner), Capacity(parts.models)
        self._bench = bench = _bench(replace(parts, models=capacity.models), sources, locks, lately)
        turns, self._meter = queue_of(house.guards.replies_in_a_space, capacity), parts.meter
        self._turns, self.summaries = turns, (after := Summaries(bench, turns))
        self._writing = writing = Writing(Answering(bench, self._outbox.rows, after.after))
        self._dispatch = Dispatch(self._outbox, writing, turns, after.make_way)
        self.leave, self._judging = writing.leave, Judging(chat, store, names, parts.judge)
        self._age_checking = AgeChecking(store, names, parts.age_check)
        self._reader = reader = Reader(parts.classifier, house.bot_name)
        self.floor = Floor(chat, names, lately, Meanwhile(names), reader, strings=house.strings)
        self._due = due = Retention(store, parts.clock, names, chat)
        known = (heard, lately, bench.standing, bench.begun, due.closing, chat.called, bench.called)
        self._deciding = Deciding(names, house, *known)
        self._following, self._reported = Following(), ReportedTexts(chat, store, names)
        self._hurrying, self._emojis = asyncio.Lock(), SpaceEmojis(store, names, parts.clock)

    async def handle(self, event: Event, notes: tuple[NoteRow, ...] = ()) -> Outcome:
        """Decides an event, and returns once the decision is committed or failed.

        The sends and the reply go on in tasks; `settled` waits for them. A failure records nothing,
        so that the same event may be tried again.

        Args:
            notes: what the platform wants kept with what the decision keeps of the event.
        """
        try:
            async with self.floor.watching(event), self._timing(event):
                if not await self._may_lead_on(event):
                    return Outcome.DECIDED
                reading = await self._reader.of(event)
                event = await self._prepared(event)
                about = partial(self._deciding.about, event, reading, notes=notes)
                person = self._names.person(event.person)
                applied = await self._store.deciding(person, about)
        except Exception as failure:  # the one broad except: around one event
            return await self._failed(event, failure)
        if applied is None:
            return Outcome.SEEN_BEFORE
        if applied.silences:
            await self._writing.silence()
        self._following.start(self._caused(event, applied))
        self._look_again(event, reading, applied)
        return Outcome.DECIDED

    def _timing(self, event: Event) -> Timing:
        return Timing(self._meter, event, asyncio.get_running_loop().time)

    async def _prepared(self, event: Event) -> Event:
        """Looks at what is kept elsewhere than in what the decision reads, and gives the event."""
        await self._keep_earlier(event)
        await self._bench.standing.instance.look()
        await self._age_checking.before(event)
        return await self._reported.before(event)

    async def _failed(self, event: Event, failure: Exception) -> Outcome:
        """Says what a life at risk needs, or plainly that it failed."""
        person = self._names.person(event.person)
        log.error("event failed", error=type(failure).__name__, person=person)
        await self.floor.failed(event)
        return Outcome.FAILED

    async def _keep_earlier(self, event: Event) -> None:
        """Stores what was said without the store, before the decision that looks at it."""
        await self.floor.meanwhile.keep(self._store, event)
        await self.floor.keep(self._store, event.person)

    def _caused(self, event: Event, applied: Applied) -> Coroutine[Any, Any, None]:
        """Remembers a decision, and gives the work that its sends and its reply are."""
        self._heard.note(event)
        self.floor.meanwhile.decided(event, applied.snapshot, applied.actions)
        self.floor.meanwhile.hears(event.person, applied.language)
        caused = self._dispatch.all(applied.sends, applied.ask, applied.facts)
        self._unhear(event, applied)
        if applied.erased:
            self.floor.forget(event.person)
            return self._erased(caused)
        return caused

    def _unhear(self, event: Event, applied: Applied) -> None:
        """Drops from memory the words of who erases, leaves, pauses or is ignored."""
        leaves = any(isinstance(one, RaiseEpoch | SetIgnored) for one in applied.actions)
        until = self.floor.meanwhile.ignored_until(event.person)
        if until is None and (applied.erased or applied.snapshot.person.ignored):
            until = event.at
        if leaves or until is not None:
            self._chat.unhear(event.person, until)
        if leaves or until is not None or applied.erased:
            self._bench.drafted.forget(event.person)

    async def _may_lead_on(self, event: Event) -> bool:
        """Returns whether an event can have an effect; only emojis are looked up."""
        if not isinstance(event, ReactionAdded | ReactionRemoved):
            return True
        spaces, emoji, back = event.where.bound_by, event.emoji, isinstance(event, ReactionRemoved)
        is_of_here = means_something(emoji) or await self._emojis.repairs(
            spaces, emoji, taken_back=back
        )
        if not is_of_here:
            return False
        return await self._store.reading(partial(may_lead_on, event, self._names))

    @property
    def load(self) -> Load:
        """What waits and what runs now, in memory."""
        left = len(self._outbox.left) + len(self._dispatch.left)
        return Load(self._turns.waiting, self._turns.running, left, len(self._following))

    async def settled(self) -> None:
        """Waits until everything that events have caused so far is done."""
        await self._following.settled()

    async def recover(self, serves: Serves | None = None) -> None:
        """Finishes what was open when the last process ended, each send with its reply.

        Args:
            serves: which rooms; None stands for all that this process serves.
        """
        await self._due.closing.look()
        await self._bench.standing.instance.look()
        serves = serves or self._chat.serves
        sends = [row for row in await self._store.sweep(OutboxRow) if is_of(row, serves)]
        asks = tuple(row for row in await self._store.sweep(AskRow) if is_of(row, serves))
        asked = {ask.key for ask in asks}
        of_asks = [row for row in sends if event_of(row.key) in asked]
        await self._outbox.rows(in_order(tuple(row for row in sends if row not in of_asks)))
        self._resume_all(asks, in_order(tuple(of_asks)))

    async def again(self) -> None:
        """Continues what waited because the platform was away."""
        await self._vital_again()
        await self.floor.keep(self._store)
        await self.floor.meanwhile.keep(self._store)
        await self._outbox.again()
        left = frozenset(self._dispatch.left)  # what begins to wait during the sweep waits on
        asks = await self._store.sweep(AskRow) if left else ()
        self._dispatch.left -= left
        self._bench.begun.difference_update(left)  # `_resume_all` adds those that still stand
        self._resume_all(tuple(row for row in asks if row.key in left))

    # Why the rest waits up to a minute. Each platform's own library tries again for as long as a
    # short outage lasts, and one that is signed in anew has all that is open for it at once. What
    # is left by then is mostly replies, and each try of one asks the model. The words for a life at
    # risk are fixed, and cost nothing but the call.
    async def _vital_again(self) -> None:
        """Says what is for a life at risk and was refused, unless that is being tried now."""
        if not self._hurrying.locked():
            async with self._hurrying:
                await self.floor.again()
                await self._outbox.vital_again()

    def _resume_all(self, asks: tuple[AskRow, ...], sends: tuple[OutboxRow, ...] = ()) -> None:
        self._bench.begun.update(ask.key for ask in asks)  # perhaps said, and never noted
        for ask in sorted(asks, key=lambda row: (row.at, row.key)):
            own = tuple(row for row in sends if event_of(row.key) == ask.key)
            self._following.start(self._dispatch.resume(ask, own))

    async def run_due(self) -> None:
        """Does the retention tasks that are due, and reads again when the operator closes."""
        self._following.start(self._dispatch.all(await self._due.run(), None))
        async for event in self._due.left():
            await self.handle(event)

    async def tend(self, every_s: float = EVERY_S) -> None:
        """Does the due tasks again and again until cancelled, and more often what is vital."""
        while True:
            for _ in range(MORE_OFTEN):
                await asyncio.sleep(every_s / MORE_OFTEN)
                self._following.start(self._vital_again())
            self._bench.drafted.end(self._bench.clock.now())
            await self._counted()
            try:
                await self.run_due()
                self._following.start(self.again())
            except Exception as failure:
                log.error("due work failed", error=type(failure).__name__)

    async def close(self) -> None:
        """Ends every task (shutdown); the next start finishes what is open."""
        await self._following.close()
        await self.summaries.close()
        await self._counted()

    async def _counted(self) -> None:
        """Stores what was counted in memory; what cannot be stored now waits."""
        try:
            await self._bench.tally.keep(self._store)
        except Exception as failure:  # a shutdown goes on all the same
            log.warning("counts wait: the store fails", error=type(failure).__name__)

    # -- what only the judge hears -------------------------------------------------------------

    def _look_again(self, event: Event, reading: Reading, applied: Applied) -> None:
        """Asks the judge about a message of which the patterns are unsure."""
        if not isinstance(event, MessageSeen) or applied.snapshot.person.ignored:
            return
        if self._judging.is_on and self._lately.is_unsure(event, reading):
            self._following.start(self._judged(event))

    async def _judged(self, event: MessageSeen) -> None:
        heard = await self._judging.heard(event)
        if heard is not None:
            await self.handle(heard)

    async def _erased(self, caused: Coroutine[Any, Any, None]) -> None:
        """Tells a person that all is erased, and then purges it from files and logs."""
        await caused
        await self._due.erased()


def _bench(
    parts: Parts, sources: ReplyInputs, locks: Lanes[asyncio.Lock], lately: RecentRisk
) -> Workbench:
    return Workbench(
        parts.chat,
        parts.models,
        parts.store,
        parts.clock,
        sources.names,
        sources,
        locks,
        lately,
        Standing(parts.store, sources.names),
        parts.judge,
        parts.classifier,
        parts.governing,
        meter=parts.meter,
    )
