"""What is due: frozen things to erase, words and ids whose time is over to forget."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.attunement import Level
from bot.commands import UPWARD
from bot.companion.changes import ERASE_FROZEN
from bot.companion.episodes import LASTS
from bot.companion.finish import FORGET_WORDS
from bot.companion.places import IDLE_AFTER, place_of
from bot.companion.written import dump_versions, load_versions
from bot.events import Left
from bot.ids import EventId, RoomId, Scope, Where
from bot.ports import Clock, Store, Unit
from bot.repair.stack import UNDO_FOR, forgotten
from bot.rows import (
    AskRow,
    DueRow,
    EpisodeKeyRow,
    EpisodeRow,
    InboxRow,
    NoteRow,
    OutboxRow,
    PlaceRow,
    PostRow,
    RepairRow,
    ReplyRow,
    Row,
    ScopeRow,
    StyleRow,
)

# Words in transit are gone after a day even where they could not be handled.
KEPT_FOR: dict[type[Row], timedelta] = {
    OutboxRow: timedelta(hours=24),
    AskRow: timedelta(hours=24),
    ReplyRow: timedelta(days=30),
    PostRow: timedelta(days=30),
    InboxRow: timedelta(hours=24),
    NoteRow: timedelta(days=30),
    PlaceRow: timedelta(days=60),  # 30 days without a word, and 30 frozen
    EpisodeRow: LASTS,
    EpisodeKeyRow: LASTS,  # it is as old as the last message of an episode under it
}
LOOKED_EVERY = timedelta(hours=1)
CLAIMS_KEPT_FOR = timedelta(days=30)  # no platform hands an event over again so late


@dataclass(frozen=True, slots=True)
class Due:
    """Does what is due, each in a unit of work of its own; doing it twice changes nothing."""

    store: Store
    clock: Clock
    looked: list[datetime] = field(default_factory=list)  # when it last looked who is gone

    async def run(self) -> None:
        """Does everything whose time has come."""
        now = self.clock.now()
        for kind, span in KEPT_FOR.items():
            await self.store.forget(kind, now - span)
        await self.store.forget_claims(now - CLAIMS_KEPT_FOR)
        for row in await self.store.sweep(DueRow):
            if row.at is not None and row.at <= now:
                await self._one(row, now)

    async def left(self) -> tuple[Left, ...]:
        """Gives who was not heard of for 30 days in a shared room, once an hour."""
        now = self.clock.now()
        if self.looked and now - self.looked[0] < LOOKED_EVERY:
            return ()
        self.looked[:] = [now]
        rows = await self.store.sweep(PlaceRow)
        old = [row for row in rows if row.body and row.at and now - row.at >= IDLE_AFTER]
        return tuple(
            left(one.scope, f"{row.key}:{row.at}", now)
            for row in old
            if not (one := place_of(row)).is_direct
        )

    async def _one(self, row: DueRow, now: datetime) -> None:
        async def work(unit: Unit) -> None:
            kept = await unit.get(DueRow, row.owner, row.key)
            if kept is None or kept.at is None or kept.at > now:
                return
            await unit.drop(DueRow, row.owner, row.key)
            if row.key == ERASE_FROZEN:
                await _erase_frozen(unit, row)
            else:
                await _forget_words(unit, row, now)

        # A scope is only ever changed under its person's lock; an earlier release kept no person.
        await self.store.deciding(row.person or row.owner, work)


async def _erase_frozen(unit: Unit, row: DueRow) -> None:
    scope = await unit.get(ScopeRow, row.owner)
    if scope is None or scope.frozen_until is None:
        return
    await unit.put(replace(scope, frozen_until=None))
    if scope.frozen_above > int(Level.PLAIN):
        return
    await unit.drop(RepairRow, row.owner)
    for style in await unit.find(StyleRow, row.owner):
        if style.value in UPWARD:
            await unit.drop(StyleRow, row.owner, style.key)


async def _forget_words(unit: Unit, row: DueRow, now: datetime) -> None:
    """Forgets what stood before repairs a day ago; what stood before later ones is due later."""
    reply = await unit.get(ReplyRow, row.owner, row.key.removeprefix(FORGET_WORDS))
    if reply is not None:
        versions = forgotten(load_versions(reply.before), now)
        await unit.put(replace(reply, before=dump_versions(versions)))
        later = [one.at + UNDO_FOR for one in versions if one.text and one.at is not None]
        if later:
            await unit.put(replace(row, at=min(later)))


def left(scope: Scope, what: str, at: datetime) -> Left:
    """Gives that a person is gone from a space; `what` tells this time from any other."""
    where = Where(RoomId(scope.space), scope.space, is_direct=False)
    return Left(EventId(f"left:{what}"), at, scope.person, where)
