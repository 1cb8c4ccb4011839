"""The contract of ports.Store about all rows of a kind, a page of them in memory."""

from collections import Counter
from collections.abc import Collection
from datetime import timedelta
from functools import partial

from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import PAGE, Store, Unit
from bot.records import NoteRow, Owner, PlaceRow, Row, hour
from bot.store import pages
from bot.store.store import SqlStore, open_store
from bot.vault import DataKey
from tests.contracts.test_store import ADA, AT, BOB, put
from tests.fakes import FakeVault

HOUR = timedelta(hours=1)
MANY = 2 * PAGE + PAGE // 2


def places(count: int) -> list[PlaceRow]:
    """Gives places of as many people, of which some share an hour and are on either side of it."""
    return [
        PlaceRow(Owner(f"p{number}"), "k", at=AT - number % 7 * HOUR) for number in range(count)
    ]


async def drop(store: Store, *rows: Row) -> None:
    async def work(unit: Unit) -> None:
        for row in rows:
            await unit.drop(type(row), row.owner, row.key)

    await store.deciding(ADA, work)


async def test_each_gives_the_rows_of_every_owner_that_have_a_time_the_latest_hour_first(
    store: Store,
) -> None:
    new, mid, old = (NoteRow(ADA, f"{9 - back}", AT - back * HOUR) for back in range(3))
    oldest = NoteRow(BOB, "8", AT - 3 * HOUR)
    await put(store, old, new, oldest, mid, NoteRow(BOB, "lasts"), PlaceRow(ADA, "other", at=AT))
    assert [row async for row in store.each(NoteRow)] == [new, mid, old, oldest]


async def test_each_gives_those_whose_hour_had_begun_and_no_others(store: Store) -> None:
    rows = [NoteRow(ADA, f"{number}", hour(AT) + number * HOUR) for number in range(3)]
    await put(store, *rows)
    assert [row async for row in store.each(NoteRow, until=hour(AT) + HOUR)] == [rows[1], rows[0]]
    assert [row async for row in store.each(NoteRow, until=hour(AT) - HOUR)] == []


async def test_each_gives_every_row_once_over_many_pages(store: Store) -> None:
    await put(store, *(rows := places(MANY)))
    found = [row async for row in store.each(PlaceRow)]
    assert Counter(found) == Counter(rows)
    assert [hour(row.at or AT) for row in found] == sorted(
        (hour(row.at or AT) for row in rows), reverse=True
    )


async def test_each_gives_what_stays_once_while_others_write_drop_and_erase(
    store: Store, vault: FakeVault
) -> None:
    await put(store, *(rows := places(MANY)))
    seen = list[Row]()
    async for row in store.each(PlaceRow):
        seen.append(row)
        if len(seen) == PAGE:  # the page's last: the next begins behind it
            left = [one for one in rows if one not in seen]
            gone, moved, erased, *stay = left
            await drop(store, *seen, gone)
            await put(store, PlaceRow(moved.owner, "k", at=AT + HOUR), PlaceRow(ADA, at=AT + HOUR))
            await vault.destroy(erased.owner)
    assert Counter(seen[PAGE:]) == Counter(stay)


async def test_each_opens_no_more_than_a_page_at_once_and_nothing_that_is_later(
    url: str, postgres_ready: str
) -> None:
    for one in (url, postgres_ready):
        vault = Asked()
        store = await open_store(one, vault)
        await put(store, *places(MANY))
        first = [row async for row in store.each(PlaceRow, until=AT - 6 * HOUR)]
        assert vault.asked == [len(first)]
        assert [len([row async for row in store.each(PlaceRow)]), max(vault.asked)] == [MANY, PAGE]
        await store.close()


class Asked(FakeVault):
    """Counts the keys that it is asked for by their aliases."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = list[int]()

    async def called(self, aliases: Collection[str]) -> tuple[DataKey, ...]:
        """Gives the data keys of the owners with these aliases."""
        self.asked.append(len(aliases))
        return await super().called(aliases)


async def test_a_page_is_found_by_the_index_of_hours_whatever_else_is_kept(sql: SqlStore) -> None:
    reached = {"at": AT, "owner": "p1", "key": "k"}
    for query in (pages.wanted(PlaceRow, AT), pages.behind(pages.wanted(PlaceRow, None), reached)):
        words = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
        asked = partial(planned, f"EXPLAIN QUERY PLAN {words}")
        first, *_ = await sql._database.reading(asked, "plan")
        assert first.startswith("SEARCH kept USING INDEX kept_at (kind=? AND at")


async def planned(query: str, connection: AsyncConnection) -> list[str]:
    return [one.detail for one in await connection.execute(text(query))]
