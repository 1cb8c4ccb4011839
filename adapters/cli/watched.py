"""Whether a process is measured, and where that is read: nothing is, unless a port is set."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import structlog

from adapters.cli.pulse import StoreLook
from bot.engine import Engine
from bot.metering import NO_METER, Meter
from bot.ports import Clock, Store
from bot.records import OutboxRow
from bot.settings import Settings
from bot.tasks import ended, start

if TYPE_CHECKING:
    from adapters.metrics.standing import Line, Standing

EVERY_S = 15.0  # how often the outbox is looked at
log = structlog.get_logger()


class Served(Protocol):
    """A platform that is served, as far as it is measured."""

    @property
    def name(self) -> str:
        """The prefix of its rooms' ids."""

    @property
    def losses(self) -> int:
        """How often its line was lost."""

    def faults(self) -> tuple[str, ...]:
        """Names what does not work, or nothing."""


@dataclass(frozen=True, slots=True)
class Here:
    """The terminal: it is there as long as the process is."""

    name: str = "console"
    losses: int = 0

    def faults(self) -> tuple[str, ...]:
        """Gives none."""
        return ()


@dataclass(slots=True)
class Watched:
    """What one process is measured with.

    Args:
        port: where it is read; 0: nothing is measured.
        platforms: those that are set; None until they are known.
    """

    port: int = 0
    endpoints: int = 1
    platforms: tuple[Served, ...] | None = None
    meter: Meter = NO_METER
    _look: StoreLook | None = None
    _standing: "Standing | None" = field(default=None, repr=False)

    def over(self, store: Store) -> Store:
        """Gives the store to use: measured, or as it was."""
        if not self.port:
            return store
        from adapters.metrics.noting import Noting
        from adapters.metrics.timed_store import TimedStore

        self.meter = Noting(self.endpoints)
        self._look = StoreLook(store)
        return TimedStore(store, self.meter)

    @asynccontextmanager
    async def answering(self, one: Engine, store: Store, clock: Clock) -> AsyncIterator[None]:
        """Answers what asks for measures until it is left. Raises SettingsFault."""
        if not self.port or self._look is None:
            yield
            return
        from adapters.metrics.noting import Noting
        from adapters.metrics.server import answering
        from adapters.metrics.standing import Standing

        assert isinstance(self.meter, Noting)
        self._standing = Standing(lambda: one.load, self._lines)
        self.meter.registry.register(self._standing)
        tasks = [start(self._look.run(), "store look of metrics")]
        tasks += [start(self._outbox(store, clock), "outbox look")]
        try:
            async with answering(self.port, self.meter.registry, self.ready):
                yield
        finally:
            for task in tasks:
                await ended(task)

    def ready(self) -> dict[str, bool]:
        """Says whether each part that an answer needs is there."""
        from adapters.metrics.noting import Noting

        look, platforms = self._look, self.platforms
        return {
            "database": look is not None and not look.faults(),
            "platforms": platforms is not None and not any(one.faults() for one in platforms),
            "model": not isinstance(self.meter, Noting) or self.meter.answers_lately.are_well,
        }

    def _lines(self) -> Iterable["Line"]:
        return ((one.name, not one.faults(), one.losses) for one in self.platforms or ())

    async def _outbox(self, store: Store, clock: Clock) -> None:
        """Looks up again and again how old the oldest send on its way is."""
        while True:
            try:
                await self._looked(store, clock)
            except Exception as failure:  # around one look
                log.warning("the outbox could not be measured", error=type(failure).__name__)
            await asyncio.sleep(EVERY_S)

    async def _looked(self, store: Store, clock: Clock) -> None:
        rows = await store.sweep(OutboxRow)
        ages = [(clock.now() - row.at).total_seconds() for row in rows if row.at is not None]
        if self._standing is not None:
            self._standing.unsent = len(rows)
            self._standing.oldest_s = max((0.0, *ages))


def watched(settings: Settings, platforms: tuple[Served, ...] | None = None) -> Watched:
    """Gives what a process is measured with, as its settings say."""
    endpoints = len(settings.model_url) + (settings.model_file is not None)
    return Watched(settings.metrics_port, endpoints, platforms)
