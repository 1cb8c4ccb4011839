"""ports.Store over another one, with the time that each unit of work and each look takes."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.metering import Meter, Work
from bot.ports import Mark, Store, Unit
from bot.records import Owner, Row

R = TypeVar("R", bound=Row)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TimedStore:
    """Passes everything on, and measures what people wait for; the wait for a lock counts."""

    store: Store
    meter: Meter

    async def deciding(self, lock: Owner, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work in one transaction under the owner's lock, over all processes."""
        began = _now()
        try:
            return await self.store.deciding(lock, work)
        finally:
            self.meter.database(Work.DECIDING, _now() - began)

    async def reading(self, work: Callable[[Unit], Awaitable[T]]) -> T:
        """Runs the work on committed data; it must not write."""
        began = _now()
        try:
            return await self.store.reading(work)
        finally:
            self.meter.database(Work.READING, _now() - began)

    def mark(self, owners: Collection[Owner]) -> Mark:
        """Gives a mark that is another one once what replies to these owners stand on changed."""
        return self.store.mark(owners)

    async def sweep(self, kind: type[R], **equal: str | int) -> tuple[R, ...]:
        """Gives rows of every owner: for what is open at start and for what is due."""
        return await self.store.sweep(kind, **equal)

    def each(self, kind: type[R], until: datetime | None = None) -> AsyncIterator[R]:
        """Gives the rows of every owner that have an `at`, by the hour, the latest first."""
        return self.store.each(kind, until)

    async def forget(self, kind: type[Row], before: datetime) -> None:
        """Deletes all rows of a kind with `at` in an earlier hour; needs no key (a purge)."""
        await self.store.forget(kind, before)

    async def forget_claims(self, before: datetime) -> None:
        """Forgets which events were claimed earlier than that."""
        await self.store.forget_claims(before)

    async def forget_unopened(self) -> None:
        """Deletes rows written while their owner was erased, which no key opens."""
        await self.store.forget_unopened()

    async def forget_copies(self, before: datetime) -> None:
        """Takes away the copies that migrations made earlier."""
        await self.store.forget_copies(before)

    async def tidy(self) -> bool:
        """Purges erased rows from files and their logs; False while somebody reads them."""
        return await self.store.tidy()

    async def close(self) -> None:
        """Lets go of the database."""
        await self.store.close()


def _now() -> float:
    return asyncio.get_running_loop().time()
