"""Writes the rolling summary of a conversation, behind every reply: nobody ever waits for one."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import cast

import structlog

from bot.actions.ask import Ask
from bot.bounded import BoundedMap
from bot.engine.episodes import Episodes
from bot.engine.exchange import Exchanged, size
from bot.engine.fair_queue import FairQueue
from bot.engine.workbench import Workbench
from bot.errors import ModelError
from bot.ids import SpaceId
from bot.ports import Unit
from bot.records import ConversationRow, Owner, PersonRow, ScopeRow, SpaceRow, SummaryRow
from bot.snapshot import Snapshot
from bot.stamps import is_within
from bot.summary import APART, LONGEST, RESTS, SOONER, is_due
from bot.summary.asking import asked, conversation, parted
from bot.summary.checked import MOST_READ, kept
from bot.summary.kept import stands
from bot.summary.lines import offered
from bot.tasks import aside, ended, start
from bot.words import Draft, PromptLine

MOST = 10_000  # scopes of which it is known when a model was asked last
DEADLINE_S = 60.0
DAY = timedelta(hours=24)
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Written:
    """What of a model's draft may be kept: the summary, and a line to offer its person."""

    words: str = field(repr=False)
    line: str = field(default="", repr=False)


# Why what is written is never kept after its person said otherwise. Writing takes seconds, and no
# lock is held meanwhile. It begins with a mark in the row of the conversation (`summing`), and
# what it wrote is kept only in a unit of work that finds the mark there, under the same lock of
# its person. Whatever ends it takes the mark away in its own unit: a new conversation, a message
# that was changed or deleted, the person's own words in its place, a drop, "no summaries", an
# erase of the scope. Off, a pause, a lower level or ceiling raise an epoch or leave nothing that
# may be held: both are read again in that unit too. So of two that meet, whichever commits first,
# nothing is kept that stood before the other.
@dataclass(slots=True)
class Summaries:
    """Writes one summary at a time, where it may be held, and only while nobody waits for a reply.

    Args:
        turns: who waits for a reply; a summary takes no turn.
    """

    bench: Workbench
    turns: FairQueue
    _asked_at: BoundedMap[Owner, datetime] = field(default_factory=lambda: BoundedMap(MOST))
    _writing: "tuple[Ask, asyncio.Task[None]] | None" = None

    def after(self, done: Exchanged) -> None:
        """Begins a summary after a reply, if one may be due and nobody waits."""
        if done.may_hold and done.row.turn >= SOONER and self._is_free(done.row.owner):
            task = start(self._write(done), "summary")
            self._writing = done.ask, task
            task.add_done_callback(_over)

    def make_way(self, ask: Ask, waits: bool) -> None:
        """Ends what is being written if this reply is its person's, or else has to wait."""
        if self._writing is not None:
            of, task = self._writing
            is_theirs = of.scope.person == ask.scope.person
            if not task.done() and (is_theirs or waits):
                task.cancel()
                self._asked_at.pop(self.bench.names.scope(of.scope), None)

    async def settled(self) -> None:
        """Waits until nothing is being written."""
        if self._writing is not None:
            await asyncio.wait({self._writing[1]})

    async def close(self) -> None:
        """Ends what is being written, and keeps nothing of it (shutdown)."""
        if self._writing is not None:
            await ended(self._writing[1])

    def _is_free(self, scope: Owner) -> bool:
        """Returns whether nobody waits, nothing is being written, and long enough has passed."""
        is_writing = self._writing is not None and not self._writing[1].done()
        was_asked = is_within(self._asked_at.get(scope), self.bench.clock.now(), APART)
        has_model = not self.bench.sources.house.has_set_words
        return has_model and not (is_writing or was_asked or self.turns.is_waited_for)

    async def _write(self, done: Exchanged) -> None:
        person = self.bench.names.person(done.ask.scope.person)
        before = await self.bench.store.deciding(person, partial(self._begin, done))
        if before is None:
            return
        draft = await self._draft(done, before)
        turns = conversation(done.prompt, done.reply)
        said = sum(len(one.text) for one in turns) + len(before.body)
        wrote = await aside(said, written, draft, before.body, turns, done)
        if wrote.words:
            await self.bench.store.deciding(person, partial(self._keep, done, wrote))

    async def _draft(self, done: Exchanged, before: SummaryRow) -> str:
        """Gives what the first endpoint writes; nothing of one that fails or takes too long."""
        prompt = asked(done.prompt, conversation(done.prompt, done.reply), before.body)
        stream = cast("AsyncGenerator[Draft, None]", self.bench.models[0].stream(prompt))
        try:
            async with asyncio.timeout(DEADLINE_S), aclosing(stream) as drafts:
                return await _read(drafts)
        except (ModelError, TimeoutError) as failure:
            log.info("no summary was written", error=type(failure).__name__)
            return ""

    async def _begin(self, done: Exchanged, unit: Unit) -> SummaryRow | None:
        """Marks that a summary is being written, and gives the one it goes on from; or None."""
        now, row = self.bench.clock.now(), done.row
        snapshot = await self._snapshot(done, unit, now)
        talk = snapshot.conversation
        is_grown = is_due(row.turn - talk.summed, is_cut=done.prompt.is_cut)
        if not (is_grown and _may_hold(snapshot, done, now) and _has_tokens(snapshot, now)):
            return None
        self._asked_at[row.owner] = now
        await unit.put(replace(talk, summing=row.key))
        await self.bench.books.spent(unit, done.ask, size(done.prompt) + LONGEST)
        before = await unit.get(SummaryRow, row.owner, row.room)
        goes_on = stands(before, now) and before.started_at == talk.started_at
        return before if goes_on else SummaryRow(row.owner, row.room)

    async def _keep(self, done: Exchanged, wrote: Written, unit: Unit) -> None:
        """Keeps what was written, if everything still holds that held as it began.

        Who said no to a line lately is offered none for a while, so none is kept.
        """
        now, row = self.bench.clock.now(), done.row
        snapshot = await self._snapshot(done, unit, now)
        talk = snapshot.conversation
        if talk.summing == row.key and _may_hold(snapshot, done, now):
            of, was_refused = (talk.started_at, row.turn), snapshot.person.refused_at
            line = "" if is_within(was_refused, now, RESTS) else wrote.line
            kept = SummaryRow(row.owner, row.room, now, *of, body=wrote.words, line=line)
            await unit.put(kept)
            await unit.put(replace(talk, summing="", summed=row.turn))

    async def _snapshot(self, done: Exchanged, unit: Unit, now: datetime) -> Snapshot:
        """Reads what holds now where the reply was given.

        Roles are not read again: the ask's level goes by them, and each rule set since is counted.
        """
        names, ask, owner = self.bench.names, done.ask, done.row.owner
        person = names.person(ask.scope.person)
        episodes = Episodes(unit, names, None if ask.is_direct else ask.room)
        talk = await unit.get(ConversationRow, owner, done.row.room)
        return Snapshot(
            self.bench.standing.instance.of(self.bench.sources.house),
            ask.is_direct,
            await unit.get(ScopeRow, owner) or ScopeRow(owner),
            await self._space(unit, ask.scope.space),
            await unit.get(PersonRow, person) or PersonRow(person),
            talk or ConversationRow(owner, done.row.room),
            await episodes.of(ask.scope.person, now),
            above=tuple([await self._space(unit, one) for one in ask.above]),
        )

    async def _space(self, unit: Unit, space: SpaceId) -> SpaceRow:
        owner = self.bench.names.space(space)
        return await unit.get(SpaceRow, owner) or SpaceRow(owner)


def written(draft: str, before: str, turns: tuple[PromptLine, ...], done: Exchanged) -> Written:
    """Gives what of a draft may be kept: the notes, and the line of theirs to offer, if any.

    Args:
        before: the summary that it goes on from.
        turns: what it was made of besides.
    """
    notes, line = parted(draft)
    words = kept(notes, (before, *(one.text for one in turns)), done.context)
    own = [one.text for one in turns if one.role == "user"]
    return Written(words, offered(line, own, done.context) if done.ask.is_direct else "")


def _may_hold(snapshot: Snapshot, done: Exchanged, now: datetime) -> bool:
    """Returns whether a summary of that conversation may be written and kept."""
    row, scope = done.row, snapshot.scope
    now_epochs = scope.epoch, snapshot.space_epoch, snapshot.house.epoch
    is_current = now_epochs == (row.epoch, row.space_epoch, row.house_epoch)
    is_same = snapshot.conversation.started_at == done.talk.started_at
    is_quiet = snapshot.episode is None and not snapshot.is_blocked and not snapshot.person.ignored
    may = snapshot.may_hold(now) and not scope.unsummed
    return is_current and is_same and is_quiet and may


def _has_tokens(snapshot: Snapshot, now: datetime) -> bool:
    person, most = snapshot.person, snapshot.house.guards.tokens_a_day
    return not is_within(person.day_at, now, DAY) or person.day_tokens < most


async def _read(drafts: AsyncGenerator[Draft, None]) -> str:
    """Gives what a model writes; nothing of words that a person wrote for the program."""
    text = ""
    async for draft in drafts:
        text += draft.proposed
        if draft.is_written:
            return ""
        if len(text) > MOST_READ:
            break
    return text


def _over(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (failure := task.exception()) is not None:
        log.error("a summary failed", error=type(failure).__name__)
