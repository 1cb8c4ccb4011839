"""The workers: each inbox event is translated, passed to the core, and only then deleted."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import quote

import structlog

from adapters.kit.retry import Again, Sleep, surely
from adapters.matrix import ids
from adapters.matrix.bot_loops import BotLoops
from adapters.matrix.errors import MatrixRefused, patiently
from adapters.matrix.homeserver import Homeserver
from adapters.matrix.inbox import UNREADABLE, Inbox, Incoming, incoming
from adapters.matrix.invites import Invites
from adapters.matrix.mute import Mute
from adapters.matrix.translate import Translation
from adapters.matrix.unreadable import Unreadable
from bot.crisis.tiers import Tier
from bot.engine.floor import Floor
from bot.engine.lanes import Lanes
from bot.engine.reading import reading_of
from bot.engine.writing import Leave
from bot.errors import AttuneError, PlatformError, RoomGone, StoreError
from bot.events import CommandGiven, Event, MessageSeen, Outcome
from bot.ids import MessageId, PersonId, RoomId, Scope, SendKey
from bot.ports import Clock
from bot.records import InboxRow
from bot.tasks import start
from bot.words import Outgoing

log = structlog.get_logger()
LOOK_S = 5  # how often what cannot be read is looked at when nothing new came


class Undecided(Exception):
    """An event could not be decided, and stays in the inbox."""


@dataclass
class Workers:
    """Handles the inbox, one event after the other in each room.

    Args:
        handle: the core's function, which returns once the decision is committed.
        late_after: an older message gets one line instead of an answer.
    """

    home: Homeserver
    kept: Inbox
    hearing: Translation
    handle: Callable[[Event], Awaitable[Outcome]]
    floor: Floor
    leave: Leave
    unreadable: Unreadable
    manners: Invites
    mute: Mute
    clock: Clock
    late_after: timedelta
    again: Again = field(default_factory=Again)
    echoes: BotLoops = field(default_factory=BotLoops)
    sleep: Sleep = asyncio.sleep
    _came: asyncio.Event = field(default_factory=asyncio.Event)
    _waits: bool = False  # every row that was stored before is taken
    _taken: set[str] = field(default_factory=set)
    _ended: set[str] | None = None  # of those taken, while a look is on its way
    _lanes: Lanes[asyncio.Lock] = field(default_factory=lambda: Lanes(asyncio.Lock))
    _asides: set[asyncio.Task[None]] = field(default_factory=set)

    # Rows come from the sync loop after they are stored, so a kill finds them there. They are taken
    # from memory only while the workers wait: while they look, or are to look, older rows of the
    # same room may be on their way from the store, and those go first.
    def came(self, rows: tuple[InboxRow, ...] = ()) -> None:
        """Wakes the workers, because events or a key came, and hands them the events' rows."""
        if self._waits and not self._came.is_set():
            self._take(rows)
        self._came.set()

    async def run(self) -> None:
        """Handles events until cancelled."""
        while True:
            try:
                await self._look()
                self._waits = True
            except AttuneError as failure:  # the store is away, or the homeserver
                log.error("matrix: the inbox is looked at later", error=type(failure).__name__)
            await self._woken()

    async def _woken(self) -> None:
        """Waits until something came, or for so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_S):
                await self._came.wait()
        self._waits = False
        self._came.clear()

    # A look may read a row just before it is done with, and come to it just after. So what ends
    # while a look is on its way counts as taken until the look is over: nothing is handled twice.
    async def _look(self) -> None:
        self._ended = set()
        try:
            self._take(await self.kept.open())
        finally:
            self._taken, self._ended = self._taken - self._ended, None
        await self.manners.leave_alone()

    def _take(self, rows: tuple[InboxRow, ...]) -> None:
        for row in rows:
            if row.key not in self._taken:
                self._taken.add(row.key)
                self._aside(self._one(row))

    async def close(self) -> None:
        """Ends all handling (shutdown); the next start handles what is left."""
        for task in tuple(self._asides):
            task.cancel()
        if self._asides:
            await asyncio.wait(set(self._asides))

    @property
    def is_idle(self) -> bool:
        """Returns whether every event so far was handled."""
        return not self._asides

    def _aside(self, work: Awaitable[None]) -> None:
        task = start(_awaited(work), "matrix")
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    async def _one(self, row: InboxRow) -> None:
        one = incoming(row)
        try:
            async with self._seen_to(one, row), self._lanes[one.room]:
                if self.again.is_held(one.room):  # one before it failed: it waits for that
                    await self.stand_in(one)
                elif await self._done(row, one):
                    await self.kept.done(row)
                    self.again.worked(one.room)
        except Exception as failure:  # the one broad except: around one event
            log.error("matrix: an event failed", error=type(failure).__name__)
            await self._failed(row, one)
        finally:
            self._let_go(row.key)

    def _let_go(self, key: str) -> None:
        if self._ended is None:
            self._taken.discard(key)
        else:
            self._ended.add(key)

    async def _failed(self, row: InboxRow, one: Incoming) -> None:
        """Keeps an event for a retry, or gives it up after too many."""
        await self.stand_in(one)
        if not self.again.failed(one.room, row.key):
            log.error("matrix: an event is let go of: it failed too often")
            with suppress(StoreError):  # then it stays, and is tried again
                await self.kept.done(row)

    def left(self, gone: Collection[tuple[str, str]]) -> None:
        """Ends the replies that a person who left, or everybody, can no longer read."""
        me = self.home.me
        whom = {(room, None if user == me else ids.person(user)) for room, user in gone}
        self._aside(self._left(whom))

    async def _left(self, gone: Collection[tuple[str, PersonId | None]]) -> None:
        def is_gone(where: RoomId, scope: Scope) -> bool:
            here = (person for room, person in gone if ids.is_in(where, room))
            return any(person in (None, scope.person) for person in here)

        async def ended() -> bool:
            await self.leave(is_gone)
            return True

        await surely(ended, self.sleep)

    async def stand_in(self, one: Incoming) -> None:
        """Sends the crisis words for an event that waits or failed, if it needs them."""
        seen = self.hearing.at_a_glance(one, self.clock.now())
        if seen is not None and self.mute.is_mute(one.room):
            await self.mute.stand_in(seen)
        elif seen is not None:
            await self.floor.stand_in(seen)

    @asynccontextmanager
    async def _seen_to(self, one: Incoming, row: InboxRow) -> AsyncIterator[None]:
        """Lets the floor watch a message, so that a life at risk does not wait for its room."""
        seen = self.hearing.at_a_glance(one, row.at or self.clock.now())
        if seen is None:
            yield
        else:
            async with self.floor.watching(seen):
                yield

    async def _done(self, row: InboxRow, one: Incoming) -> bool:
        """Handles one event, or returns False if its key may still come."""
        if row.state == UNREADABLE:
            one = replace(one, source=self.home.clear(one.room, one.source))
            if one.kind == "m.room.encrypted":
                await self.unreadable.seen(row, one)
                return False
        event = await self._heard(one, row.at or self.clock.now())
        if isinstance(event, MessageSeen) and self._is_late(one):
            event = replace(event, is_late=True)
        is_echo = isinstance(event, MessageSeen) and await self._is_echo(one, event)
        if event is not None and not is_echo:
            await self._decide(one, event)
        return True

    async def _decide(self, one: Incoming, event: Event) -> None:
        """Passes an event to the core, or answers it privately in a muted room.

        Raises:
            Undecided: the event could not be decided.
        """
        if isinstance(event, CommandGiven) and not event.where.is_direct:
            self.manners.chat.commanded(event.where.room, event.person, MessageId(one.event))
        if await self.mute.takes(event):
            off = await self.mute.floor.off_beside(event)
            if off is not None and await self.handle(off) is Outcome.FAILED:
                raise Undecided
            return
        if await self.handle(event) is Outcome.FAILED:
            raise Undecided
        await self.mute.tell(event)
        self._aside(self._taken_in(one))

    async def _is_echo(self, one: Incoming, event: MessageSeen) -> bool:
        """Returns whether a message belongs to a bot loop; never for a life at risk."""
        is_over = self.echoes.is_over(one.room, one.sender, event.said, len(event.text))
        if not is_over or (await reading_of(event)).stated.verdict.tier >= Tier.ELEVATED:
            return False
        if self.echoes.is_first(one.room):
            key, room = SendKey(f"matrix:no person:{one.event}"), event.where.room
            with suppress(PlatformError):
                await self.manners.chat.say(
                    Outgoing(key, room, self.manners.chat.strings.rooms.no_person)
                )
        return True

    async def _heard(self, one: Incoming, at: datetime) -> Event | None:
        """Translates an event, waiting for an absent homeserver; None if the homeserver refuses."""

        async def once() -> Event | None:
            match one.kind:
                case "m.room.member":
                    await self.manners.invited(one)
                    self.came()  # what was said before it came there is kept by now
                case "m.room.tombstone":
                    await self.manners.moved(one)
                case _:
                    return await self._meant(one, at)
            return None

        try:
            return await patiently(once, None)
        except (MatrixRefused, RoomGone) as refused:
            log.warning("matrix: an event is left out", what=str(refused))
            return None

    async def _meant(self, one: Incoming, at: datetime) -> Event | None:
        """Translates an event of a person, or does here what only shows them more."""
        self.unreadable.is_read(one.room)
        if one.kind == "m.reaction" and await self.manners.chat.turning.turned(one):
            return None
        return await self.hearing.event(one, at)

    def _is_late(self, one: Incoming) -> bool:
        """Returns whether a message is too old, by its arrival too, as a sender's clock may lie."""
        said = max((at for at in (one.said_at, one.since) if at is not None), default=None)
        return said is not None and self.clock.now() - said > self.late_after

    async def _taken_in(self, one: Incoming) -> None:
        """Sends a read receipt, if the homeserver takes it."""
        room, message = quote(one.room, safe=""), quote(one.event, safe="")
        with suppress(PlatformError):
            await self.home.once("POST", f"/rooms/{room}/receipt/m.read/{message}", {})


async def _awaited(work: Awaitable[None]) -> None:
    await work
