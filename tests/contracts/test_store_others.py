"""Two stores on one database, as two processes have it: each is told what the other changes."""

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


async def announces(unit: Unit) -> None:
    await unit.put(ScopeRow(ADA, epoch=1))
    await unit.announce()


async def test_what_another_process_announces_is_known_once_it_is_committed(
    two: tuple[SqlStore, SqlStore],
) -> None:
    one, other = two
    await one.deciding(ADA, announces)
    before = one.others()
    await other.deciding(ADA, announces)
    assert one.others() != before


async def test_what_is_undone_hides_nothing_of_what_follows(two: tuple[SqlStore, SqlStore]) -> None:
    one, other = two
    before = one.others()

    async def fails(unit: Unit) -> None:
        await announces(unit)
        raise LookupError

    with pytest.raises(LookupError):
        await other.deciding(ADA, fails)
    await other.deciding(ADA, announces)
    assert one.others() != before


async def test_own_commits_are_nobody_elses(sql: SqlStore) -> None:
    await sql.deciding(ADA, announces)
    before = sql.others()
    for _ in range(3):
        await sql.deciding(ADA, announces)
    assert sql.others() == before


async def test_what_only_announces_is_no_failure(store: Store) -> None:
    await store.deciding(ADA, lambda unit: unit.announce())
    store.others()
