"""Marks: another one before anybody hears that what a reply stands on has changed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from bot.ports import Store, Unit
from bot.records import AskRow, PersonRow, ReplyRow, ScopeRow, SpaceRow
from bot.store.store import SqlStore, open_store
from tests.contracts.counting import ADA, same_keys
from tests.contracts.test_store import AT, BOB
from tests.fakes import FakeVault

ASK = AskRow(ADA, "one", at=AT)


async def sets(unit: Unit) -> None:
    """Changes what admins set in a space, as they do: it is looked at before."""
    row = await unit.get(SpaceRow, ADA) or SpaceRow(ADA)
    await unit.put(replace(row, rules="{}"))


ENDS: dict[str, Callable[[Unit], Awaitable[object]]] = {
    "a reply is stopped": lambda unit: unit.put(replace(ASK, state="stopped")),
    "its message is deleted": lambda unit: unit.put(replace(ASK, state="deleted")),
    "it is finished": lambda unit: unit.drop(AskRow, ADA, "one"),
    "all of the scope are": lambda unit: unit.drop(AskRow, ADA),
    "the scope's epoch is raised": lambda unit: unit.put(ScopeRow(ADA, epoch=1)),
    "the space's epoch is raised": lambda unit: unit.put(SpaceRow(ADA, epoch=1)),
    "the space is blocked": lambda unit: unit.put(SpaceRow(ADA, blocked=True)),
    "its admins set something": sets,
    "the person is blocked": lambda unit: unit.put(PersonRow(ADA, blocked=True)),
    "the person is ignored": lambda unit: unit.put(PersonRow(ADA, ignored=True)),
    "all is erased": lambda unit: unit.erase(ADA),
}
does = pytest.mark.parametrize("ends", ENDS.values(), ids=ENDS.keys())


@pytest.fixture(params=["url", "postgres_ready"])
async def two(request: pytest.FixtureRequest) -> AsyncIterator[tuple[SqlStore, SqlStore]]:
    """Two stores on one database and one vault, as two processes have it."""
    url, keys = request.getfixturevalue(request.param), same_keys()
    one, other = await open_store(url, FakeVault(keys)), await open_store(url, FakeVault(keys))
    yield one, other
    await other.close()
    await one.close()


def others(store: SqlStore) -> int:
    """Gives the part of a mark that other processes move."""
    return store.mark((ADA,))[1]


async def undisturbed(store: SqlStore) -> int:
    """Waits until others are heard, and gives the number that then stays."""
    async with asyncio.timeout(20):
        while (number := others(store)) != others(store):
            await asyncio.sleep(0)
    return number


async def disturbed(store: SqlStore, before: int) -> int:
    """Waits until it is told that others changed something: PostgreSQL tells behind a commit."""
    async with asyncio.timeout(20):
        while (number := others(store)) == before:
            await asyncio.sleep(0)
    return number


async def asks(unit: Unit) -> None:
    await unit.put(ASK)


async def raises(unit: Unit) -> None:
    await unit.put(ScopeRow(ADA, epoch=1))


@does
async def test_what_ends_a_reply_gives_another_mark(
    store: Store, ends: Callable[[Unit], Awaitable[object]]
) -> None:
    await store.deciding(ADA, asks)
    before = store.mark((ADA, BOB))
    await store.deciding(ADA, ends)
    assert store.mark((ADA, BOB)) != before


BY_ITS_WRITER = ("it is finished", "all of the scope are")  # which is no other process
ELSEWHERE = {what: ends for what, ends in ENDS.items() if what not in BY_ITS_WRITER}


@pytest.mark.parametrize("ends", ELSEWHERE.values(), ids=ELSEWHERE.keys())
async def test_what_ends_a_reply_in_another_process_gives_another_mark(
    two: tuple[SqlStore, SqlStore], ends: Callable[[Unit], Awaitable[object]]
) -> None:
    one, other = two
    await one.deciding(ADA, asks)
    before = await undisturbed(one)
    await other.deciding(ADA, ends)
    await disturbed(one, before)


async def test_what_another_process_undoes_hides_nothing_of_what_follows(
    two: tuple[SqlStore, SqlStore],
) -> None:
    one, other = two
    before = await undisturbed(one)

    async def fails(unit: Unit) -> None:
        await raises(unit)
        raise LookupError

    with pytest.raises(LookupError):
        await other.deciding(ADA, fails)
    await other.deciding(ADA, raises)
    await disturbed(one, before)


async def test_what_was_written_before_the_end_is_announced_with_it(
    two: tuple[SqlStore, SqlStore],
) -> None:
    one, other = two
    before = await undisturbed(one)

    async def early(unit: Unit) -> None:
        await raises(unit)
        await unit.find(ScopeRow, ADA)  # which writes it, and leaves nothing for the end
        await unit.find(ScopeRow, ADA)

    await other.deciding(ADA, early)
    await disturbed(one, before)


async def test_own_commits_are_nobody_elses(two: tuple[SqlStore, SqlStore]) -> None:
    one, other = two
    await one.deciding(ADA, raises)
    before = await undisturbed(one)
    for _ in range(3):
        await one.deciding(ADA, raises)
    assert others(one) == before
    await other.deciding(ADA, raises)  # PostgreSQL tells in the order of the commits
    assert await disturbed(one, before) == before + 1


@does
async def test_a_unit_that_fails_hides_nothing_of_the_next(
    store: Store, ends: Callable[[Unit], Awaitable[object]]
) -> None:
    async def fails(unit: Unit) -> None:
        await ends(unit)
        raise LookupError

    await store.deciding(ADA, asks)
    with pytest.raises(LookupError):
        await store.deciding(ADA, fails)
    before = store.mark((ADA,))
    await store.deciding(ADA, ends)
    assert store.mark((ADA,)) != before


@does
async def test_who_looks_before_the_commit_is_told_to_look_again(
    store: Store, ends: Callable[[Unit], Awaitable[object]]
) -> None:
    seen = []

    async def looked_at(unit: Unit) -> None:
        await ends(unit)
        seen.append(store.mark((ADA,)))

    await store.deciding(ADA, asks)
    await store.deciding(ADA, looked_at)
    assert store.mark((ADA,)) != seen[0]


async def test_a_purge_by_time_gives_another_mark(store: Store) -> None:
    await store.deciding(ADA, asks)
    before = store.mark((ADA,))
    await store.forget(AskRow, AT.replace(year=AT.year + 1))
    assert store.mark((ADA,)) != before


async def changes_others(unit: Unit) -> None:
    """Changes what no reply of Ada's stands on, and another person's."""
    await unit.get(AskRow, ADA, "one")
    await unit.put(replace(ASK, shown="messages"))
    await unit.put(ReplyRow(ADA, "one", at=AT))
    await unit.put(ScopeRow(BOB, epoch=1))
    await unit.erase(BOB)


async def test_what_no_reply_of_an_owner_stands_on_leaves_its_mark(sql: SqlStore) -> None:
    await sql.deciding(ADA, asks)
    before = sql.mark((ADA,))
    for _ in range(2):
        await sql.deciding(ADA, changes_others)
    assert sql.mark((ADA,)) == before


async def test_a_new_ask_and_a_first_row_as_it_is_by_default_leave_the_mark(sql: SqlStore) -> None:
    async def decides(unit: Unit) -> None:
        await unit.read_ahead((AskRow, ADA, None), (PersonRow, ADA, ""), (ScopeRow, ADA, ""))
        await unit.put(ASK)
        await unit.put(PersonRow(ADA, met_at=AT))
        await unit.put(ScopeRow(ADA, level=1))

    await sql.deciding(ADA, lambda unit: unit.put(ReplyRow(ADA, "one", at=AT)))
    before = sql.mark((ADA,))
    await sql.deciding(ADA, decides)
    assert sql.mark((ADA,)) == before
