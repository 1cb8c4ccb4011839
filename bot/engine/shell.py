"""The shell: an event in, decided and recorded in one transaction, then sent, then answered."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any

import structlog

from bot.crisis import texts
from bot.engine.answer import Answering
from bot.engine.apply import Applied
from bot.engine.codec import load_ask
from bot.engine.deciding import Deciding
from bot.engine.dedupe import Dedupe
from bot.engine.floor import Floor
from bot.engine.judging import Judging
from bot.engine.lanes import Lanes
from bot.engine.load import may_lead_on
from bot.engine.meanwhile import Meanwhile
from bot.engine.outbox import Outbox, Serves, event_of, in_order, is_of, is_vital
from bot.engine.parts import Parts as Parts
from bot.engine.pseudonyms import Pseudonyms
from bot.engine.reading import Reader
from bot.engine.recent_risk import RecentRisk
from bot.engine.reply_inputs import Manner, ReplyInputs
from bot.engine.retention import Retention
from bot.engine.workbench import Workbench
from bot.engine.writing import Writing
from bot.errors import PlatformAway, PlatformError, StoreError
from bot.events import Event, MessageSeen, Outcome, ReactionAdded, ReactionRemoved
from bot.reading import Reading
from bot.records import AskRow, OutboxRow
from bot.snapshot import House
from bot.tasks import start

log = structlog.get_logger()
TOO_LATE = timedelta(hours=1)


class Engine:
    """Handles events of one platform. One instance a platform and process."""

    def __init__(self, parts: Parts, house: House, manner: Manner) -> None:
        self._chat, self._store, self._clock = parts.chat, parts.store, parts.clock
        self._house, self._names = house, Pseudonyms(parts.vault)
        self._locks, self._lanes = Lanes(asyncio.Lock), Lanes(asyncio.Lock)
        # First come, first served; as one person has one lane, people take turns in a space.
        self._spaces = Lanes(partial(asyncio.Semaphore, house.guards.replies_in_a_space))
        self._following: set[asyncio.Task[None]] = set()
        self._left: set[str] = set()  # asks that wait until the platform is back
        self._lately, meanwhile = RecentRisk(house.gap), Meanwhile(self._names)
        self._dispatch = Outbox(
            parts.chat, parts.store, self._names, self._locks, strings=house.strings
        )
        self._bench = Workbench(
            parts.chat,
            parts.models,
            parts.store,
            parts.clock,
            self._names,
            ReplyInputs(parts.chat, parts.store, self._names, house, manner),
            self._locks,
            self._lately,
            parts.judge,
            parts.classifier,
            parts.governing,
        )
        self._answering = Answering(self._bench, self._dispatch.rows)
        self._writing = Writing(self._answering)
        self.leave = self._writing.leave
        self._judging = Judging(parts.chat, parts.store, self._names, parts.judge)
        self._reader = Reader(parts.classifier, house.bot_name)
        self.floor = Floor(
            parts.chat, self._names, self._lately, meanwhile, self._reader, house.strings
        )
        self._heard = heard = Dedupe(self._names)
        begun = self._bench.begun
        self._deciding = Deciding(self._names, house, heard, self._lately, begun)
        self._due = Retention(parts.store, parts.clock, self._names, parts.chat)

    async def handle(self, event: Event) -> Outcome:
        """Decides about an event and returns once that is recorded, or could not be.

        What the decision causes goes on in tasks; `settled` waits for them. Of what failed nothing
        is recorded, so the same event may come again.
        """
        owner = self._names.person(event.person)
        try:
            async with self.floor.watching(event):
                if not await self._may_lead_on(event):
                    return Outcome.DECIDED
                reading = await self._reader.of(event)
                await self.floor.meanwhile.keep(self._store, event)
                await self.floor.keep(self._store, event.person)
                about = partial(self._deciding.about, event, reading)
                applied = await self._store.deciding(owner, about)
        except Exception as failure:  # the one broad except: around one event
            log.error("event failed", error=type(failure).__name__, person=owner)
            await self.floor.failed(event)
            return Outcome.FAILED
        if applied is None:
            return Outcome.SEEN_BEFORE
        if applied.silences:
            await self._writing.silence()
        self._heard.note(event)
        self.floor.meanwhile.decided(event, applied.snapshot, applied.actions)
        if applied.erased:
            self.floor.forget(event.person)
        self._follow(self._caused(applied))
        if isinstance(event, MessageSeen) and not applied.snapshot.person.ignored:
            self._look_again(event, reading)
        return Outcome.DECIDED

    async def _may_lead_on(self, event: Event) -> bool:
        """Whether an event can lead to anything; of all but emojis nothing is looked at for it."""
        if not isinstance(event, ReactionAdded | ReactionRemoved):
            return True
        return await self._store.reading(partial(may_lead_on, event, self._names))

    async def settled(self) -> None:
        """Waits until everything that events have caused so far is done."""
        while self._following:
            await asyncio.wait(set(self._following))

    async def recover(self, serves: Serves | None = None) -> None:
        """Finishes what was open when the process ended, in order; sends go with their reply.

        Args:
            serves: of which rooms; of all that this process serves where it is not said.
        """
        serves = serves or self._chat.serves
        sends = [row for row in await self._store.sweep(OutboxRow) if is_of(row, serves)]
        asks = tuple(row for row in await self._store.sweep(AskRow) if is_of(row, serves))
        asked = {ask.key for ask in asks}
        of_asks = [row for row in sends if event_of(row) in asked]
        await self._dispatch.rows(in_order(tuple(row for row in sends if row not in of_asks)))
        self._resume_all(asks, in_order(tuple(of_asks)))

    async def again(self) -> None:
        """Goes on with what waits because the platform was away."""
        await self.floor.again()
        await self.floor.keep(self._store)
        await self.floor.meanwhile.keep(self._store)
        await self._dispatch.again()
        asks = await self._store.sweep(AskRow) if self._left else ()
        left, self._left = self._left, set()
        self._resume_all(tuple(row for row in asks if row.key in left))

    def _resume_all(self, asks: tuple[AskRow, ...], sends: tuple[OutboxRow, ...] = ()) -> None:
        self._bench.begun.update(ask.key for ask in asks)  # perhaps said, and never noted
        for ask in sorted(asks, key=lambda row: (row.at, row.key)):
            own = tuple(row for row in sends if event_of(row) == ask.key)
            self._follow(self._resume(ask, own))

    async def run_due(self) -> None:
        """Does what is due by now."""
        self._follow(self._after(await self._due.run(), None))
        for event in await self._due.left():
            await self.handle(event)

    async def tend(self, every_s: float = 60) -> None:
        """Does what is due again and again, until it is cancelled."""
        while True:
            await asyncio.sleep(every_s)
            try:
                await self.run_due()
                self._follow(self.again())
            except Exception as failure:
                log.error("due work failed", error=type(failure).__name__)

    async def close(self) -> None:
        """Ends every task; what was open is finished at the next start."""
        for task in tuple(self._following):
            task.cancel()
        if self._following:
            await asyncio.wait(set(self._following))

    # -- what only the judge hears -------------------------------------------------------------

    def _look_again(self, event: MessageSeen, reading: Reading) -> None:
        """Asks the judge about a message the local verdict is unsure of, beside all else."""
        if self._judging.is_on and self._lately.is_unsure(event, reading):
            self._follow(self._judged(event))

    async def _judged(self, event: MessageSeen) -> None:
        heard = await self._judging.heard(event)
        if heard is not None:
            await self.handle(heard)

    # -- dispatch, then answer -----------------------------------------------------------------

    def _follow(self, work: Coroutine[Any, Any, None]) -> None:
        task = start(work, "follow")
        self._following.add(task)
        task.add_done_callback(self._followed)

    def _followed(self, task: asyncio.Task[None]) -> None:
        self._following.discard(task)
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            log.error("what an event caused has failed", error=type(failure).__name__)

    async def _caused(self, applied: Applied) -> None:
        await self._after(applied.sends, applied.ask)
        if applied.erased:
            await self._due.erased()

    async def _after(
        self, sends: tuple[OutboxRow, ...], ask: AskRow | None, *, is_resumed: bool = False
    ) -> None:
        try:
            if ask is None:
                await self._dispatch.rows(sends)
            else:
                await self._answer(sends, ask, is_resumed=is_resumed)
        except (PlatformAway, StoreError) as failure:
            log.warning("a reply waits: what it needs is away", error=type(failure).__name__)
            self._left.update((ask.key,) if ask is not None else ())
            if ask is not None and isinstance(failure, StoreError):
                await self._stand_in(ask)
            return
        except Exception as failure:
            log.error("follow failed", error=type(failure).__name__)
            if ask is not None:
                await self._tell_failed(ask)
        self._bench.begun.difference_update((ask.key,) if ask is not None else ())

    async def _answer(self, sends: tuple[OutboxRow, ...], row: AskRow, *, is_resumed: bool) -> None:
        """Writes one reply; one person's are written one at a time, in the order they asked.

        What is said where a life is at risk waits for no reply that is being written.
        """
        scope = load_ask(row.body).scope
        lane, space = self._lanes[self._names.person(scope.person)], self._spaces[scope.space]
        must_wait = is_resumed or lane.locked() or space.locked()
        if any(is_vital(one, self._house.strings) for one in sends):
            await self._dispatch.rows(sends)
            sends = ()
        async with lane:
            await self._dispatch.rows(sends)
            async with space:
                if must_wait and not await self._bench.stands(row):
                    await self._answering.mark_unfinished(row, self._house.strings.replies.stopped)
                else:
                    await self._writing.reply(row)

    async def _resume(self, row: AskRow, sends: tuple[OutboxRow, ...] = ()) -> None:
        ask = load_ask(row.body)
        if self._clock.now() - ask.asked_at <= TOO_LATE or ask.crisis:
            await self._after(sends, row, is_resumed=True)
            return
        self._left.add(row.key)  # until it is over
        await self._dispatch.rows(sends)
        with suppress(PlatformError):  # where it cannot be told, it is over all the same
            await self._bench.writer(row, ask).tell(self._house.strings.failures.too_late)
        await self._answering.mark_unfinished(row, self._house.strings.replies.cut_off)
        self._left.discard(row.key)
        self._bench.begun.discard(row.key)

    async def _tell_failed(self, row: AskRow) -> None:
        ask = load_ask(row.body)
        is_said = await self._stand_in(row)
        with suppress(Exception):
            if not is_said:
                await self._bench.writer(row, ask).tell(self._house.strings.failures.here)
        with suppress(Exception):  # what can be told nobody is over all the same
            await self._bench.books.nothing(row, ask)

    async def _stand_in(self, row: AskRow) -> bool:
        """Says what a person wrote in the place of an answer, where a life is at risk."""
        ask = load_ask(row.body)
        if ask.crisis in ("", "episode"):
            return False
        words = texts.without_model(
            self._house.strings, ask.crisis, is_shared=not ask.is_direct, instead=ask.instead
        )
        text = "\n\n".join(part for part in (words, ask.help) if part)
        try:
            await self._bench.writer(row, ask).tell(text)
            self._lately.replied(ask, text, self._clock.now())
        except Exception as failure:
            log.error("could not stand in for an answer", error=type(failure).__name__)
            self._left.add(row.key)
        return True
