"""ports.Trail over the fake, SQLite and PostgreSQL: chains that grow, and never change."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.audit import INSTANCE, Broken, Entry, Noted, broken
from bot.audit.acts import DeepestSet, PersonCopied, ReportsCleared
from bot.audit.trail import Trail
from bot.errors import StoreError
from bot.ports import PAGE, Store, Unit
from bot.records import LedgerRow, Owner
from bot.store.database import open_database
from bot.store.store import SqlStore, open_store
from bot.store.trail import SqlTrail
from tests.fakes import FakeVault

SPACE, OTHER = Owner("a-space"), Owner("another")
AT = datetime(2026, 11, 23, 14, 7, 0, 123456, tzinfo=UTC)
HOUR = datetime(2026, 11, 23, 14, tzinfo=UTC)
DEEPER = Noted(DeepestSet("warm", "attuned"), AT, doer="who")
CLEARED = Noted(ReportsCleared(3), AT, doer="other")
COPIED = Noted(PersonCopied(), AT, about="whom")


async def append(store: Store, chain: Owner, *every: Noted) -> tuple[Entry, ...]:
    async def work(unit: Unit) -> tuple[Entry, ...]:
        return tuple([await unit.trail.append(chain, one) for one in every])

    return await store.deciding(chain, work)


async def entries(store: Store, chain: Owner) -> tuple[Entry, ...]:
    return await store.reading(lambda unit: unit.trail.entries(chain))


async def test_a_chain_gives_its_entries_in_order_each_linked_to_the_one_before(
    store: Store,
) -> None:
    first = await append(store, SPACE, DEEPER, CLEARED)
    then = await append(store, SPACE, DEEPER)
    found = await entries(store, SPACE)
    assert found == (*first, *then)
    assert [(one.number, one.at, one.doer) for one in found] == [
        (1, HOUR, "who"),
        (2, HOUR, "other"),
        (3, HOUR, "who"),
    ]
    assert found[0].known == {"before": "warm", "after": "attuned"}
    assert broken(found) is None


async def test_chains_are_apart_and_each_is_named_once(store: Store) -> None:
    await append(store, SPACE, DEEPER, CLEARED)
    (own,) = await append(store, INSTANCE, COPIED)

    async def work(unit: Unit) -> list[object]:
        trail: Trail = unit.trail
        return [
            await trail.chains(),
            await trail.chains(after=SPACE),
            await trail.head(INSTANCE),
            await trail.head(OTHER),
            [one.number for one in await trail.entries(SPACE, after=1)],
        ]

    found = await store.reading(work)
    assert found == [(SPACE, INSTANCE), (INSTANCE,), own, None, [2]]


async def test_the_last_entry_about_an_act_and_those_that_name_somebody_are_found(
    store: Store,
) -> None:
    first, second, third = await append(store, SPACE, DEEPER, CLEARED, DEEPER)
    (copied,) = await append(store, INSTANCE, COPIED)

    async def work(unit: Unit) -> list[object]:
        trail = unit.trail
        return [
            await trail.last(SPACE, "deepest_set"),
            await trail.last(SPACE, "person_copied"),
            await trail.naming(("who", "whom")),
            await trail.naming(("", "nobody")),
        ]

    assert await store.reading(work) == [third, None, (first, third, copied), ()]
    assert second.doer == "other"


async def test_an_entry_goes_with_its_unit(store: Store) -> None:
    async def work(unit: Unit) -> None:
        await unit.trail.append(SPACE, DEEPER)
        raise KeyError("undone")

    with pytest.raises(KeyError, match="undone"):
        await store.deciding(SPACE, work)
    assert await entries(store, SPACE) == ()


async def test_a_database_has_the_ledger_in_the_transaction_of_the_unit(sql: SqlStore) -> None:
    async def work(unit: Unit) -> bool:
        return isinstance(unit.trail, SqlTrail)

    assert await sql.reading(work)


async def test_who_only_reads_appends_nothing(store: Store) -> None:
    with pytest.raises(StoreError):
        await store.reading(lambda unit: unit.trail.append(SPACE, DEEPER))
    assert await entries(store, SPACE) == ()


async def test_many_at_once_under_other_locks_lose_no_entry(store: Store) -> None:
    async def one(number: int) -> None:
        await store.deciding(Owner(f"p{number}"), lambda unit: unit.trail.append(SPACE, DEEPER))

    await asyncio.gather(*map(one, range(30)))
    found = await entries(store, SPACE)
    assert [each.number for each in found] == list(range(1, 31))
    assert broken(found) is None


async def test_a_long_chain_comes_a_page_at_a_time(store: Store) -> None:
    await append(store, SPACE, *[DEEPER] * (PAGE + 1))
    assert len(await entries(store, SPACE)) == PAGE
    rest = await store.reading(lambda unit: unit.trail.entries(SPACE, after=PAGE))
    assert [one.number for one in rest] == [PAGE + 1]


async def test_the_ledger_of_consent_is_read_by_its_numbers(store: Store) -> None:
    given = LedgerRow("subject", "given", 1, "answering", "v1", HOUR, HOUR, "m1")

    async def work(unit: Unit) -> list[int]:
        await unit.trail.settle()
        return [await unit.append(given) for _ in range(3)]

    numbers = await store.deciding(SPACE, work)
    found = await store.reading(lambda unit: unit.trail.consents(after=numbers[0]))
    assert found == ((numbers[1], given), (numbers[2], given))
    assert not await store.reading(lambda unit: unit.trail.has_strays())


@pytest.fixture(params=["url", "postgres_ready"])
def address(request: pytest.FixtureRequest) -> str:
    found: str = request.getfixturevalue(request.param)
    return found


async def run(address: str, statement: str) -> None:
    database = open_database(address)
    try:
        await database.writing(lambda connection: connection.execute(text(statement)), "by hand")
    finally:
        await database.close()


@pytest.mark.parametrize(
    "statement", ["UPDATE trail SET act = 'other' WHERE number = 1", "DELETE FROM trail"]
)
async def test_a_database_refuses_to_change_or_delete_an_entry(
    address: str, vault: FakeVault, statement: str
) -> None:
    store = await open_store(address, vault)
    before = await append(store, SPACE, DEEPER, CLEARED)
    with pytest.raises(StoreError):
        await run(address, statement)
    assert await entries(store, SPACE) == before
    await store.close()


async def test_postgresql_refuses_to_empty_the_table(postgres_ready: str, vault: FakeVault) -> None:
    store = await open_store(postgres_ready, vault)
    before = await append(store, SPACE, DEEPER)
    with pytest.raises(StoreError):
        await run(postgres_ready, "TRUNCATE trail")
    assert await entries(store, SPACE) == before
    await store.close()


TAMPERED = {
    "UPDATE trail SET facts = '{}' WHERE number = 2": (2, "changed"),
    "UPDATE trail SET doer = '' WHERE number = 3": (3, "changed"),
    "UPDATE trail SET at = at + 3600000000 WHERE number = 1": (1, "changed"),
    "DELETE FROM trail WHERE number = 2": (2, "missing"),
}


@pytest.mark.parametrize("statement", TAMPERED)
async def test_what_was_changed_behind_the_triggers_is_located(
    sql: SqlStore, url: str, statement: str
) -> None:
    await append(sql, SPACE, DEEPER, CLEARED, DEEPER)
    for trigger in ("trail_refuses_update", "trail_refuses_delete"):
        await run(url, f"DROP TRIGGER {trigger}")
    await run(url, statement)
    assert broken(await entries(sql, SPACE)) == Broken(SPACE, *TAMPERED[statement])
