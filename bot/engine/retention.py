"""Retention: purges frozen rows, and words and ids whose time is over."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import assert_never

from bot.commands import UPWARD
from bot.engine.apply.held import erase_held
from bot.engine.auditing import digest
from bot.engine.closing import ClosingDay
from bot.engine.codec import dump_versions, load_versions
from bot.engine.elsewhere import Elsewhere
from bot.engine.episodes import LASTS, end
from bot.engine.erasing import Erasing
from bot.engine.kept_shorter import KeptShorter
from bot.engine.passing import Passing
from bot.engine.places import IDLE_AFTER, place_of
from bot.engine.pseudonyms import Pseudonyms
from bot.events import Left
from bot.ids import EventId, RoomId, Scope, Where
from bot.ports import Chat, Clock, Store, Unit
from bot.records import (
    CLAIMS,
    Cause,
    DueRow,
    EndLine,
    EpisodeRow,
    EraseFrozen,
    EraseHeld,
    ForgetElsewhere,
    ForgetWords,
    OutboxRow,
    Owner,
    PlaceRow,
    ReplyRow,
    ScopeRow,
    StyleRow,
    UnknownTask,
    erased_by,
    purged_unread,
)
from bot.repair.stack import UNDO_FOR, forgotten
from bot.snapshot import HOLDS

LOOKED_EVERY = timedelta(hours=1)
COPIES_KEPT_FOR = timedelta(days=1)
ALL = timedelta(days=36500)  # whatever a file's clock says
_OTHERS = (ForgetElsewhere, UnknownTask)  # a platform's to do, and a later release's


@dataclass(slots=True)
class Retention:
    """Does every due task in a unit of work of its own; running it again is idempotent."""

    store: Store
    clock: Clock
    names: Pseudonyms
    chat: Chat
    tidied: list[datetime] = field(default_factory=list)
    untidy: list[datetime] = field(default_factory=list)  # since when somebody reads what is gone
    looked: list[datetime] = field(default_factory=list)  # when it last looked who is gone
    elsewhere: Elsewhere = field(init=False)
    closing: ClosingDay = field(init=False)
    shorter: KeptShorter = field(init=False)

    def __post_init__(self) -> None:
        self.elsewhere = Elsewhere(self.store, self.clock, self.chat)
        self.closing = ClosingDay(self.store, self.names, self.clock)
        self.shorter = KeptShorter(self.store)

    async def run(self) -> tuple[OutboxRow, ...]:
        """Does every task that is due, and gives the sends that come of them."""
        now = self.clock.now()
        for kind, lasts in purged_unread():
            await self.store.forget(kind, now - lasts)
        await self.shorter.round(now)
        await self.store.forget_claims(now - CLAIMS.retention)
        await self._end_episodes(now)
        await self._tidy(now)
        await self.elsewhere.round()
        await self._closed()
        await digest(self.store, now)
        sends = list[OutboxRow]()
        async for row in self.store.each(DueRow, until=now):
            if row.at is not None and row.at <= now and not isinstance(row.task, _OTHERS):
                sent = await self._one(row, now)
                sends += () if sent is None else (sent,)
        return tuple(sends)

    async def _closed(self) -> None:
        """Reads again when the operator closes, and erases everybody once that is due."""
        await self.closing.look()
        if await self.closing.erase_all():
            await self.erased()

    async def erased(self) -> None:
        """Purges erased data from files, logs and copies, and retries later if it fails."""
        now = self.clock.now()
        self.untidy[:] = [now]
        await self.store.forget_copies(now + ALL)
        await self._tidy(now)
        await self.elsewhere.forget()

    async def _tidy(self, now: datetime) -> None:
        if self.untidy or not self.tidied or now - self.tidied[0] >= LOOKED_EVERY:
            await self.store.forget_copies(now - COPIES_KEPT_FOR)
            await self.store.forget_unopened()
            self.untidy[:] = [] if await self.store.tidy() else [now]
            self.tidied[:] = [now]

    async def _end_episodes(self, now: datetime) -> None:
        async for row in self.store.each(EpisodeRow, until=now - LASTS):
            if row.at is not None and now - row.at >= LASTS:
                await self.store.deciding(row.person, partial(end, owner=row.owner, at=now))

    async def left(self) -> AsyncIterator[Left]:
        """Gives the people silent for 30 days in a shared room, once an hour."""
        now = self.clock.now()
        if self.looked and now - self.looked[0] < LOOKED_EVERY:
            return
        self.looked[:] = [now]
        async for row in self.store.each(PlaceRow, until=now - IDLE_AFTER):
            if not row.body or row.at is None or now - row.at < IDLE_AFTER:
                continue
            if now - row.at >= PlaceRow.about.retention:
                await self.store.deciding(row.owner, partial(self._forget_place, row))
            if not (place := place_of(row)).is_direct:
                yield left(place.scope, f"{row.key}:{row.at}", now)

    async def _forget_place(self, row: PlaceRow, unit: Unit) -> None:
        """Erases a place that is idle for 60 days and has neither consent nor style."""
        kept = await unit.get(PlaceRow, row.owner, row.key)
        scope = await unit.get(ScopeRow, Owner(row.key))
        holds = scope is not None and (scope.state in HOLDS or scope.frozen_until is not None)
        if kept == row and not holds and not await unit.find(StyleRow, Owner(row.key)):
            of = place_of(row).scope
            await Erasing(unit, self.names, of.person).scope(of)

    async def _one(self, row: DueRow, now: datetime) -> OutboxRow | None:
        async def work(unit: Unit) -> OutboxRow | None:
            kept = await unit.get(DueRow, row.owner, row.key)
            if kept is None or kept.at is None or kept.at > now:
                return None
            return await self._done(unit, row, now)

        # A scope is only ever changed under its person's lock; an earlier release kept no person.
        return await self.store.deciding(row.person or row.owner, work)

    async def _done(self, unit: Unit, row: DueRow, now: datetime) -> OutboxRow | None:
        """Does one task, and gives the send that comes of it."""
        match row.task:
            case EndLine():
                return await self._passed(unit, row, now)
            case EraseFrozen():
                await _erase_frozen(unit, row)
            case EraseHeld():
                await erase_held(unit, row.owner)
            case ForgetWords(reply):
                await _forget_words(unit, row, reply, now)
            case ForgetElsewhere() | UnknownTask():
                pass
            case _:
                assert_never(row.task)
        return None

    async def _passed(self, unit: Unit, row: DueRow, now: datetime) -> OutboxRow | None:
        """Ends a crisis line if this process can delete it; otherwise another process does."""
        passing = Passing(unit, self.names)
        gone = await passing.where(row)
        if gone is None:
            await unit.drop(DueRow, row.owner, row.key)
            return None
        serves = self.chat.serves(gone.room, gone.scope.space)
        return await passing.end(row, gone, now) if serves else None


async def _erase_frozen(unit: Unit, row: DueRow) -> None:
    await unit.drop(DueRow, row.owner, row.key)
    scope = await unit.get(ScopeRow, row.owner)
    if scope is None or scope.frozen_until is None:
        return
    await unit.put(replace(scope, frozen_until=None))
    for kind in erased_by(Cause.FREEZE):
        for kept in await unit.find(kind, row.owner):
            if kept.is_frozen(scope.frozen_above, UPWARD):
                await unit.drop(kind, row.owner, kept.key)


async def _forget_words(unit: Unit, row: DueRow, key: str, now: datetime) -> None:
    """Deletes words from before repairs after a day, and makes younger ones due later."""
    await unit.drop(DueRow, row.owner, row.key)
    reply = await unit.get(ReplyRow, row.owner, key)
    if reply is not None:
        versions = forgotten(load_versions(reply.before), now)
        await unit.put(replace(reply, before=dump_versions(versions)))
        later = [one.at + UNDO_FOR for one in versions if one.text and one.at is not None]
        if later:
            await unit.put(replace(row, at=min(later)))


def left(scope: Scope, what: str, at: datetime) -> Left:
    """Gives the event that a person left a space; `what` tells it from other times."""
    where = Where(RoomId(scope.space), scope.space, is_direct=False)
    return Left(EventId(f"left:{what}"), at, scope.person, where)
