"""A look beside the reading of the keys: nothing is taken under a key that is another."""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.ports import Unit
from bot.records import Owner, ScopeRow, SpaceRow
from bot.store.sealing import Record
from bot.store.session import Place
from bot.store.store import SqlStore, open_store
from bot.store.unit import SqlUnit
from bot.vault.file import FileVault
from bot.vault.sealing import DataKey, MasterKey
from tests.fakes import FakeVault

MASTER = MasterKey(b"m" * 32)
ADA, BOB = Owner("ada"), Owner("bob")


@asynccontextmanager
async def process(url: str) -> AsyncIterator[SqlStore]:
    """Opens the database with a vault of its own, as another process does."""
    vault = await FileVault.open(url, MASTER)
    store = await open_store(url, vault)
    try:
        yield store
    finally:
        await store.close()
        await vault.close()


async def kept(store: SqlStore, epoch: int) -> None:
    async def puts(unit: Unit) -> None:
        await unit.put(ScopeRow(ADA, epoch=epoch))

    await store.deciding(ADA, puts)


async def found(store: SqlStore) -> int | None:
    """Gives the epoch that a unit of work reads ahead."""

    async def reads(unit: Unit) -> int | None:
        await unit.read_ahead((ScopeRow, ADA, ""), (SpaceRow, BOB, ""))
        row = await unit.get(ScopeRow, ADA)
        return row.epoch if row is not None else None

    return await store.deciding(ADA, reads)


async def erased(store: SqlStore) -> None:
    async def erases(unit: Unit) -> None:
        await unit.erase(ADA)

    await store.deciding(ADA, erases)


async def test_what_another_process_erased_is_not_found_by_the_key_that_was_seen_last(
    postgres_ready: str,
) -> None:
    async with process(postgres_ready) as here, process(postgres_ready) as there:
        await kept(here, 1)
        assert await found(here) == 1
        assert await found(here) == 1
        await erased(there)
        assert await found(here) is None
        await kept(there, 2)
        assert await found(here) == 2


async def test_a_key_that_another_process_made_anew_is_looked_under_at_once(
    postgres_ready: str,
) -> None:
    async with process(postgres_ready) as here, process(postgres_ready) as there:
        await kept(here, 1)
        assert await found(here) == 1
        await erased(there)
        await kept(there, 2)
        assert await found(here) == 2


class Asked(FakeVault):
    """A vault that reads its keys again each time, and only once the look has begun."""

    def __init__(self, *, is_late: bool) -> None:
        super().__init__()
        self.looks, self.has_looked = 0, asyncio.Event()
        self.seen: dict[Owner, DataKey] = {}
        self.is_late = is_late

    def likely(self, owners: Collection[Owner]) -> tuple[DataKey, ...]:
        return tuple(self.seen[one] for one in owners if one in self.seen)

    async def existing_keys(self, owners: Collection[Owner]) -> tuple[DataKey, ...]:
        if self.is_late:
            async with asyncio.timeout(10):
                await self.has_looked.wait()
        return await super().existing_keys(owners)

    async def look(self, _places: Sequence[Place], _tag: str = "") -> tuple[list[Record], bool]:
        self.looks += 1
        self.has_looked.set()
        return [], False

    async def take_turn(self) -> bool:
        return False


async def test_the_look_does_not_wait_for_the_keys() -> None:
    vault = Asked(is_late=True)
    vault.seen[ADA] = await vault.key(ADA)
    await SqlUnit(vault, vault).read_ahead((ScopeRow, ADA, ""))  # type: ignore[arg-type]
    assert vault.looks == 1


@pytest.mark.parametrize("is_gone", [False, True])
async def test_a_look_under_a_key_that_is_another_comes_again(*, is_gone: bool) -> None:
    vault = Asked(is_late=False)
    vault.seen[ADA] = await vault.key(ADA)
    await vault.destroy(ADA)
    if not is_gone:
        await vault.key(ADA)
    await SqlUnit(vault, vault).read_ahead((ScopeRow, ADA, ""))  # type: ignore[arg-type]
    assert vault.looks == (1 if is_gone else 2)
