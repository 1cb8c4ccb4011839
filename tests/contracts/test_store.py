"""ports.Store and ports.Unit, over the fake and over SQLite; then what only a file promises."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.errors import StoreError
from bot.ids import EventId
from bot.ports import Store, Unit
from bot.records import KINDS, LedgerRow, OutboxRow, Owner, Row, ScopeRow, StyleRow, Words
from bot.store.store import SqlStore, open_store
from bot.tasks import start
from tests.fakes import FakeVault

ADA, BOB = Owner("ada"), Owner("bob")
AT = datetime(2026, 11, 23, 14, 0, 0, 123456, tzinfo=UTC)
SECRET = "the heron sleeps at noon"
WORDS = OutboxRow(ADA, "one", AT, 1, SECRET)
ENTRY = LedgerRow("subject", "given", 1, "answering", "v1", AT, AT + timedelta(days=30), "m1")
VALUES: dict[Any, object] = {
    **dict.fromkeys((str, Words, Owner), "grüße"),
    **dict.fromkeys((int, int | None), 7),
    **dict.fromkeys((float, float | None), 0.1),
    **dict.fromkeys((datetime, datetime | None), AT),
    bool: True,
}


async def put(store: Store, *rows: Row) -> None:
    async def work(unit: Unit) -> None:
        for row in rows:
            await unit.put(row)

    await store.deciding(ADA, work)


def full(kind: type[Row]) -> Row:
    return kind(ADA, "k", **{f.name: VALUES[f.type] for f in fields(kind)[2:]})


def getting(
    kind: type[Row], owner: Owner, key: str = ""
) -> Callable[[Unit], Awaitable[Row | None]]:
    return lambda unit: unit.get(kind, owner, key)


def finding(owner: Owner, **equal: str | int) -> Callable[[Unit], Awaitable[tuple[OutboxRow, ...]]]:
    return lambda unit: unit.find(OutboxRow, owner, **equal)


async def test_what_was_read_ahead_is_what_is_asked_for_later(store: Store) -> None:
    one, other = StyleRow(ADA, "tone", "warmer"), StyleRow(ADA, "length", "shorter")
    await put(store, one, other, WORDS)

    async def work(unit: Unit) -> list[object]:
        await unit.read_ahead((StyleRow, ADA, None), (OutboxRow, ADA, "one"), (StyleRow, BOB, None))
        return [
            await unit.find(StyleRow, ADA),
            await unit.get(StyleRow, ADA, "tone"),
            await unit.get(OutboxRow, ADA, "one"),
            await unit.get(OutboxRow, ADA, "none"),
            await unit.find(StyleRow, BOB),
        ]

    assert await store.reading(work) == [(other, one), one, WORDS, None, ()]


async def test_what_changes_after_it_was_read_ahead_is_found_changed(store: Store) -> None:
    one, other = StyleRow(ADA, "tone", "warmer"), StyleRow(ADA, "length", "shorter")
    await put(store, one, other)

    async def work(unit: Unit) -> list[object]:
        await unit.read_ahead((StyleRow, ADA, None), (StyleRow, ADA, "tone"))
        await unit.put(replace(one, value="blunter"))
        put_ = await unit.find(StyleRow, ADA)
        await unit.drop(StyleRow, ADA, "length")
        dropped = await unit.find(StyleRow, ADA)
        await unit.erase(ADA)
        left = await unit.find(StyleRow, ADA), await unit.get(StyleRow, ADA, "tone")
        return [put_, dropped, *left]

    changed = replace(one, value="blunter")
    assert await store.deciding(ADA, work) == [(other, changed), (changed,), (), None]


async def test_a_unit_finds_what_it_put_and_keeps_the_last_of_it(store: Store) -> None:
    async def work(unit: Unit) -> tuple[Row, ...]:
        await unit.put(StyleRow(ADA, "tone", "warmer"))
        found = await unit.find(StyleRow, ADA)
        await unit.put(StyleRow(ADA, "tone", "blunter"))
        await unit.put(StyleRow(ADA, "length", "shorter"))
        await unit.drop(StyleRow, ADA, "length")
        return found

    assert await store.deciding(ADA, work) == (StyleRow(ADA, "tone", "warmer"),)
    assert await store.sweep(StyleRow) == (StyleRow(ADA, "tone", "blunter"),)


async def claim(unit: Unit) -> bool:
    return await unit.claim(ADA, EventId("e1"), AT)


async def claim_and_keep(unit: Unit) -> bool:
    is_new = await claim(unit)
    await unit.put(StyleRow(ADA, "tone", "warmer"))
    return is_new


async def test_an_event_is_claimed_once(store: Store) -> None:
    told = [await store.deciding(ADA, work) for work in (claim_and_keep, claim_and_keep, claim)]
    assert told == [True, False, False]


async def test_an_event_of_which_nothing_is_kept_makes_no_key(
    store: Store, vault: FakeVault
) -> None:
    assert [await store.deciding(ADA, claim) for _ in range(2)] == [True, True]
    assert vault.keys == {}


async def test_an_event_whose_claim_was_given_back_may_come_again(store: Store) -> None:
    async def claim_and_release(unit: Unit) -> bool:
        is_new = await claim(unit)
        await unit.release(ADA, EventId("e1"))
        return is_new

    await store.deciding(ADA, lambda unit: unit.put(StyleRow(ADA, "tone", "warmer")))
    told = [await store.deciding(ADA, work) for work in (claim_and_release, claim, claim)]
    assert told == [True, True, False]


async def test_an_event_is_known_by_nothing_once_its_scope_is_erased(store: Store) -> None:
    await store.deciding(ADA, claim_and_keep)
    await store.deciding(ADA, lambda unit: unit.erase(ADA))
    assert await store.deciding(ADA, claim_and_keep)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_row_comes_back_as_it_was(store: Store, kind: type[Row]) -> None:
    rows = [full(kind), kind(ADA, "bare")]
    await put(store, *rows)
    assert [await store.reading(getting(kind, ADA, row.key)) for row in rows] == rows


@pytest.mark.parametrize(("owner", "key"), [(BOB, "one"), (ADA, "two")])
async def test_another_row_is_not_given(store: Store, owner: Owner, key: str) -> None:
    await put(store, WORDS)
    assert await store.reading(getting(OutboxRow, owner, key)) is None


async def test_words_are_not_given_once_their_key_is_destroyed(
    store: Store, vault: FakeVault
) -> None:
    await put(store, WORDS)
    await vault.destroy(ADA)
    assert await store.reading(getting(OutboxRow, ADA, "one")) is None
    assert await store.reading(finding(ADA)) == await store.sweep(OutboxRow) == ()


async def test_words_under_a_replaced_key_are_left_out_and_new_ones_are_given(
    store: Store, vault: FakeVault
) -> None:
    await put(store, WORDS)
    await vault.destroy(ADA)
    two = replace(WORDS, key="two")
    await put(store, two)
    assert await store.reading(getting(OutboxRow, ADA, "one")) is None
    assert await store.reading(finding(ADA)) == await store.sweep(OutboxRow) == (two,)


@pytest.mark.parametrize("kind", KINDS)
async def test_no_row_is_given_once_its_key_is_destroyed(
    store: Store, vault: FakeVault, kind: type[Row]
) -> None:
    await put(store, full(kind), kind(BOB, "bare"))
    await vault.destroy(ADA)
    assert await store.sweep(kind) == (kind(BOB, "bare"),)


async def test_an_erase_takes_every_row_of_an_owner_and_no_others(store: Store) -> None:
    await put(store, *(full(kind) for kind in KINDS), WORDS, bobs := replace(WORDS, owner=BOB))
    await store.deciding(ADA, lambda unit: unit.erase(ADA))
    found = [row for kind in KINDS for row in await store.sweep(kind)]
    assert found == [bobs]


async def test_dropping_says_whether_there_was_anything(store: Store) -> None:
    await put(store, WORDS)
    drop: Callable[[Unit], Awaitable[bool]] = lambda unit: unit.drop(OutboxRow, ADA, "one")  # noqa: E731
    assert [await store.deciding(ADA, drop) for _ in range(2)] == [True, False]


async def test_find_gives_what_equals_of_one_owner_oldest_key_first(store: Store) -> None:
    b, a, c = (
        replace(WORDS, key=key, place=place) for key, place in (("b", 1), ("a", 1), ("c", 2))
    )
    await put(store, b, a, c, replace(a, owner=BOB))
    wanted: tuple[dict[str, Any], ...] = ({"place": 1}, {"place": 1, "key": "b"}, {})
    found = [await store.reading(finding(ADA, **equal)) for equal in wanted]
    assert found == [(a, b), (b,), (a, b, c)]


async def test_words_cannot_be_searched(store: Store) -> None:
    with pytest.raises(ValueError, match="sealed") as caught:
        await store.reading(finding(ADA, body=SECRET))
    assert SECRET not in str(caught.value)


async def test_put_takes_the_place_of_the_row_with_its_owner_and_key(store: Store) -> None:
    await put(store, WORDS, replace(WORDS, owner=BOB))
    await put(store, replace(WORDS, place=9, body=""))
    rows = (replace(WORDS, place=9, body=""), replace(WORDS, owner=BOB))
    assert await store.sweep(OutboxRow) == rows


async def test_drop_takes_one_row_or_all_of_a_kind_of_one_owner(store: Store) -> None:
    two, style, bobs = replace(WORDS, key="two"), StyleRow(ADA, "one"), replace(WORDS, owner=BOB)
    await put(store, WORDS, two, style, bobs)
    await store.deciding(ADA, lambda unit: unit.drop(OutboxRow, ADA, "one"))
    assert await store.sweep(OutboxRow) == (bobs, two)
    await store.deciding(ADA, lambda unit: unit.drop(OutboxRow, ADA))
    assert await store.sweep(OutboxRow) == (bobs,)
    assert await store.sweep(StyleRow) == (style,)


async def test_the_ledger_gives_a_subjects_entries_oldest_first(store: Store) -> None:
    entries = (ENTRY, replace(ENTRY, subject="other"), replace(ENTRY, state="withdrawn"))

    async def work(unit: Unit) -> list[int]:
        return [await unit.append(entry) for entry in entries]

    numbers = await store.deciding(ADA, work)
    assert numbers == sorted(set(numbers))
    given = await store.reading(lambda unit: unit.ledger("subject"))
    assert given == ((numbers[0], entries[0]), (numbers[2], entries[2]))


async def test_a_key_is_destroyed_at_once_even_when_the_unit_is_undone(
    store: Store, vault: FakeVault
) -> None:
    async def erase(unit: Unit) -> None:
        await unit.erase(ADA)
        raise KeyError("undone")

    await put(store, WORDS)
    with pytest.raises(KeyError):
        await store.deciding(ADA, erase)
    assert await vault.existing_key(ADA) is None


async def test_a_subject_is_one_owners_until_its_key_is_destroyed(
    store: Store, vault: FakeVault
) -> None:
    async def work(unit: Unit) -> tuple[str, ...]:
        return (await unit.subject(ADA, "t"), await unit.subject(BOB, "t"))

    first, again = [await store.deciding(ADA, work) for _ in range(2)]
    await vault.destroy(ADA)
    later = await store.deciding(ADA, work)
    assert (first, len({*first, *later})) == (again, 3)


async def test_an_exception_undoes_all_of_the_work(store: Store) -> None:
    async def work(unit: Unit) -> None:
        await unit.claim(ADA, EventId("e1"), AT)
        await unit.drop(OutboxRow, ADA)
        await unit.put(replace(WORDS, key="new"))
        await unit.append(ENTRY)
        raise KeyError("undone")

    await put(store, WORDS)
    with pytest.raises(KeyError, match="undone"):
        await store.deciding(ADA, work)
    assert await store.sweep(OutboxRow) == (WORDS,)
    assert await store.reading(lambda unit: unit.ledger("subject")) == ()
    assert await store.deciding(ADA, lambda unit: unit.claim(ADA, EventId("e1"), AT))


async def count_up(unit: Unit) -> int:
    row = await unit.get(ScopeRow, ADA) or ScopeRow(ADA)
    await unit.put(replace(row, epoch=row.epoch + 1))
    return row.epoch + 1


async def test_works_of_one_owner_run_one_at_a_time(store: Store) -> None:
    numbers = await asyncio.gather(*(store.deciding(ADA, count_up) for _ in range(20)))
    assert sorted(numbers) == list(range(1, 21))


async def test_cancelling_the_caller_does_not_cancel_the_work(store: Store) -> None:
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def work(unit: Unit) -> None:
        begun.set()
        await may_end.wait()
        await unit.put(WORDS)

    caller = start(store.deciding(ADA, work), "caller")
    await begun.wait()
    caller.cancel()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert await store.sweep(OutboxRow) == (WORDS,)


async def test_reading_sees_only_what_is_committed(store: Store) -> None:
    async def work(unit: Unit) -> tuple[OutboxRow, ...]:
        await unit.put(WORDS)
        return await store.reading(finding(ADA))

    assert await store.deciding(ADA, work) == ()
    assert await store.reading(finding(ADA)) == (WORDS,)


async def test_reading_must_not_write(store: Store) -> None:
    with pytest.raises(StoreError):
        await store.reading(lambda unit: unit.put(WORDS))
    assert await store.sweep(OutboxRow) == ()


async def test_sweep_gives_rows_of_every_owner(store: Store) -> None:
    others = replace(WORDS, owner=BOB), replace(WORDS, owner=BOB, key="zwei", place=2)
    await put(store, *others, WORDS)
    assert await store.sweep(OutboxRow) == (WORDS, *others)
    assert await store.sweep(OutboxRow, place=2) == (others[1],)


async def test_a_closed_store_does_nothing_any_more(store: Store) -> None:
    await store.close()
    await store.close()
    for late in (store.deciding(ADA, count_up), store.reading(count_up)):
        with pytest.raises(StoreError, match="closed"):
            await late


# -- what only a file can promise --------------------------------------------------------------


async def test_fifty_cancelled_callers_leave_the_next_write_immediate(sql: SqlStore) -> None:
    callers: list[asyncio.Task[None]] = []

    def cancelled_at(point: int) -> Callable[[Unit], Awaitable[None]]:
        async def work(unit: Unit) -> None:
            for step in range(50):
                if step == point:
                    callers[-1].cancel()
                await unit.put(replace(WORDS, key=f"{point:02}-{step:02}"))

        return work

    for point in range(50):
        callers.append(start(sql.deciding(ADA, cancelled_at(point)), "caller"))
        with pytest.raises(asyncio.CancelledError):
            await callers[-1]
        async with asyncio.timeout(1):
            await sql.deciding(ADA, count_up)
    assert len(await sql.sweep(OutboxRow)) == 50 * 50


async def test_a_stranger_is_a_stranger_to_one_of_two_openings_alone(
    sql: SqlStore, url: str, vault: FakeVault
) -> None:
    other, found, began = await open_store(url, vault), asyncio.Event(), asyncio.Event()

    async def slowly(unit: Unit) -> int:
        await unit.get(ScopeRow, ADA)
        found.set()
        await began.wait()
        for _ in range(50):  # the other would be done by now, if it did not wait
            await asyncio.sleep(0)
        return await count_up(unit)

    async def beside(unit: Unit) -> int:
        began.set()
        return await count_up(unit)

    async def after() -> int:
        await found.wait()
        return await other.deciding(ADA, beside)

    if not url.startswith("sqlite"):  # there the other waits before it begins
        began.set()
    assert sorted(await asyncio.gather(sql.deciding(ADA, slowly), after())) == [1, 2]
    await other.close()


async def test_works_run_one_at_a_time_over_two_openings(
    sql: SqlStore, url: str, vault: FakeVault
) -> None:
    other = await open_store(url, vault)
    numbers = await asyncio.gather(*(s.deciding(ADA, count_up) for s in (sql, other) * 10))
    await other.close()
    assert sorted(numbers) == list(range(1, 21))
