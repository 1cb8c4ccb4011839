"""Two stores on one database, as two processes have it: each is told what the other changes."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.ports import Store, Unit
from bot.records import ScopeRow
from bot.store.store import SqlStore, open_store
from tests.contracts.counting import ADA, same_keys
from tests.fakes import FakeVault


@pytest.fixture(params=["url", "postgres_ready"])
async def two(request: pytest.FixtureRequest) -> AsyncIterator[tuple[SqlStore, SqlStore]]:
    url = request.getfixturevalue(request.param)
    one = await open_store(url, FakeVault(same_keys()))
    other = await open_store(url, FakeVault(same_keys()))
    yield one, other
    await other.close()
    await one.close()


async def undisturbed(store: SqlStore) -> int:
    """Waits until others are heard, and gives the number that then stays."""
    async with asyncio.timeout(20):
        while (number := store.others()) != store.others():
            await asyncio.sleep(0)
    return number


async def disturbed(store: SqlStore, before: int) -> int:
    """Waits until it is told that others changed something: PostgreSQL tells behind a commit."""
    async with asyncio.timeout(20):
        while (number := store.others()) == before:
            await asyncio.sleep(0)
    return number


async def announces(unit: Unit) -> None:
    await unit.put(ScopeRow(ADA, epoch=1))
    await unit.announce()


async def test_what_another_process_announces_is_known_once_it_is_committed(
    two: tuple[SqlStore, SqlStore],
) -> None:
    one, other = two
    await one.deciding(ADA, announces)
    before = await undisturbed(one)
    await other.deciding(ADA, announces)
    await disturbed(one, before)


async def test_what_is_undone_hides_nothing_of_what_follows(two: tuple[SqlStore, SqlStore]) -> None:
    one, other = two
    before = await undisturbed(one)

    async def fails(unit: Unit) -> None:
        await announces(unit)
        raise LookupError

    with pytest.raises(LookupError):
        await other.deciding(ADA, fails)
    await other.deciding(ADA, announces)
    await disturbed(one, before)


async def test_own_commits_are_nobody_elses(two: tuple[SqlStore, SqlStore]) -> None:
    one, other = two
    await one.deciding(ADA, announces)
    before = await undisturbed(one)
    for _ in range(3):
        await one.deciding(ADA, announces)
    assert one.others() == before
    await other.deciding(ADA, announces)  # PostgreSQL tells in the order of the commits
    assert await disturbed(one, before) == before + 1


async def test_what_only_announces_is_no_failure(store: Store) -> None:
    await store.deciding(ADA, lambda unit: unit.announce())
    store.others()
